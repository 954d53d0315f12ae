import { describe, expect, it } from 'vitest';
import type { DeliveryAlternative, OrderMatchResult } from '../../src/domain/documents.generated.ts';
import { compare, decimal } from '../../src/domain/decimal.ts';
import { invoice, type LineWords } from './invoice-in-words.ts';
import { facts, match, order, type OrderLineWords } from './order-match-world.ts';

/** Large documents: an index by product and price, never every line with every line. */

interface Large {
  document: ReturnType<typeof invoice>;
  known: ReturnType<typeof facts>;
}

/** `repeats` order lines of each product and the invoice lines for them, in reverse. */
function large(
  products: number,
  repeats: number,
  priceOf: (repeat: number) => string,
  invoiced: (repeat: number) => string,
): Large {
  const lines: LineWords[] = [];
  const ordered: OrderLineWords[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (let product = 0; product < products; product += 1) {
      ordered.push({ p: `P${product}`, q: String(1 + (repeat % 7)), pr: priceOf(repeat) });
      lines.push({ sku: `S${product}`, q: String(1 + (repeat % 7)), pr: invoiced(repeat) });
    }
  }
  const alternatives = Array.from(
    { length: products },
    (_, product): DeliveryAlternative => ({
      document: 'delivery-alternative',
      supplierNo: '50001',
      productNo: `P${product}`,
      supplierProductNo: `S${product}`,
    }),
  );
  return {
    document: invoice({ ref: '1001', lines: lines.reverse() }),
    known: facts({ orders: [order('1001', ordered)], alternatives }),
  };
}

/** How often two decimals are compared and multiplied: a measure of work that no other load of the machine changes. */
function work(run: () => OrderMatchResult): { result: OrderMatchResult; operations: number } {
  const prototype = Object.getPrototypeOf(decimal('1')) as Record<
    'times' | 'minus' | 'plus',
    (...values: never[]) => unknown
  >;
  const original = { ...{ times: prototype.times, minus: prototype.minus, plus: prototype.plus } };
  let operations = 0;
  try {
    for (const name of ['times', 'minus', 'plus'] as const) {
      prototype[name] = function counted(this: unknown, ...values: never[]) {
        operations += 1;
        return original[name].apply(this, values);
      };
    }
    return { result: run(), operations };
  } finally {
    Object.assign(prototype, original);
  }
}

describe('a large invoice', () => {
  it('of 10,000 lines, 50 products 200 times each, is linked line by line, and costs near ten times one of 1,000', () => {
    const price = (repeat: number) => `${10 + (repeat % 3)}.00`;
    const [small, whole] = [20, 200].map((repeats) => {
      const { document, known } = large(50, repeats, price, price);
      return work(() => match(document, known).result);
    });
    expect(whole?.result.links).toHaveLength(10_000);
    expect(whole?.result.status.code).toBe(1);
    expect(whole?.operations ?? Number.NaN).toBeLessThan(12 * (small?.operations ?? 0));
  });

  it('of one product at 2,000 distinct prices stays near linear too, with as many links as lines', () => {
    const [small, whole] = [200, 2000].map((repeats) => {
      const { document, known } = large(
        1,
        repeats,
        (repeat) => (1 + repeat / 100).toFixed(2),
        (repeat) => (1.003 + repeat / 100).toFixed(3),
      );
      return work(() => match(document, known).result);
    });
    expect(whole?.result.links.length).toBeLessThanOrEqual(4000);
    expect(whole?.operations ?? Number.NaN).toBeLessThan(14 * (small?.operations ?? 0));
  });

  it('compares as big.js does', () => {
    for (const [a, b] of [
      ['1', '1.0'],
      ['-1', '1'],
      ['0', '-0'],
      ['12', '9'],
      ['-12', '-9'],
      ['0.001', '0.01'],
      ['1.23', '1.2'],
    ] as const) {
      expect(Math.sign(compare(decimal(a), decimal(b)))).toBe(decimal(a).cmp(decimal(b)));
    }
  });
});
