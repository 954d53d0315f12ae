import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/domain/canonical-text.ts';
import { type Decimal, decimal, sum } from '../../src/domain/decimal.ts';
import type { OrderMatchResult, PurchaseOrder, SupplierInvoice } from '../../src/domain/documents.generated.ts';
import { PROPERTY_TIMEOUT, propertyRuns } from '../support/property-runs.ts';
import { invoice, type LineWords } from './invoice-in-words.ts';
import { facts, match, type OrderLineWords, order, settings } from './order-match-world.ts';

/** What holds for every invoice and every order, whatever is on them. */

const SKUS: Record<string, string> = { A: 'A-100', B: 'B-200', C: 'C-300' };

const money = (most: number) => fc.integer({ min: 1, max: most }).map((minor) => (minor / 100).toFixed(2));
const product = fc.constantFrom('A', 'B', 'C');
const quantity = fc.oneof(fc.integer({ min: 1, max: 12 }).map(String), fc.constantFrom('0.5', '2.25'));
/** Few prices, so that lines really compete, and some that nobody else has. */
const price = fc.oneof(fc.constantFrom('100.00', '101.00', '99.50', '33.333'), money(30_000));

const orderLine: fc.Arbitrary<OrderLineWords> = fc.record({
  p: product,
  q: quantity,
  pr: price,
  inv: fc.constantFrom('0', '0', '1'),
});
const line: fc.Arbitrary<LineWords> = fc
  .record({
    p: product,
    q: quantity,
    pr: price,
    vat: fc.constantFrom('25', '15'),
    ch: fc.array(fc.record({ amt: money(3_000), why: fc.constantFrom('Frakt', 'Gebyr') }), { maxLength: 1 }),
  })
  .map(({ p, ...rest }) => ({ ...rest, sku: SKUS[p] ?? p }));

const world = fc.record({
  orders: fc.array(fc.array(orderLine, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 2 }),
  lines: fc.array(line, { minLength: 1, maxLength: 7 }),
  al: fc.array(fc.record({ amt: money(5_000), vat: fc.constantFrom('25', '15') }), { maxLength: 2 }),
  ch: fc.array(
    fc.record({ amt: money(5_000), why: fc.constantFrom('Frakt', 'Gebyr'), vat: fc.constantFrom('25', '15') }),
    { maxLength: 2 },
  ),
  credit: fc.boolean(),
});
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

function ordersOf(given: World): PurchaseOrder[] {
  return given.orders.map((lines, index) => order(String(1001 + index), lines));
}

function documentOf(given: World): SupplierInvoice {
  const ref = given.orders.map((_, index) => String(1001 + index)).join(', ');
  return invoice({ ref, lines: given.lines, al: given.al, ch: given.ch, credit: given.credit });
}

/** What is suggested and received, without what names the lines of the invoice. */
function outcome(result: OrderMatchResult): unknown {
  const { links: _, reasons, ...rest } = result;
  return {
    ...rest,
    codes: reasons.map(({ code, at }) => (at?.startsWith('line:') === true ? code : `${code} ${at}`)).sort(),
  };
}

function total(values: Iterable<string | null | undefined>): string {
  return sum([...values].map((value): Decimal => decimal(value ?? '0'))).toFixed(2);
}

const RUNS = propertyRuns(150);

describe('order match', { timeout: PROPERTY_TIMEOUT }, () => {
  it('does not depend on the order of the lines in the invoice or in the order', () => {
    const shuffled = world.chain((given) =>
      fc.record({
        given: fc.constant(given),
        lines: fc.shuffledSubarray(documentOf(given).lines, { minLength: given.lines.length }),
        orders: fc.tuple(
          ...ordersOf(given).map((one) =>
            fc.shuffledSubarray(one.lines, { minLength: one.lines.length }).map((lines) => ({ ...one, lines })),
          ),
        ),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, lines, orders }) => {
        const plain = match(documentOf(given), facts({ orders: ordersOf(given) })).result;
        const other = match({ ...documentOf(given), lines }, facts({ orders: [...orders].reverse() })).result;
        expect(outcome(other)).toEqual(outcome(plain));
        const byLine = (result: OrderMatchResult) => result.links.map((one) => canonicalText(one)).sort();
        expect(byLine(other)).toEqual(byLine(plain));
      }),
      RUNS,
    );
  });

  it('decides the same twice, to the byte', () => {
    fc.assert(
      fc.property(world, (given) => {
        const decide = () => canonicalText(match(documentOf(given), facts({ orders: ordersOf(given) })).decision);
        expect(decide()).toBe(decide());
      }),
      RUNS,
    );
  });

  it('loses nothing: parts sum to the lines, order totals to the document', () => {
    fc.assert(
      fc.property(world, (given) => {
        const document = documentOf(given);
        const { result } = match(document, facts({ orders: ordersOf(given) }));
        const figures = result.orders.flatMap((one) => one.lines);
        expect(total(result.links.map((one) => one.amount))).toBe(total(figures.map((one) => one.suggestedAmount)));
        const known = new Set(given.orders.flat().map((one) => one.p));
        fc.pre(given.lines.every((one) => [...known].some((p) => SKUS[p] === one.sku)));
        for (const invoiceLine of document.lines) {
          const parts = result.links.filter((one) => one.invoiceLineId === invoiceLine.id);
          expect(total(parts.map((one) => one.quantity))).toBe(total([invoiceLine.quantity]));
        }
        expect(total(result.orders.map((one) => one.suggestedNetTotal))).toBe(document.totals.net);
        expect(total(result.orders.map((one) => one.suggestedVatAmount))).toBe(document.totals.tax);
        expect(total(result.orders.map((one) => one.suggestedGrossTotal))).toBe(document.totals.gross);
      }),
      RUNS,
    );
  });

  it('a wider tolerance never turns an accepted line into a refused one', () => {
    const limits = fc.record({
      percent: fc.integer({ min: 0, max: 50 }),
      amount: fc.integer({ min: 0, max: 500 }),
      more: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(
        world,
        limits,
        fc.constantFrom('both' as const, 'either' as const),
        (given, { percent, amount, more }, toleranceCombination) => {
          const inside = (extra: number) => {
            const company = { tolerancePercent: String(percent + extra), toleranceAmount: String(amount + extra) };
            const { result } = match(
              documentOf(given),
              facts({ orders: ordersOf(given) }),
              settings(company, { toleranceCombination }),
            );
            return result.orders.flatMap((one) =>
              one.lines.filter((each) => each.insideTolerance).map((each) => `${one.orderNo}/${each.lineNo}`),
            );
          };
          expect(inside(more)).toEqual(expect.arrayContaining(inside(0)));
        },
      ),
      RUNS,
    );
  });

  it('never receives more than is open, but for over-quantity inside the tolerance, which it says', () => {
    fc.assert(
      fc.property(world, (given) => {
        const generous = settings(
          { tolerancePercent: '100', toleranceAmount: null },
          { classCAutomatic: true, chargeLimitPercent: null },
        );
        const orders = ordersOf(given);
        const { result } = match(documentOf(given), facts({ orders }), generous);
        const over = new Set(result.reasons.filter(({ code }) => code === 'OVER_QUANTITY').map(({ at }) => at));
        for (const { orderNo, orderLineNo, quantity: received } of result.receipt?.productTransactions ?? []) {
          const ordered = orders
            .find((one) => one.orderNo === orderNo)
            ?.lines.find((one) => one.lineNo === orderLineNo);
          const invoiced = decimal(ordered?.invoicedQuantity ?? '0');
          const room = given.credit ? invoiced : decimal(ordered?.quantity ?? '0').minus(invoiced);
          if (decimal(received).gt(room)) expect(over).toContain(`${orderNo}/${orderLineNo}`);
        }
      }),
      RUNS,
    );
  });

  it('needs no more links than there are invoice lines and order lines together', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { result } = match(documentOf(given), facts({ orders: ordersOf(given) }));
        const goods = result.links.filter(({ tier }) => tier !== 'charge-on-order');
        expect(goods.length).toBeLessThanOrEqual(given.lines.length + given.orders.flat().length);
      }),
      RUNS,
    );
  });

  it('holds every choice that was not proven, and every one that changed a price or a booking', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { result } = match(documentOf(given), facts({ orders: ordersOf(given) }));
        const held = new Set(result.reasons.filter(({ code }) => code === 'CLASS_C').map(({ at }) => at));
        for (const one of result.links) expect(held.has(`line:${one.invoiceLineId}`)).toBe(isHeld(result, one));
      }),
      RUNS,
    );
  });
});

/** Does one of the invoice line's links stand in class C? */
function isHeld(result: OrderMatchResult, { invoiceLineId }: OrderMatchResult['links'][number]): boolean {
  return result.links.some((one) => one.invoiceLineId === invoiceLineId && one.class === 'C');
}
