import type { OrderLineMatchStatus } from './documents.generated.ts';
import type { Transition } from './file-status.table.ts';

/**
 * OrdLnSt of an order line in the match of one invoice, and OrdPrSt2 of its order: the order shows the worst of its
 * lines, by `rank` (order-match.md 26). After a rejection the lines are `none` again; the document says rejected.
 */
export const ORDER_LINE_STATUSES = {
  none: { rank: 0, final: false },
  'matched-inside': { rank: 1, final: false },
  'added-charge': { rank: 2, final: false },
  received: { rank: 3, final: true },
  'outside-tolerance': { rank: 4, final: false },
  'no-product-link': { rank: 5, final: false },
} as const satisfies Record<OrderLineMatchStatus, { rank: number; final: boolean }>;

type Row = Transition<OrderLineMatchStatus>;

/** What a decision finds about a line. A created line is `added-charge` from its first moment. */
const FOUND = [
  { event: 'find-inside', to: 'matched-inside' },
  { event: 'find-outside', to: 'outside-tolerance' },
  { event: 'find-no-product', to: 'no-product-link' },
] as const satisfies readonly { event: string; to: OrderLineMatchStatus }[];

const DECIDED_FROM = ['none', 'matched-inside', 'outside-tolerance', 'no-product-link'] as const;
const RECEIVED_FROM = ['matched-inside', 'added-charge', 'outside-tolerance'] as const;
const RELEASED_FROM = ['matched-inside', 'added-charge', 'outside-tolerance', 'no-product-link'] as const;

/** `{ from, event, to, by, guard, effects }` of an order line within one match (architecture 4). */
export const ORDER_LINE_TRANSITIONS: readonly Row[] = [
  ...DECIDED_FROM.flatMap((from) =>
    FOUND.map((found): Row => ({ from, ...found, by: 'path', guard: null, effects: ['suggest-values'] })),
  ),
  { from: 'none', event: 'create', to: 'added-charge', by: 'path', guard: null, effects: ['create-line'] },
  ...RECEIVED_FROM.map(
    (from): Row => ({
      from,
      event: 'receive',
      to: 'received',
      by: 'match',
      guard: 'not-prepayment-blocked',
      effects: ['receive'],
    }),
  ),
  ...RELEASED_FROM.map(
    (from): Row => ({
      from,
      event: 'release',
      to: 'none',
      by: 'match',
      guard: 'nothing-received',
      effects: ['clear-values'],
    }),
  ),
];

/** The worst status of several lines, which the order shows; `none` where there are no lines. */
export function worstLineStatus(statuses: Iterable<OrderLineMatchStatus>): OrderLineMatchStatus {
  let worst: OrderLineMatchStatus = 'none';
  for (const status of statuses) {
    if (ORDER_LINE_STATUSES[status].rank > ORDER_LINE_STATUSES[worst].rank) worst = status;
  }
  return worst;
}
