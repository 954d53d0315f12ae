import type { Change } from '../../../src/domain/decision.ts';
import type { LearnedLink } from '../../../src/domain/documents.generated.ts';
import { learn, type LearningContext } from '../../../src/rules/order-match/learned/learn.ts';
import { invoice, type LineWords } from '../invoice-in-words.ts';
import { facts } from '../order-match-world.ts';

export const KARI: LearningContext = { documentId: 'doc1', author: 'kari', now: '2026-11-21T18:17:00.000Z' };

/** A line of an invoice: 20 of X-1 at 12.50, unless said otherwise. */
export function line(words: Partial<LineWords> = {}) {
  const [made] = invoice({ ref: '1001', lines: [{ sku: 'X-1', q: '20', pr: '12.50', ...words }] }).lines;
  if (made === undefined) throw new Error('no line');
  return made;
}

/** What an operator's link of a line to a product teaches, where `known` was learned before. */
export function taught(
  words: Partial<LineWords>,
  productNo: string,
  known: readonly LearnedLink[] = [],
  context: Partial<LearningContext> = {},
): Change[] {
  return learn({ supplierNo: '50001', line: line(words), productNo }, facts({ learned: known }), {
    ...KARI,
    ...context,
  });
}

/** The learned links that changes write, over those that were there. */
export function keptAfter(changes: readonly Change[], before: readonly LearnedLink[] = []): LearnedLink[] {
  const kept = new Map(before.map((one) => [keyOf(one), one]));
  for (const change of changes) {
    if (change.change !== 'put-document') continue;
    const link = change.content as LearnedLink;
    kept.set(keyOf(link), link);
  }
  return [...kept.values()];
}

function keyOf({ by, alias, unit, productNo, number }: LearnedLink): string {
  return [by, alias, unit, productNo, number].join('|');
}

/** A link as `learn` makes it. */
export function learnedLink(more: Partial<LearnedLink> = {}): LearnedLink {
  return {
    document: 'learned-link',
    supplierNo: '50001',
    by: 'sellers-item-id',
    alias: 'x-1',
    written: 'X-1',
    productNo: 'C',
    number: 1,
    status: 'unconfirmed',
    learnedBy: 'kari',
    learnedAt: KARI.now,
    learnedFrom: 'doc1',
    confirmedTimes: 0,
    confirmations: [],
    ...more,
  };
}
