import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type Decimal, decimal, sum } from '../../src/domain/decimal.ts';
import type { OrderMatchResult } from '../../src/domain/documents.generated.ts';
import { assignLines } from '../../src/rules/order-match/assign-lines/assign-lines.ts';
import type { Demand, StepLimits } from '../../src/rules/order-match/assign-lines/demand.ts';
import { orderLineStates } from '../../src/rules/order-match/order-line-state.ts';
import { PROPERTY_TIMEOUT, propertyRuns } from '../support/property-runs.ts';
import { invoice } from './invoice-in-words.ts';
import { codesOf, facts, match, order, type OrderLineWords, settings } from './order-match-world.ts';

/** Which order line an invoice line belongs to, tier by tier (order-match.md 12). Everything is product A, at 100.00 where nothing is said. */

type Words = Omit<OrderLineWords, 'p' | 'pr'> & { pr?: string };

function matched(
  ordered: readonly Words[],
  asked: readonly { q: string; pr?: string; lref?: string }[],
): OrderMatchResult {
  const lines = ordered.map((line) => ({ p: 'A', pr: '100.00', ...line }));
  const document = invoice({ ref: '1001', lines: asked.map((line) => ({ sku: 'A-100', pr: '100.00', ...line })) });
  const wide = settings({ tolerancePercent: '100', toleranceAmount: null });
  return match(document, facts({ orders: [order('1001', lines)] }), wide).result;
}

/** "invoice line > order line quantity tier class". */
function links(result: OrderMatchResult): string[] {
  return result.links.map(
    (one) => `${one.invoiceLineId} > ${one.orderLineNo} ${one.quantity} ${one.tier} ${one.class}`,
  );
}

const open = (...quantities: string[]): Words[] => quantities.map((q) => ({ q }));

describe('an exact combination', () => {
  it('of order lines is taken before first in first out when it is the only one', () => {
    const result = matched(open('4', '3', '9', '6'), [{ q: '12' }]);
    expect(links(result)).toEqual(['1 > 2 3 exact-combination A', '1 > 3 9 exact-combination A']);
    expect(result.links[0]?.evidence).toEqual(expect.arrayContaining(['price', 'sum-of-quantities']));
    expect(result.links[0]?.runnerUp).toBe('1001/1 0.00');
    expect(result.status.code).toBe(1);
  });

  it('of invoice lines for one order line too', () => {
    expect(links(matched(open('5', '12'), [{ q: '8' }, { q: '4' }, { q: '2' }]))).toEqual([
      '1 > 2 8 exact-combination A',
      '2 > 2 4 exact-combination A',
      '3 > 1 2 exact-price-first-in-first-out B',
    ]);
  });

  it.each([
    ['two combinations', open('4', '3', '2', '5'), [{ q: '7' }], ['1 > 1 4', '1 > 2 3']],
    ['two equal lines to choose from', open('6', '2', '2'), [{ q: '8' }], ['1 > 1 6', '1 > 2 2']],
    ['two invoice lines that want the same', open('4', '9', '7'), [{ q: '11' }, { q: '16' }], ['1 > 1 4', '1 > 2 7']],
  ])('is not proven by %s: first in first out', (_why, ordered, asked, first) => {
    const found = links(matched(ordered, asked));
    expect(found.every((one) => !one.includes('exact-combination'))).toBe(true);
    const firstLine = found.filter((one) => one.startsWith('1 '));
    if (asked.length === 1) expect(firstLine).toEqual(first.map((one) => `${one} exact-price-first-in-first-out B`));
  });

  it('is proven across accounts, where first in first out would be held', () => {
    const ordered = ['4', '3', '9', '6'].map((q, index) => ({ q, account: `400${index}` }));
    expect(matched(ordered, [{ q: '12' }]).status.code).toBe(1);
    expect(codesOf(matched(ordered, [{ q: '11' }]))).toEqual(['CLASS_C']);
  });

  it('that takes too many steps to prove is not claimed: the choice is held, and says why', () => {
    const result = matched(open(...Array.from({ length: 24 }, (_, index) => String(2 ** index))), [
      { q: '16777214.5' },
    ]);
    expect(result.links.every((one) => one.class === 'C' && one.evidence.includes('step-budget'))).toBe(true);
    expect([result.status.code, codesOf(result)]).toEqual([8, ['CLASS_C']]);
  });
});

describe('the least total price difference', () => {
  it('is over all invoice lines together, not one after the other', () => {
    const result = matched(
      [
        { q: '5', pr: '100.00' },
        { q: '5', pr: '105.00' },
      ],
      [
        { q: '5', pr: '104.00' },
        { q: '5', pr: '109.00' },
      ],
    );
    expect(links(result)).toEqual(['1 > 1 5 least-price-difference C', '2 > 2 5 least-price-difference C']);
    expect(result.links[0]).toMatchObject({ evidence: expect.arrayContaining(['order price 100']) });
    expect(result.links[0]?.runnerUp).toBe('1001/2 10.00');
  });

  it('goes by order line number where two prices are as near', () => {
    const nearest = (first: string, second: string) =>
      links(
        matched(
          [
            { q: '5', pr: first },
            { q: '5', pr: second },
          ],
          [{ q: '5', pr: '101.00' }],
        ),
      );
    expect(nearest('100.00', '102.00')).toEqual(['1 > 1 5 least-price-difference C']);
    expect(nearest('102.00', '100.00')).toEqual(['1 > 1 5 least-price-difference C']);
  });

  it('leaves unmatched what is farthest when there is not enough room, and that overflows', () => {
    const result = matched(
      [{ q: '5', pr: '100.00' }],
      [
        { q: '5', pr: '130.00' },
        { q: '5', pr: '101.00' },
      ],
    );
    expect(links(result)).toEqual(['1 > 1 5 overflow A', '2 > 1 5 least-price-difference A']);
    expect(codesOf(result)).toContain('OVER_QUANTITY');
  });

  it('equals the least of all assignments, in money, on small orders', { timeout: PROPERTY_TIMEOUT }, () => {
    const side = fc.array(fc.record({ q: fc.integer({ min: 1, max: 3 }), pr: fc.integer({ min: 90, max: 110 }) }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(side, side, (ordered, asked) => {
        // half an øre apart, so that no price is exact and everything is left to this tier
        const result = matched(
          ordered.map(({ q, pr }) => ({ q: String(q), pr: `${pr}.00` })),
          asked.map(({ q, pr }) => ({ q: String(q), pr: `${pr}.50` })),
        );
        const [room, wanted] = [ordered, asked].map((lines) => lines.reduce((total, { q }) => total + q, 0));
        fc.pre((wanted ?? 0) <= (room ?? 0));
        const cost = result.links.map((one) =>
          decimal(one.price)
            .minus(decimal(`${ordered[one.orderLineNo - 1]?.pr ?? 0}`))
            .abs()
            .times(decimal(one.quantity)),
        );
        expect(sum(cost).toFixed(2)).toBe((leastOf(asked, ordered) / 2).toFixed(2));
      }),
      propertyRuns(150),
    );
  });
});

/** The least sum of |difference| over all ways to place each unit, in halves of a krone: prices asked are half a krone above the whole. */
function leastOf(asked: readonly { q: number; pr: number }[], ordered: readonly { q: number; pr: number }[]): number {
  const units = asked.flatMap(({ q, pr }) => Array.from({ length: q }, () => 2 * pr + 1));
  const place = (unit: number, left: readonly number[]): number => {
    const price = units[unit];
    if (price === undefined) return 0;
    return Math.min(
      ...left.flatMap((room, index) =>
        room === 0 || left.findIndex((other, at) => other > 0 && ordered[at]?.pr === ordered[index]?.pr) !== index
          ? []
          : [
              Math.abs(price - 2 * (ordered[index]?.pr ?? 0)) +
                place(
                  unit + 1,
                  left.map((one, at) => (at === index ? one - 1 : one)),
                ),
            ],
      ),
    );
  };
  return place(
    0,
    ordered.map(({ q }) => q),
  );
}

describe('the class of a choice', () => {
  it.each([
    ['one order line is left', [{ q: '5' }, { q: '5', inv: '5', pr: '90.00' }], [{ q: '4', pr: '101.00' }], 'A'],
    ['order lines of one price', [{ q: '5' }, { q: '5' }], [{ q: '4', pr: '101.00' }], 'B'],
    ['order lines of two prices', [{ q: '5' }, { q: '5', pr: '99.00' }], [{ q: '4', pr: '101.00' }], 'C'],
    [
      'two accounts',
      [
        { q: '5', account: '4000' },
        { q: '5', account: '6000' },
      ],
      [{ q: '4', pr: '101.00' }],
      'C',
    ],
    [
      'two accounts that are both used up',
      [
        { q: '5', account: '4000' },
        { q: '5', account: '6000' },
      ],
      [{ q: '10' }],
      'A',
    ],
    [
      'one of two accounts, by price and quantity',
      [
        { q: '5', account: '4000' },
        { q: '5', account: '6000' },
      ],
      [{ q: '5' }],
      'C',
    ],
    [
      'two accounts that two equal lines use up',
      [
        { q: '5', account: '4000' },
        { q: '5', account: '6000' },
      ],
      [{ q: '5' }, { q: '5' }],
      'B',
    ],
    [
      'two accounts, one of them used twice',
      [
        { q: '5', account: '4000' },
        { q: '5', account: '6000' },
      ],
      [{ q: '5' }, { q: '4' }],
      'C',
    ],
    [
      'two prices that are both used up by one line',
      [{ q: '5' }, { q: '5', pr: '99.00' }],
      [{ q: '10', pr: '101.00' }],
      'A',
    ],
  ] as const)('%s', (_what, ordered, asked, expected) => {
    const classes = matched([...ordered], [...asked]).links.map((one) => one.class);
    expect(classes.reduce((worst, one) => (one > worst ? one : worst))).toBe(expected);
  });

  it('an over-quantity goes where price and reference point; between accounts it is a choice', () => {
    const over = (ordered: Words[], line: { q: string; lref?: string }) =>
      matched(ordered, [line])
        .links.map((one) => one.class)
        .join('');
    expect(over([{ q: '5' }, { q: '5', pr: '90.00', inv: '5' }], { q: '6' })).toBe('A');
    expect(over([{ q: '5' }, { q: '5' }], { q: '12' })).toBe('BB');
    expect(
      over(
        [
          { q: '5', account: '1' },
          { q: '5', account: '2' },
        ],
        { q: '12' },
      ),
    ).toContain('C');
    expect(
      over(
        [
          { q: '5', account: '1' },
          { q: '5', account: '2', inv: '5' },
        ],
        { q: '6', lref: '1' },
      ),
    ).toBe('A');
  });
});

describe('at equal distance in price the order line that comes first wins (order-match.md 12)', () => {
  it.each([
    ['what no line has room for', ['110.00', '90.00'], '1001/1'],
    ['what no line has room for, the cheaper first', ['90.00', '110.00'], '1001/1'],
    ['a price that two round to', ['100.004', '99.996'], '1001/1'],
  ])('%s', (_what, prices, expected) => {
    const [link] = matched(
      prices.map((pr) => ({ q: '5', pr, inv: '5' })),
      [{ q: '1' }],
    ).links;
    expect(`${link?.orderNo}/${link?.orderLineNo}`).toBe(expected);
  });

  it.each([
    [['120.00', '100.00', '80.00'], '1001/1'],
    [['80.00', '100.00', '120.00'], '1001/1'],
  ])('of runners-up with the prices %j', (prices, expected) => {
    const ordered = prices.map((pr) => ({ q: '5', pr, inv: '5' }));
    expect(matched(ordered, [{ q: '1' }]).links[0]?.runnerUp).toBe(`${expected} 20.00`);
  });
});

describe('a search that runs out of steps', () => {
  const NO_STEPS: StepLimits = { combination: 0, transport: 0 };
  const world = facts({
    orders: [
      order('1001', [
        { p: 'A', q: '5', pr: '100.00' },
        { p: 'A', q: '7', pr: '103.00' },
      ]),
    ],
  });
  const demandsFor = (...asked: [string, string][]): Demand[] => {
    const candidates = orderLineStates(world.orders, world, [], {
      kind: 'invoice',
      documentId: 'doc1',
      referred: new Map(),
    });
    return asked.map(([q, pr], lineIndex): Demand => {
      const [quantity, unitAmount] = [decimal(q), decimal(pr)];
      const amount: Decimal = quantity.times(unitAmount);
      const rest = {
        sign: 1,
        direction: 'take',
        candidates,
        referenced: undefined,
        fixed: [],
        left: quantity,
        parts: [],
      } as const;
      return { lineIndex, lineId: String(lineIndex + 1), quantity, amount, unitAmount, ...rest, parts: [] };
    });
  };

  it('takes the nearest price for each, links everything all the same, and says so', () => {
    const demands = demandsFor(['4', '102.00'], ['4', '101.00'], ['6', '109.00']);
    assignLines(demands, 2, NO_STEPS);
    const parts = demands.flatMap((demand) => demand.parts);
    expect(parts.every((part) => part.class === 'C' && part.evidence.includes('step-budget'))).toBe(true);
    expect(new Set(parts.map((part) => part.tier))).toEqual(new Set(['nearest-price']));
    for (const demand of demands)
      expect(compare(sum(demand.parts.map((part) => part.quantity)), demand.quantity)).toBe(0);
  });

  it('never where the steps are enough', () => {
    const demands = demandsFor(['4', '102.00'], ['4', '101.00']);
    assignLines(demands, 2);
    expect(demands.flatMap((demand) => demand.parts).some((part) => part.evidence.includes('step-budget'))).toBe(false);
  });
});
