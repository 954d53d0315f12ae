import type { Transition } from './file-status.table.ts';

/** What holds for every supplier invoice that rests in a status. */
interface OrderMatchStatus {
  name: string;
  /** Visma's own words. */
  visma: string;
  /** Nothing leads out of it. */
  final: boolean;
  /** What the file it came in is answered: done, waiting for a person or another document, or refused. */
  outcome: 'accepted' | 'held' | 'rejected';
  /** Nothing but tolerance and holds speaks against it: every line has its order line and its product (order-match.md 15). */
  isMatched: boolean;
  /** Its order lines have suggested values, and hold on to what they use of the orders (contract 5). */
  suggestsValues: boolean;
  /** Decided again by itself when something changes; the others are done, or in a person's hands (order-match.md 24). */
  decidedAgain: boolean;
}

/** OrdMaSt of the source, Table 9: code, our name, Visma's own words, and what holds there. */
export const ORDER_MATCH_STATUSES = {
  1: {
    name: 'completed-automatically',
    visma: 'Ferdiggjort gjennom automatisk matching',
    final: true,
    outcome: 'accepted',
    isMatched: true,
    suggestsValues: true,
    decidedAgain: false,
  },
  2: {
    name: 'in-progress',
    visma: 'Pågår',
    final: false,
    outcome: 'held',
    isMatched: false,
    suggestsValues: true,
    decidedAgain: false,
  },
  3: {
    name: 'order-not-found',
    visma: 'Ordrenr. ikke funnet',
    final: false,
    outcome: 'held',
    isMatched: false,
    suggestsValues: false,
    decidedAgain: true,
  },
  4: {
    name: 'outside-tolerance',
    visma: 'Utenfor toleransegrense',
    final: false,
    outcome: 'held',
    isMatched: true,
    suggestsValues: true,
    decidedAgain: true,
  },
  5: {
    name: 'completed-manually',
    visma: 'Ferdiggjort manuelt',
    final: true,
    outcome: 'accepted',
    isMatched: true,
    suggestsValues: true,
    decidedAgain: false,
  },
  6: {
    name: 'rejected',
    visma: 'Avvist',
    final: true,
    outcome: 'rejected',
    isMatched: false,
    suggestsValues: false,
    decidedAgain: false,
  },
  7: {
    name: 'mandatory-value-missing',
    visma: 'Obligatorisk verdi mangler',
    final: false,
    outcome: 'held',
    isMatched: false,
    suggestsValues: false,
    decidedAgain: true,
  },
  8: {
    name: 'awaiting',
    visma: 'Avventer',
    final: false,
    outcome: 'held',
    isMatched: true,
    suggestsValues: true,
    decidedAgain: true,
  },
  9: {
    name: 'incomplete-product-mapping',
    visma: 'Ufullstendig produktkobling',
    final: false,
    outcome: 'held',
    isMatched: false,
    suggestsValues: true,
    decidedAgain: true,
  },
  10: {
    name: 'currency-mismatch',
    visma: 'Valuta mismatch',
    final: false,
    outcome: 'held',
    isMatched: false,
    suggestsValues: false,
    decidedAgain: true,
  },
  11: {
    name: 'freight-or-fee-product-not-defined',
    visma: 'Frakt-/gebyrprodukt ikke definert',
    final: false,
    outcome: 'held',
    isMatched: false,
    suggestsValues: true,
    decidedAgain: true,
  },
} as const satisfies Record<number, OrderMatchStatus>;

export type OrderMatchStatusCode = keyof typeof ORDER_MATCH_STATUSES;

/** One status of a document, several faults: which status shows (order-match.md 7). */
export const STATUS_PRECEDENCE = [7, 3, 10, 9, 11, 4, 8, 1] as const satisfies readonly OrderMatchStatusCode[];

/** Where a supplier invoice rests: `new` before its first decision (never stored), then its status code as text. */
export type OrderMatchPlace = 'new' | `${OrderMatchStatusCode}`;

type Row = Transition<OrderMatchPlace>;

/** Decisions find one of these (order-match.md 7). 2, 5 and 6 come by hand only. */
const DECISIONS = [
  { event: 'find-complete', to: '1', effects: ['receive', 'write-result'] },
  { event: 'find-order-missing', to: '3', effects: ['write-result', 'wait-for-order'] },
  { event: 'find-outside-tolerance', to: '4', effects: ['suggest-values', 'reserve', 'write-result'] },
  { event: 'find-value-missing', to: '7', effects: ['write-result'] },
  { event: 'find-receipt-held', to: '8', effects: ['suggest-values', 'reserve', 'write-result'] },
  { event: 'find-product-missing', to: '9', effects: ['suggest-values', 'reserve', 'write-result'] },
  { event: 'find-other-currency', to: '10', effects: ['write-result'] },
  { event: 'find-charge-product-missing', to: '11', effects: ['suggest-values', 'reserve', 'write-result'] },
] as const satisfies readonly { event: string; to: OrderMatchPlace; effects: readonly string[] }[];

/** Decided for the first time, or again: by hand, when an order arrives, when another match lets go of its order. */
const DECIDED_FROM = ['new', '2', '3', '4', '7', '8', '9', '10', '11'] as const satisfies readonly OrderMatchPlace[];

/** What an operator may do, and where (order-match.md 16; contract 1, `invoice`). */
const OPERATOR_ACTIONS = [
  // Oppdater fakturaverdier: the suggested values go into the order lines, nothing is received (C028).
  { event: 'update', from: ['2', '4', '8', '9'], to: '2', guard: null, effects: ['write-values', 'write-result'] },
  // Oppdater verdier og motta faktura: values and receipt (C029); the last linked line completes the document.
  {
    event: 'receive-all',
    from: ['2', '4', '8'],
    to: '5',
    guard: 'not-prepayment-blocked',
    effects: ['write-values', 'receive', 'write-result'],
  },
  {
    event: 'receive-some',
    from: ['2', '4', '8', '9'],
    to: '2',
    guard: 'not-prepayment-blocked',
    effects: ['write-values', 'receive', 'write-result'],
  },
  { event: 'link', from: ['2', '4', '8', '9'], to: '2', guard: null, effects: ['learn', 'decide-again'] },
  { event: 'unlink', from: ['2', '4', '8', '9'], to: '2', guard: null, effects: ['release', 'decide-again'] },
  // Avvis faktura: exactly what the match set is cleared (C030, C031).
  {
    event: 'reject',
    from: ['2', '3', '4', '7', '8', '9', '10', '11'],
    to: '6',
    guard: 'nothing-received',
    effects: ['clear-values', 'release', 'write-result'],
  },
] as const satisfies readonly {
  event: string;
  from: readonly OrderMatchPlace[];
  to: OrderMatchPlace;
  guard: string | null;
  effects: readonly string[];
}[];

/** `{ from, event, to, by, guard, effects }` of a supplier invoice in order match (architecture 4). */
export const ORDER_MATCH_TRANSITIONS: readonly Row[] = [
  ...DECIDED_FROM.flatMap((from) => DECISIONS.map((found): Row => ({ from, by: 'path', guard: null, ...found }))),
  ...OPERATOR_ACTIONS.flatMap(({ from, ...action }) =>
    from.map((place): Row => ({ from: place, by: 'operator', ...action })),
  ),
];
