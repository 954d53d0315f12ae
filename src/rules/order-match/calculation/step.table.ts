/** What a figure is: how many decimals it is shown with. */
export type FigureKind = 'money' | 'price' | 'quantity' | 'percent';

interface StepRow {
  as: FigureKind;
  /** Why a result may be another one than its terms give: it is never below zero, the document states it, or it was decided. */
  otherwise: 'at-least-zero' | 'as-stated' | 'as-decided';
}

const row = (as: FigureKind, otherwise: StepRow['otherwise'] = 'as-decided'): StepRow => ({ as, otherwise });

/** The steps of a calculation. Labels for people are in texts/*.json under `step.<name>`. */
export const STEPS = {
  // the invoice's side of an order line
  goods: row('money'),
  'line-net': row('money', 'as-stated'),
  'line-counted': row('money'),
  'quantity-converted': row('quantity'),
  part: row('money'),
  charge: row('money'),
  'invoice-figure': row('money'),
  // the order's side
  'price-discount': row('price'),
  'net-price': row('price'),
  open: row('quantity', 'at-least-zero'),
  'taken-compared': row('quantity'),
  returnable: row('quantity', 'at-least-zero'),
  'returnable-in-all': row('quantity'),
  'returned-compared': row('quantity'),
  compared: row('quantity'),
  'order-figure': row('money'),
  // the comparison
  deviation: row('money'),
  'percent-of-invoice': row('percent'),
  'percent-of-order': row('percent'),
  'limit-left': row('money'),
  'limit-right': row('money'),
  'vat-of-part': row('money'),
  'vat-of-charge': row('money'),
  'vat-share': row('money'),
  'vat-of-line': row('money'),
  // the orders
  'order-net': row('money'),
  'order-vat': row('money'),
  'order-gross': row('money'),
  'on-no-order': row('money'),
  'vat-on-no-order': row('money'),
  'deviations-together': row('money'),
  // the document
  'lines-net': row('money', 'as-stated'),
  net: row('money', 'as-stated'),
  'vat-of-rate': row('money', 'as-stated'),
  vat: row('money', 'as-stated'),
  gross: row('money', 'as-stated'),
  payable: row('money', 'as-stated'),
} as const satisfies Record<string, StepRow>;

export type StepName = keyof typeof STEPS;

/** What a term is, where its place does not say it. Words for people are in texts/*.json under `term.<name>`. */
export const TERM_NAMES = [
  'ordered',
  'invoiced-before',
  'reserved',
  'open',
  'taken',
  'returned',
  'reserved-returns',
  'returnable',
  'order-price',
  'first-match-price',
  'preceding-invoice-price',
  'allowance',
  'charge',
  'charge-taken-out',
  'header-allowance',
  'as-stated',
  'other-parts',
  'line',
  'freight',
  'fee',
  'rounding',
  'header-allowances',
  'header-charges',
  'vat',
  'vat-shared-out',
  'prepaid',
  'all-lines',
] as const;

export type TermName = (typeof TERM_NAMES)[number];
