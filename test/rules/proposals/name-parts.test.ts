import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameIndex } from '../../../src/rules/order-match/proposals/name-index.ts';
import { nameParts, similarity } from '../../../src/rules/order-match/proposals/name-parts.ts';
import { StepBudget } from '../../../src/rules/order-match/step-budget.ts';

const RUNS = { numRuns: Number(process.env['ORDREBRO_PROPERTY_RUNS'] ?? 300) };

const alike = (a: string, b: string) => similarity(nameParts(a), nameParts(b));
/** Names that often share words, and texts that nobody would write. */
const words = fc.array(fc.constantFrom('Blå', 'blå', 'penn', 'PENN', '0,5', 'mm', 'Kaffe', '500g', 'ﬁlter', 'Ærfugl'), {
  maxLength: 6,
});
const name = fc.oneof(
  words.map((all) => all.join(' ')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe('how alike two names are', () => {
  it.each([
    ['Blåbærsyltetøy 500g', 'BLABAERSYLTETOY 500 G', 1000],
    ['penn, blå', 'Blå penn', 1000],
    ['ﬁlterkaffe', 'FILTERKAFFE', 1000],
    ['Penn blå', 'Stol', 0],
    ['', '', 0],
    ['---', '---', 0],
    ['Penn', '', 0],
    // One of two words is shared: 500; of nine trigrams each the five of "penn": 555; the mean of both, rounded down.
    ['Penn blå', 'Penn rød', 527],
  ])('"%s" and "%s": %i per mille', (a, b, expected) => {
    expect(alike(a, b)).toBe(expected);
  });

  it('a slip of the pen costs little, another article much', () => {
    expect(alike('Kulepenn blå medium', 'Kulepen blå medium')).toBeGreaterThan(600);
    expect(alike('Kulepenn blå medium', 'Kontorstol svart')).toBeLessThan(150);
  });

  it('is symmetric, between 0 and 1000, and the order of words does not count', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const value = alike(a, b);
        expect(alike(b, a)).toBe(value);
        expect(Number.isInteger(value) && value >= 0 && value <= 1000).toBe(true);
        expect(alike(a.split(' ').reverse().join(' '), b)).toBe(value);
      }),
      RUNS,
    );
  });

  it('is 1000 for a name and itself, unless it says nothing', () => {
    fc.assert(
      fc.property(name, (a) => {
        expect(alike(a, a)).toBe(nameParts(a).words.size === 0 ? 0 : 1000);
      }),
      RUNS,
    );
  });

  it('found by the index is what comparing one by one finds', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), name, fc.integer({ min: 1, max: 900 }), (all, asked, atLeast) => {
        const index = nameIndex(all.map((one, place) => ({ name: one, named: place })));
        const found = index.find(asked, atLeast, new StepBudget(1_000_000));
        const places = found.flatMap((hit) => hit.named.map((place) => [place, hit.similarity]));
        const oneByOne = all.map((one, place) => [place, alike(asked, one)] as const);
        expect(new Map(places as [number, number][])).toEqual(
          new Map(oneByOne.filter(([, value]) => value >= atLeast)),
        );
      }),
      RUNS,
    );
  });

  it('finds nothing more when the budget is spent, and takes nothing that is not there', () => {
    const index = nameIndex([
      { name: 'Penn', named: 1 },
      { name: 'Penn', named: 2 },
    ]);
    const budget = new StepBudget(9);
    expect(index.find('Penn', 400, budget)).toEqual([{ named: [1, 2], similarity: 1000 }]);
    expect(budget.left).toBe(4); // "Penn" has five trigrams, and one name meets each
    expect(index.find('Penn', 400, budget)).toEqual([]);
    expect(budget.left).toBe(4);
  });
});
