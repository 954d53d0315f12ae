import { type Decimal, decimal, decimalText, isPositive, max, min, sum, ZERO } from '../../../domain/decimal.ts';
import type { Change, LinkState, Reason } from '../../../domain/decision.ts';
import { isMoreThan } from '../order-line-figures.ts';
import { inOrder } from '../order-match-status.ts';
import { orderLineUse } from '../order-line-use.ts';
import { linksByOrderLine } from '../orders-with-room.ts';
import { orderOf, type Processing } from './processing.ts';
import type { ResultLine } from './selected-lines.ts';

/** What a receipt by hand takes beyond what is open today: for the result, for the answer, and who should know. */
export interface OverReceipts {
  /** OVER_QUANTITY with today's figures. */
  reasons: Reason[];
  /** By how much, for the operator. */
  said: Reason[];
  changes: Change[];
}

/**
 * Compares what is received now of these order lines with what is open today (order-match.md 3 and 16): ordered, less
 * what was invoiced and what other documents reserve; of a return what can be credited. Quantities are in the order
 * line's unit. Goods beyond the ordered quantity raise an alert.
 */
export function overReceipts(processing: Processing, lines: readonly ResultLine[]): OverReceipts {
  const { facts } = processing;
  const { documentId } = facts.stored.result;
  const used = linksByOrderLine(facts.orderMatch.links);
  const own = linksByOrderLine(facts.ownLinks.filter(({ state }) => state !== 'received'));
  const found = lines.map((line) => overReceipt(processing, line, used.get(line.key) ?? [], own.get(line.key) ?? []));
  const beyond = found.flatMap(({ beyondOrder }) => beyondOrder);
  const alert = { code: 'RECEIVED_BEYOND_ORDER', subject: { kind: 'supplier-invoice', key: documentId } } as const;
  const text = beyond
    .map(({ at, expected, actual }) => `${actual} more than the ordered ${expected} on ${at}`)
    .join(', ');
  return {
    reasons: found.flatMap(({ reasons }) => reasons),
    said: inOrder(found.flatMap(({ beyondOpen, beyondOrder }) => [...beyondOpen, ...beyondOrder])),
    changes:
      beyond.length === 0
        ? []
        : [
            { change: 'clear-alert', ...alert },
            { change: 'raise-alert', ...alert, text: `More than ordered was received by hand: ${text}.` },
          ],
  };
}

function overReceipt(
  { facts }: Processing,
  { key, orderNo, line: { lineNo } }: ResultLine,
  others: readonly LinkState[],
  now: readonly LinkState[],
): { reasons: Reason[]; beyondOpen: Reason[]; beyondOrder: Reason[] } {
  const order = orderOf(facts, orderNo);
  const line = order?.lines.find((one) => one.lineNo === lineNo);
  if (order === undefined || line === undefined) return { reasons: [], beyondOpen: [], beyondOrder: [] };
  const use = orderLineUse(line, order.asOf, others);
  const ordered = decimal(line.quantity);
  const quantities = now.map(({ kind, quantity }) =>
    kind === 'credit-note' ? decimal(quantity).neg() : decimal(quantity),
  );
  const taken = sum(quantities.filter(isPositive));
  const returned = sum(quantities.filter((one) => !isPositive(one))).neg();
  const open = max(ordered.minus(use.invoiced).minus(use.reserved), ZERO);
  const creditable = max(use.creditable.minus(use.reservedReturn), ZERO).plus(taken);
  const beyond = min(taken, use.invoiced.plus(taken).minus(ordered));
  return {
    reasons: [...overQuantity(key, taken, open), ...overQuantity(key, returned, creditable)],
    beyondOpen: [
      ...more('RECEIVED_BEYOND_OPEN', key, taken, open),
      ...more('RETURNED_BEYOND_INVOICED', key, returned, creditable),
    ],
    beyondOrder: isMoreThan(beyond, ZERO)
      ? [{ code: 'RECEIVED_BEYOND_ORDER', at: key, expected: decimalText(ordered), actual: decimalText(beyond) }]
      : [],
  };
}

function overQuantity(at: string, quantity: Decimal, room: Decimal): Reason[] {
  if (!isMoreThan(quantity, room)) return [];
  return [{ code: 'OVER_QUANTITY', at, expected: decimalText(room), actual: decimalText(quantity) }];
}

function more(code: Reason['code'], at: string, quantity: Decimal, room: Decimal): Reason[] {
  if (!isMoreThan(quantity, room)) return [];
  return [{ code, at, expected: decimalText(room), actual: decimalText(quantity.minus(room)) }];
}
