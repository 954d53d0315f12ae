import { decimal, decimalText } from '../../domain/decimal.ts';
import type { OrderLineSnapshot, WrittenValues } from '../../domain/decision.ts';
import type { PurchaseOrderLine } from '../../domain/documents.generated.ts';

/** A limit on what is remembered of one order line; then what was written longest ago goes. */
const MOST_WRITTEN = 32;

/** An order line as it holds now: what the buyer's file says, with the values that invoices wrote to it (C028). */
export interface OrderLineInForce {
  price: string;
  discountPercent: string;
  /** What an invoice wrote as the quantity to be invoiced now; the ordered quantity is the buyer's and stays. */
  quantityToInvoice: string | null;
  /** The invoice whose values are in force; null where they are the buyer's own. */
  writtenBy: string | null;
}

/** Values with the price that an invoice wrote. */
type PricedValues = WrittenValues & { price: string };

/** The price that was written last and not withdrawn, with what was written beside it; undefined where the buyer's own is in force. */
export function valuesInForce(snapshot: OrderLineSnapshot | undefined): PricedValues | undefined {
  return snapshot?.written?.findLast(
    (values): values is PricedValues => values.withdrawn !== true && values.price !== undefined,
  );
}

/**
 * What an order line costs now. A file that repeats a price of ours which was withdrawn since does not bring it back:
 * then the price counts that the first match saw.
 */
export function orderLineInForce(line: PurchaseOrderLine, snapshot: OrderLineSnapshot | undefined): OrderLineInForce {
  const last = snapshot?.written?.findLast((values) => values.withdrawn !== true);
  const quantityToInvoice = last === undefined || last.received ? null : last.quantity;
  const values = valuesInForce(snapshot);
  if (values !== undefined) {
    const { price, discountPercent = '0', documentId } = values;
    return { price, discountPercent, quantityToInvoice, writtenBy: documentId };
  }
  const repeated = snapshot !== undefined && !isPrice(line.price, snapshot.price) && isWritten(line.price, snapshot);
  const { price, discountPercent } = repeated ? snapshot : line;
  const writtenBy = quantityToInvoice === null ? null : (last?.documentId ?? null);
  return { price, discountPercent: discountPercent ?? '0', quantityToInvoice, writtenBy };
}

/** Is it a price that we wrote to the line, in force or not (order-match.md 5)? */
export function isWritten(price: string, snapshot: OrderLineSnapshot): boolean {
  const ours = [snapshot.writtenPrice, ...(snapshot.written ?? []).map((values) => values.price)];
  return ours.some((one) => one !== undefined && isPrice(price, one));
}

/** The snapshot with an invoice's values written last, in place of those that it wrote before. */
export function withValues(snapshot: OrderLineSnapshot, values: WrittenValues): OrderLineSnapshot {
  const others = (snapshot.written ?? []).filter(({ documentId }) => documentId !== values.documentId);
  return inForce(snapshot, [...others, values].slice(-MOST_WRITTEN));
}

/** The snapshot with an invoice's values withdrawn; undefined where none of its values are in force there. */
export function withoutValues(snapshot: OrderLineSnapshot, documentId: string): OrderLineSnapshot | undefined {
  const written = snapshot.written ?? [];
  if (!written.some((values) => values.documentId === documentId && values.withdrawn !== true)) return undefined;
  return inForce(
    snapshot,
    written.map((values) => (values.documentId === documentId ? { ...values, withdrawn: true } : values)),
  );
}

function inForce(
  { writtenPrice: _, ...snapshot }: OrderLineSnapshot,
  written: readonly WrittenValues[],
): OrderLineSnapshot {
  const values = valuesInForce({ ...snapshot, written });
  return { ...snapshot, ...(values === undefined ? {} : { writtenPrice: values.price }), written };
}

function isPrice(one: string, other: string): boolean {
  return decimal(one).eq(decimal(other));
}

/** What a person changed of an order line since values were written to it; the price we wrote and the one before are no change. */
export function editedSince(line: PurchaseOrderLine, values: WrittenValues): { before: string; now: string }[] {
  const { before } = values;
  const { price: ours = before.price, discountPercent: ourDiscount = before.discountPercent } = values;
  const price = isPrice(line.price, before.price) || isPrice(line.price, ours);
  const discount = line.discountPercent ?? '0';
  const sameDiscount = isPrice(discount, before.discountPercent) || isPrice(discount, ourDiscount);
  return [
    ...(price ? [] : [{ before: plain(before.price), now: plain(line.price) }]),
    ...(sameDiscount ? [] : [{ before: `${plain(before.discountPercent)} %`, now: `${plain(discount)} %` }]),
    ...(isPrice(line.quantity, before.quantity) ? [] : [{ before: plain(before.quantity), now: plain(line.quantity) }]),
  ];
}

function plain(value: string): string {
  return decimalText(decimal(value));
}
