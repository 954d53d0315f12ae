import { type Decimal, decimalOrUndefined, isZero, ZERO } from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { CreatedLine, PurchaseOrder, SupplierInvoice } from '../../domain/documents.generated.ts';
import { splitByLargestRemainder } from '../../domain/largest-remainder.ts';
import { amountText } from './amount-text.ts';
import type { Charge } from './charge.ts';

/** What new order lines are made by. */
export interface CreationRule {
  /** The product of each kind, where the site sets one that exists; null otherwise. */
  products: Record<CreatedLine['kind'], string | null>;
  /** Of the currency. */
  decimals: number;
  /** Goods net of each order in a VAT group; in any group where the charge's has none. */
  weightOf: (order: PurchaseOrder, taxGroup: string | undefined) => Decimal;
  /** The orders that a charge belongs to: that of its line, or all of the invoice's. */
  ordersOf: (charge: Charge) => readonly PurchaseOrder[];
}

/** A created line with its exact amounts beside the texts. */
export interface Creation {
  line: CreatedLine;
  amount: Decimal;
  vat: Decimal;
}

/** The setting that names the product of a kind of created line. */
export const CHARGE_PRODUCT_SETTINGS: Readonly<Record<CreatedLine['kind'], string>> = {
  freight: 'mappings/site.yaml company.freightProduct',
  fee: 'mappings/site.yaml company.feeAndRoundingProduct',
  rounding: 'mappings/site.yaml company.feeAndRoundingProduct',
};

/**
 * The order lines that are created for freight, fees and the rounding amount (C010, C011). A charge of an invoice over
 * several orders is spread over them by the net of its own VAT category and rate, largest remainder; the rounding
 * goes to the first order.
 */
export function createdLines(
  invoice: SupplierInvoice,
  orders: readonly PurchaseOrder[],
  charges: readonly Charge[],
  vatOf: (charge: Charge) => Decimal,
  rule: CreationRule,
): Creation[] {
  const created = charges.flatMap((charge) => createdFor(charge, vatOf(charge), rule));
  const rounding = decimalOrUndefined(invoice.totals.rounding) ?? ZERO;
  const [first] = orders;
  if (first === undefined || isZero(rounding)) return created;
  return [...created, creation(first, 'rounding', rounding, ZERO, 'rounding', rule)];
}

function createdFor(charge: Charge, vat: Decimal, rule: CreationRule): Creation[] {
  const orders = rule.ordersOf(charge);
  const ofGroup = orders.map((order) => rule.weightOf(order, charge.taxGroup));
  const weights = ofGroup.some((weight) => !isZero(weight))
    ? ofGroup
    : orders.map((order) => rule.weightOf(order, undefined));
  const amounts = splitByLargestRemainder(charge.amount, weights, rule.decimals);
  const vats = splitByLargestRemainder(vat, weights, rule.decimals);
  return orders.flatMap((order, index) => {
    const [amount, share] = [amounts[index] ?? ZERO, vats[index] ?? ZERO];
    return isZero(amount) && isZero(share) ? [] : [creation(order, charge.kind, amount, share, charge.text, rule)];
  });
}

function creation(
  order: PurchaseOrder,
  kind: CreatedLine['kind'],
  amount: Decimal,
  vat: Decimal,
  text: string,
  rule: CreationRule,
): Creation {
  const line: CreatedLine = {
    orderNo: order.orderNo,
    kind,
    productNo: rule.products[kind],
    amount: amountText(amount, rule.decimals),
    ...(isZero(vat) ? {} : { vatAmount: amountText(vat, rule.decimals) }),
    text,
  };
  return { line, amount, vat };
}

/** Freight, a fee or a rounding that has no product to be written on: status 11 (C012). Only the product that is needed must exist. */
export function missingChargeProducts(
  kinds: ReadonlySet<CreatedLine['kind']>,
  products: CreationRule['products'],
): Reason[] {
  return (['freight', 'fee', 'rounding'] as const)
    .filter((kind) => kinds.has(kind) && products[kind] === null)
    .map((kind) => ({ code: 'FREIGHT_OR_FEE_PRODUCT_MISSING', at: kind, setting: CHARGE_PRODUCT_SETTINGS[kind] }));
}
