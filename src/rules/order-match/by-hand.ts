import type { DocumentLink } from '../../domain/documents.generated.ts';

/** What an operator said of one invoice line: to which order line or product it belongs, or that it belongs to none. */
export interface LineByHand {
  invoiceLineId: string;
  orderNo?: string;
  orderLineNo?: number;
  productNo?: string;
  /** Linked to nothing until it is linked by hand. */
  unlinked?: true;
  /** Who said so, as the audit writes it, and when. */
  by: string;
  at: string;
}

/** What operators have done to the links of an invoice: kept with it, and above every tier whenever it is decided again. */
export interface ByHand {
  lines: readonly LineByHand[];
}

/** How an invoice line is taken out of the hands of the tiers. */
export type LineInHand =
  | { kind: 'order-line'; orderNo: string; orderLineNo: number }
  | { kind: 'product'; productNo: string }
  | { kind: 'unlinked' }
  /** A part of it was received: all its links stay as they are. */
  | { kind: 'kept'; parts: readonly DocumentLink[] };

/** By invoice line id. */
export type LinesInHand = ReadonlyMap<string, LineInHand>;

/** What is fixed before any tier is asked: links of which something was received, then what operators said. */
export function linesInHand(byHand: ByHand | undefined, kept: readonly DocumentLink[]): LinesInHand {
  const lines = new Map<string, LineInHand>();
  for (const line of byHand?.lines ?? []) lines.set(line.invoiceLineId, lineInHand(line));
  for (const [id, parts] of Map.groupBy(kept, (link) => link.invoiceLineId)) lines.set(id, { kind: 'kept', parts });
  return lines;
}

function lineInHand({ orderNo, orderLineNo, productNo }: LineByHand): LineInHand {
  if (orderNo !== undefined && orderLineNo !== undefined) return { kind: 'order-line', orderNo, orderLineNo };
  return productNo === undefined ? { kind: 'unlinked' } : { kind: 'product', productNo };
}

/** The orders that an invoice line is fixed to; undefined where its orders are found as the invoice says. */
export function ordersInHand(line: LineInHand | undefined): string[] | undefined {
  if (line?.kind === 'order-line') return [line.orderNo];
  return line?.kind === 'kept' ? [...new Set(line.parts.map(({ orderNo }) => orderNo))] : undefined;
}
