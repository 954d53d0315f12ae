import type { SupplierInvoice } from '../../../domain/documents.generated.ts';
import type { OrderMatchSettings } from '../../../domain/settings.generated.ts';
import { type OrderLineReference, readOrderLineReference } from './order-line-reference.ts';
import {
  candidatesOf,
  compileOrderNumberPatterns,
  type OrderReference,
  readOrderReference,
} from './order-reference.ts';
import { type TextTokens, textTokens } from './text-tokens.ts';

/** All that an invoice says about orders, read but not yet looked up. */
export interface OrderCandidates {
  header: OrderReference | undefined;
  /** One entry for each invoice line, in the invoice's order. */
  lines: readonly { order: OrderReference | undefined; line: OrderLineReference | undefined }[];
  /** Free text: read only where nothing above states an order. */
  text: TextTokens;
  /** Does the header or a line state an order number? Then free text does not count. */
  stated: boolean;
}

/** Reads every order number and order line number that the invoice states. */
export function orderCandidates(invoice: SupplierInvoice, settings: OrderMatchSettings): OrderCandidates {
  const patterns = compileOrderNumberPatterns(settings.orderNumberPatterns);
  const header = readOrderReference(invoice.orderReference, patterns);
  const lines = invoice.lines.map((line) => ({
    order: readOrderReference(line.orderReference, patterns),
    line: readOrderLineReference(line.orderLineReference),
  }));
  const stated =
    header !== undefined || lines.some(({ order, line }) => order !== undefined || line?.prefix?.agreed === true);
  const none: TextTokens = { buyerReference: [], notes: [] };
  return { header, lines, stated, text: stated ? none : textTokens(invoice, settings.orderFromText, patterns) };
}

/** The numbers under which orders are looked up: every one that is stated, and where none is, the words of the texts. */
export function orderNosToLookUp(candidates: OrderCandidates): string[] {
  const numbers = new Set<string>(candidates.header === undefined ? [] : candidatesOf(candidates.header));
  for (const { order, line } of candidates.lines) {
    for (const number of order === undefined ? [] : candidatesOf(order)) numbers.add(number);
    if (line?.prefix !== undefined) numbers.add(line.prefix.orderNo);
  }
  for (const token of [...candidates.text.buyerReference, ...candidates.text.notes]) numbers.add(token);
  return [...numbers];
}
