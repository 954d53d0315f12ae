import { currencyDecimals } from '../../../domain/currency.table.ts';
import { decimal, decimalText, sum } from '../../../domain/decimal.ts';
import type { LinkState } from '../../../domain/decision.ts';
import type { OrderMatchResult, Receipt } from '../../../domain/documents.generated.ts';
import { next } from '../../../domain/next-status.ts';
import { ORDER_LINE_TRANSITIONS } from '../../../domain/order-line-status.table.ts';
import { amountText } from '../amount-text.ts';
import { orderLineKey } from '../orders-with-room.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import type { Processing } from './processing.ts';
import { type ResultLine, resultLines, withLines } from './selected-lines.ts';
import { settledOrders } from './settled-orders.ts';

/** What a receipt makes of a result and its links. */
export interface Received {
  receipt: Receipt;
  result: OrderMatchResult;
  links: LinkState[];
}

/** Every receipt of an invoice, oldest first. A result from before there could be several has its one. */
export function receiptsOf({ receipts, receipt }: OrderMatchResult): Receipt[] {
  return receipts ?? (receipt === null ? [] : [receipt]);
}

/** A document of which something was received is not rejected: a credit note puts it right (order-match.md 16). */
export function refusedOnceReceived(result: OrderMatchResult): Refusal | undefined {
  return receiptsOf(result).length > 0 ? refuse('ALREADY_RECEIVED', { at: 'document' }) : undefined;
}

/**
 * Receives what is not received yet of these order lines, of all where none are named: the links, the lines, and a
 * receipt with a number of its own that is never given again.
 */
export function receivedLines(
  { context }: Processing,
  result: OrderMatchResult,
  links: readonly LinkState[],
  only: ReadonlySet<string> | undefined,
): Received {
  const chosen = (key: string) => only === undefined || only.has(key);
  const isNow = (link: LinkState) => link.state !== 'received' && chosen(keyOf(link));
  const lines = resultLines(result).filter(({ key, line }) => chosen(key) && !line.received);
  const receipt: Receipt = {
    receiptId: `${result.documentId}-${receiptsOf(result).length + 1}`,
    date: context.today,
    productTransactions: transactions(result, lines, links.filter(isNow)),
  };
  return {
    receipt,
    result: { ...asReceived(result, chosen), receipt, receipts: [...receiptsOf(result), receipt] },
    links: links.map(({ reserved: _, ...link }) =>
      isNow(link) ? { ...link, state: 'received', receivedAt: context.now } : link,
    ), // what is left of a document that is received in part reserves all of it
  };
}

function transactions(
  result: OrderMatchResult,
  lines: readonly ResultLine[],
  links: readonly LinkState[],
): Receipt['productTransactions'] {
  const decimals = currencyDecimals(result.supplierInvoice.currency);
  const byLine = Map.groupBy(links, keyOf);
  return lines.map(({ key, orderNo, line }) => {
    const own = byLine.get(key) ?? [];
    return {
      orderNo,
      orderLineNo: line.lineNo,
      productNo: line.productNo,
      quantity: decimalText(sum(own.map((link) => decimal(link.quantity)))),
      amount: amountText(sum(own.map((link) => decimal(link.amount))), decimals),
      accountingDocumentNo: result.accountingDocumentNo,
    };
  });
}

function asReceived(result: OrderMatchResult, chosen: (key: string) => boolean): OrderMatchResult {
  return settledOrders(
    withLines(result, (line, key) => {
      if (!chosen(key) || line.received) return line;
      const status = next(ORDER_LINE_TRANSITIONS, line.status, 'receive') ?? line.status;
      return { ...line, received: true, status };
    }),
  );
}

function keyOf({ orderNo, orderLineNo }: LinkState): string {
  return orderLineKey(orderNo, orderLineNo);
}
