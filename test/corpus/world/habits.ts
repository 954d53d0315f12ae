import { decimal, roundedText, sum } from '../../../src/domain/decimal.ts';
import type { Chance } from '../../support/random.ts';
import type { Draft } from '../story.ts';
import { goodsNet } from './draft-invoice.ts';
import type { CorpusSupplier } from './world.ts';

/**
 * What suppliers add to an honest invoice: each changes the draft and says what it calls for. A supplier whose
 * preferences stop automatic receipt makes a held invoice (8) of a freight or fee.
 */
export type Habit = (draft: Draft, supplier: CorpusSupplier, luck: Chance) => void;

const FREIGHT_TEXTS = (word: string): string[] => [
  word,
  word.toUpperCase(),
  `${word}omkostninger`,
  `Ekspress${word}`,
  `Std. ${word} 1-3 dager`,
];
const FEE_TEXTS = ['Gebyr', 'Fakturagebyr', 'Miljøavgift', 'Ekspedisjon'] as const;

/** Freight in the header, at most a fiftieth to a tenth of the goods. Without freight words it is a fee (C04). */
export const freight: Habit = (draft, supplier, luck) => {
  const word = supplier.freightWords.length === 0 ? 'Frakt' : luck.pick(supplier.freightWords);
  charge(draft, supplier, luck, supplier.freightWords.length === 0 ? 'fee' : 'freight', luck.pick(FREIGHT_TEXTS(word)));
};

/** A fee in the header. */
export const fee: Habit = (draft, supplier, luck) => charge(draft, supplier, luck, 'fee', luck.pick(FEE_TEXTS));

function charge(draft: Draft, supplier: CorpusSupplier, luck: Chance, kind: 'freight' | 'fee', reason: string): void {
  const amount = share(draft, luck.between(2, 9));
  if (amount === '0.00') return;
  draft.spec.charges = [...(draft.spec.charges ?? []), { amount, reason }];
  draft.truth.charges.push({ kind, amount });
  holdFor(draft, supplier, kind);
}

/** A charge at a line, in the line's net: it is split out, never counted twice (C17). */
export const lineCharge: Habit = (draft, supplier, luck) => {
  // Not at the first line: that is the one that faults are injected in.
  const at = luck.between(1, Math.max(1, draft.spec.lines.length - 1));
  const line = draft.spec.lines[at];
  const amount = roundedText(decimal(line?.net ?? '0').times('0.04'), 2);
  if (line?.net === undefined || decimal(amount).lte('0')) return;
  const kind = supplier.freightWords.length === 0 ? 'fee' : 'freight';
  const net = roundedText(decimal(line.net).plus(amount), 2);
  const charged = { ...line, net, charges: [...(line.charges ?? []), { amount, reason: 'Frakt, delivery, versand' }] };
  draft.spec.lines = draft.spec.lines.map((one, index) => (index === at ? charged : one));
  draft.truth.charges.push({ kind, amount });
  holdFor(draft, supplier, kind);
};

/** The sum to pay is rounded (C10). */
export const rounding: Habit = (draft, supplier, luck) => {
  const amount = luck.pick(['-0.49', '-0.25', '0.10', '0.40', '0.50']);
  draft.spec.rounding = amount;
  draft.truth.charges.push({ kind: 'rounding', amount });
  holdFor(draft, supplier, 'fee');
};

/** Somebody sorted the lines: what they are does not depend on where they stand (L24). */
export const shuffled: Habit = (draft, _supplier, luck) => {
  const order = draft.spec.lines.map((_, index) => ({ index, key: luck.fraction() })).sort((a, b) => a.key - b.key);
  const { lines } = draft.spec;
  const truths = draft.truth.lines;
  draft.spec.lines = order.flatMap(({ index }) => lines[index] ?? []);
  draft.truth.lines = order.flatMap(({ index }) => truths[index] ?? []);
};

/** A share of the goods in per cent, rounded. */
export function share(draft: Draft, percent: number): string {
  return roundedText(
    sum([decimal(goodsNet(draft))])
      .times(String(percent))
      .times('0.01'),
    2,
  );
}

/** What the supplier's preferences say of a charge: the invoice waits for a person. */
export function holdFor(draft: Draft, supplier: CorpusSupplier, kind: 'freight' | 'fee'): void {
  if (kind === 'freight' && supplier.noFreight) hold(draft, 'FREIGHT_BLOCKS_RECEIPT');
  if (kind === 'fee' && supplier.noFees) hold(draft, 'FEE_BLOCKS_RECEIPT');
}

function hold(draft: Draft, reason: string): void {
  draft.calls.push(8);
  draft.reasons.push(reason);
}
