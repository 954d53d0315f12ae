import fc from 'fast-check';
import type { LinkState } from '../../src/domain/decision.ts';
import type { CalculationCase } from './decided-invoice.ts';
import { invoice, type LineWords } from '../rules/invoice-in-words.ts';
import * as world from '../rules/order-match-world.ts';

/** Invoices with everything that goes into a figure, decided against orders that fit more or less. */

const money = (most: number) => fc.integer({ min: 1, max: most }).map((minor) => (minor / 100).toFixed(2));
const quantity = fc.oneof(fc.integer({ min: 1, max: 12 }).map(String), fc.constantFrom('0.5', '2.25', '-2'));
const price = fc.oneof(fc.constantFrom('100.00', '101.00', '33.333', '0.0415', '1234567.89'), money(30_000));
const vat = fc.constantFrom('25', '15', '0');
const product = fc.constantFrom('A', 'B', 'C');
const optional = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined });

function skuOf(productNo: string): string {
  return world.PRODUCTS[productNo]?.sup ?? productNo;
}

const orderLine = fc.record(
  {
    p: product,
    q: fc.constantFrom('1', '5', '12', '24', '2.25'),
    pr: price,
    inv: fc.constantFrom('0', '1', '6', '30'),
    disc: fc.constantFrom('10', '12.5', '33.3'),
  },
  { requiredKeys: ['p', 'q', 'pr'] },
);

const line = fc
  .record({
    p: product,
    q: quantity,
    pr: price,
    vat,
    base: optional(fc.constantFrom('10', '7', '100')),
    unit: fc.constantFrom('H87', 'H87', 'CT', 'EA'),
    al: fc.array(fc.record({ amt: money(500), why: fc.constantFrom('Rabatt 10 %', '= "2 x" / 7') }), { maxLength: 2 }),
    ch: fc.array(fc.record({ amt: money(3_000), why: fc.constantFrom('Frakt 3 - 4', 'Gebyr') }), { maxLength: 1 }),
  })
  .map(({ p, base, ...rest }): LineWords => ({ ...rest, sku: skuOf(p), ...(base === undefined ? {} : { base }) }));

const headCharges = (reasons: string[], most: number) =>
  fc.array(fc.record({ amt: money(most), why: fc.constantFrom(...reasons), vat }), { maxLength: 2 });

const pending = fc.record({
  orderNo: fc.constantFrom('1001', '1002'),
  orderLineNo: fc.integer({ min: 1, max: 3 }),
  quantity: fc.constantFrom('1', '3', '0.25'),
  kind: fc.constantFrom('invoice' as const, 'credit-note' as const),
  state: fc.constantFrom('pending' as const, 'received' as const),
});

const limits = fc.record({
  tolerancePercent: fc.constantFrom(null, '0', '2', '2.5', '50'),
  toleranceAmount: fc.constantFrom(null, '0', '50.00', '9999.00'),
  ofSupplier: optional(fc.constantFrom('0', '7.25')),
  toleranceCombination: fc.constantFrom('both' as const, 'either' as const),
  direction: fc.constantFrom('both' as const, 'over' as const),
  lineCharges: fc.constantFrom('split' as const, 'keep' as const),
});

/** Packages of 6 of product C, so that cartons are converted; the others are refused for their unit (9). */
const PACKED = world
  .alternatives()
  .map((one) => (one.productNo === 'C' ? { ...one, packUnit: 'CT', packQuantity: '6' } : one));

export const generatedInvoices: fc.Arbitrary<CalculationCase> = fc
  .record({
    orders: fc.array(fc.array(orderLine, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 2 }),
    lines: fc.array(fc.oneof(line, fc.nat({ max: 9 })), { minLength: 1, maxLength: 6 }),
    al: headCharges(['Kampanje'], 5_000),
    ch: headCharges(['Frakt', 'Gebyr'], 5_000),
    freightOnOrder: fc.boolean(),
    rounding: optional(fc.constantFrom('0.25', '-0.49')),
    format: fc.constantFrom('ehf-2' as const, 'peppol-bis-3' as const),
    credit: fc.boolean(),
    links: fc.array(pending, { maxLength: 3 }),
    firstPrice: optional(price),
    limits,
  })
  .map((given): CalculationCase => {
    const orders = given.orders.map((lines, index) =>
      world.order(String(1001 + index), [
        ...lines,
        ...(given.freightOnOrder ? [{ p: 'F400', q: '1', pr: '49.00' }] : []),
      ]),
    );
    const { rounding, format, credit, al, ch, firstPrice } = given;
    const ordered = given.orders.flat();
    // A number stands for an honest line: as the order has it.
    const lines = given.lines.map((one): LineWords => {
      const like = typeof one === 'number' ? ordered[one % ordered.length] : undefined;
      return like === undefined ? (one as LineWords) : { sku: skuOf(like.p), q: like.q, pr: like.pr };
    });
    const { ofSupplier, tolerancePercent, toleranceAmount, ...orderMatch } = given.limits;
    const ref = orders.map(({ orderNo }) => orderNo).join(', ');
    const document = invoice({ ref, lines, al, ch, format, credit, ...(rounding === undefined ? {} : { rounding }) });
    const known = world.facts({
      orders,
      suppliers: [world.supplier(ofSupplier === undefined ? {} : { tolerancePercent: ofSupplier })],
      alternatives: PACKED,
      links: given.links.map(
        (one, index): LinkState => ({
          ...one,
          documentId: `d${index}`,
          invoiceLineId: '1',
          amount: '1.00',
          price: '1.00',
        }),
      ),
      snapshots: firstPrice === undefined ? [] : [{ orderNo: '1001', lineNo: 1, price: firstPrice }],
    });
    const rules = world.settings(
      { tolerancePercent, toleranceAmount },
      { ...orderMatch, acceptR120Failures: true, classCAutomatic: true },
    );
    return { document, result: world.match(document, known, rules).result };
  });
