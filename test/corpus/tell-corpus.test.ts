import { describe, expect, it } from 'vitest';
import { decimal, decimalText } from '../../src/domain/decimal.ts';
import { CLASSES } from './classes/classes.table.ts';
import { totals } from './judge/kinds-of-lines.ts';
import type { Story } from './story.ts';
import { tellCorpus } from './tell-corpus.ts';

function told(seed: number, invoices: number): Story[] {
  return [...tellCorpus(seed, invoices).stories()];
}

const text = (stories: readonly Story[]) => JSON.stringify(stories);

describe('a generated corpus', () => {
  it('is the same for the same seed, to the byte, and another for another seed', () => {
    expect(text(told(5, 60))).toBe(text(told(5, 60)));
    expect(text(told(6, 60))).not.toBe(text(told(5, 60)));
  });

  it('begins with one story of every class, and a longer one begins like a shorter one', () => {
    const names = told(1, 250).map(({ className }) => className);
    expect(new Set(names.slice(0, CLASSES.length))).toEqual(new Set(CLASSES.map(({ name }) => name)));
    const short = told(1, 40);
    expect(text(told(1, 80).slice(0, short.length))).toBe(text(short));
  });

  it('has classes with names of their own, each from a scenario, thirty and more of them faults', () => {
    expect(new Set(CLASSES.map(({ name }) => name)).size).toBe(CLASSES.length);
    expect(CLASSES.filter(({ scenarios }) => scenarios.length === 0)).toEqual([]);
    const faults = CLASSES.filter(({ calls, outcome }) => calls !== undefined || outcome !== undefined);
    expect(faults.length).toBeGreaterThanOrEqual(30);
  });

  const stories = told(2, 600);

  it('names its files uniquely', () => {
    const files = stories.flatMap(({ documents }) => documents.map(({ file }) => file));
    expect(new Set(files).size).toBe(files.length);
  });

  it('knows the truth of every line', () => {
    for (const { documents } of stories) {
      for (const { draft } of documents) expect(draft.truth.lines.length).toBe(draft.spec.lines.length);
    }
  });

  it('delivers no more than was ordered, but where the class says so', () => {
    const again = new Set([
      'same number, other content',
      'same number in another spelling',
      'number with a leading zero',
    ]);
    const twice = new Set([
      'the same file twice',
      'the same delivery on a new number',
      'everything invoiced before',
      'credited twice',
    ]);
    for (const { className, orders, documents } of stories) {
      if (again.has(className) || twice.has(className)) continue;
      const delivered = totals(
        documents
          .filter(({ draft }) => draft.spec.kind === 'invoice')
          .flatMap(({ draft }) => draft.truth.lines.flatMap(({ parts }) => parts))
          .map((part) => [`${part.orderNo}/${part.lineNo}`, part.quantity] as const),
      );
      for (const { orderNo, lines } of orders) {
        for (const { lineNo, quantity } of lines) {
          const got = delivered.get(`${orderNo}/${lineNo}`) ?? decimal('0');
          expect(got.lte(quantity), `${className} ${orderNo}/${lineNo} ${decimalText(got)}`).toBe(true);
        }
      }
    }
  });

  it('has all three families, invoices and credit notes, several currencies', () => {
    const specs = stories.flatMap(({ documents }) => documents.map(({ draft }) => draft.spec));
    expect(new Set(specs.map(({ family }) => family)).size).toBe(3);
    expect(new Set(specs.map(({ kind }) => kind)).size).toBe(2);
    expect(new Set(specs.map(({ currency }) => currency)).size).toBeGreaterThan(2);
  });
});
