import { type Decimal, decimalText, divide, equal, HUNDRED, isZero, roundedText } from '../../domain/decimal.ts';
import type { OrderLineComparison } from '../../domain/documents.generated.ts';
import { amountText } from './amount-text.ts';
import type { OrderLineFigures } from './order-line-figures.ts';

/** The quantities behind the order side of a comparison, without signs but for `compared`. */
export interface ComparedQuantities {
  taken: Decimal;
  returned: Decimal;
  /** What can be returned, with what the document itself takes. */
  returnable: Decimal;
  /** What the expected amount is of. */
  compared: Decimal;
}

/**
 * What the expected amount of an order line is made of (order-match.md 3, 5 and 17), and the deviation in per cent of
 * the order beside that of the invoice, by which it is judged (order-match.md 2).
 */
export function orderLineComparison(figures: OrderLineFigures, decimals: number): OrderLineComparison {
  const { state, expected, deviation, allowed } = figures;
  const { taken, returned, returnable, compared } = figures.compared;
  const toCredit = equal(state.invoicedToCredit, state.invoiced)
    ? {}
    : { creditableQuantity: decimalText(state.invoicedToCredit) };
  const returns = { ...toCredit, returnedQuantity: decimalText(returned), returnableQuantity: decimalText(returnable) };
  return {
    ...state.priceBasis,
    ...(state.priceBasis.discountPercent === undefined ? {} : { netPrice: state.netPriceText }),
    orderedQuantity: state.line.quantity,
    ...ifAny('invoicedQuantity', state.invoiced),
    ...ifAny('reservedQuantity', state.reserved),
    openQuantity: decimalText(state.open),
    ...ifAny('takenQuantity', taken),
    ...(isZero(returned) ? {} : { ...returns, ...ifAny('reservedReturnQuantity', state.reservedReturn) }),
    comparedQuantity: decimalText(compared),
    allowedDeviation: amountText(allowed, decimals),
    orderDeviationPercent: isZero(expected)
      ? null
      : roundedText(divide(deviation.abs().times(HUNDRED), expected.abs(), 4), 4),
  };
}

/** A quantity that is left out where there is none. */
function ifAny<Name extends string>(name: Name, quantity: Decimal): { [Key in Name]?: string } {
  return isZero(quantity) ? {} : ({ [name]: decimalText(quantity) } as { [Key in Name]: string });
}
