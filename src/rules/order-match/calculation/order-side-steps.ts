import { decimal, decimalText } from '../../../domain/decimal.ts';
import type { OrderLineComparison, OrderMatchOrderLine, SupplierInvoice } from '../../../domain/documents.generated.ts';
import { computed, type Step, step, type Term, term } from './step.ts';
import type { StepName, TermName } from './step.table.ts';

/** The order's side: its price, what is open, how much of it is compared, and what that costs (order-match.md 3, 5, 17). */
export function orderSideSteps(
  line: OrderMatchOrderLine,
  comparison: OrderLineComparison,
  kind: SupplierInvoice['kind'],
): Step[] {
  const { comparedQuantity, price: before, netPrice = before, priceFrom } = comparison;
  const price = term('x', netPrice, 'price', priceFrom === undefined ? 'order-price' : `${priceFrom}-price`);
  return [
    ...priceSteps(comparison),
    ...quantitySteps(comparison, kind),
    step('order-figure', [quantity('+', comparedQuantity), price], line.expectedAmount),
  ];
}

function priceSteps({ price, discountPercent, netPrice }: OrderLineComparison): Step[] {
  if (discountPercent === undefined || netPrice === undefined) return [];
  const discount = computed(
    'price-discount',
    [term('+', price, 'price'), term('x', discountPercent, 'quantity'), term('/', '100', 'quantity')],
    2,
  );
  return [discount, step('net-price', [term('+', price, 'price'), term('-', discount.result, 'price')], netPrice)];
}

/** What is taken, as far as it is open; what is returned, as far as it was invoiced; and, with both, the one less the other. */
function quantitySteps(comparison: OrderLineComparison, kind: SupplierInvoice['kind']): Step[] {
  const taken = takenSteps(comparison);
  const returned = returnedSteps(comparison);
  const [takes, gives] = [taken.at(-1), returned.at(-1)];
  if (takes === undefined || gives === undefined) return [...taken, ...returned];
  const [first, second] = kind === 'credit-note' ? [gives, takes] : [takes, gives];
  const terms = [quantity('+', first.result), quantity('-', second.result)];
  return [...taken, ...returned, step('compared', terms, comparison.comparedQuantity)];
}

function takenSteps(comparison: OrderLineComparison): Step[] {
  const { takenQuantity, openQuantity } = comparison;
  if (takenQuantity === undefined) return [];
  const open = [
    quantity('+', comparison.orderedQuantity, 'ordered'),
    quantity('-', comparison.invoicedQuantity ?? '0', 'invoiced-before'),
    quantity('-', comparison.reservedQuantity ?? '0', 'reserved'),
  ];
  return [step('open', open, openQuantity), smaller('taken-compared', takenQuantity, 'taken', openQuantity, 'open')];
}

function returnedSteps(comparison: OrderLineComparison): Step[] {
  const { returnedQuantity, reservedReturnQuantity, returnableQuantity, takenQuantity } = comparison;
  if (returnedQuantity === undefined || returnableQuantity === undefined) return [];
  const before = [
    quantity('+', comparison.creditableQuantity ?? comparison.invoicedQuantity ?? '0', 'invoiced-before'),
    quantity('-', reservedReturnQuantity ?? '0', 'reserved-returns'),
  ];
  const compares = smaller('returned-compared', returnedQuantity, 'returned', returnableQuantity, 'returnable');
  if (takenQuantity === undefined) return [step('returnable', before, returnableQuantity), compares];
  const ofBefore = decimalText(decimal(returnableQuantity).minus(decimal(takenQuantity)));
  const inAll = [quantity('+', ofBefore), quantity('+', takenQuantity, 'taken')];
  return [step('returnable', before, ofBefore), step('returnable-in-all', inAll, returnableQuantity), compares];
}

function smaller(name: StepName, asked: string, askedName: TermName, room: string, roomName: TermName): Step {
  return computed(name, [quantity('+', asked, askedName), quantity('smaller-of', room, roomName)], 0);
}

function quantity(operator: Term['operator'], value: string, name?: TermName): Term {
  return term(operator, value, 'quantity', name);
}
