import { invoice } from '../rules/invoice-in-words.ts';
import * as world from '../rules/order-match-world.ts';
import { ACCOUNT } from '../support/ubl-invoice.ts';
import { type CalculationCase, decided, link } from './decided-invoice.ts';

const { orderProcessing } = world.settings().company;
const PACKED = world
  .alternatives()
  .map((one) => (one.productNo === 'C' ? { ...one, packUnit: 'CT', packQuantity: '12' } : one));

/** One telling case for each thing that makes a figure hard to follow. */
export const CALCULATION_CASES: Readonly<Record<string, () => CalculationCase>> = {
  'over-price': () => decided({ lines: [{ sku: 'A-100', q: '10', pr: '107.50' }] }),
  'partial-delivery': () =>
    decided(
      { lines: [{ sku: 'A-100', q: '5', pr: '100.00' }] },
      {
        orders: [world.order('1001', [{ p: 'A', q: '10', pr: '100.00', inv: '4' }])],
        links: [link({ quantity: '3', amount: '300.00' })],
      },
    ),
  'split-over-lines': () =>
    decided(
      {
        lines: [
          { sku: 'A-100', q: '10', pr: '33.333' },
          { sku: 'B-200', q: '2', pr: '200.00' },
          { sku: 'B-200', q: '3', pr: '200.00' },
        ],
      },
      {
        orders: [
          world.order('1001', [
            { p: 'A', q: '3', pr: '33.333' },
            { p: 'A', q: '3', pr: '33.333' },
            { p: 'A', q: '4', pr: '33.333' },
            { p: 'B', q: '5', pr: '200.00' },
          ]),
        ],
      },
    ),
  'units-and-base': () =>
    decided(
      {
        lines: [
          { sku: 'A-100', q: '2500', pr: '4.15', base: '100' },
          { sku: 'C-300', q: '2', pr: '150.00', unit: 'CT' },
        ],
      },
      {
        orders: [
          world.order('1001', [
            { p: 'A', q: '5000', pr: '0.0415' },
            { p: 'C', q: '36', pr: '12.00' },
          ]),
        ],
        alternatives: PACKED,
      },
    ),
  'allowances-and-charges': () =>
    decided({
      format: 'ehf-2',
      rounding: '0.25',
      lines: [
        {
          sku: 'A-100',
          q: '10',
          pr: '100.00',
          al: [{ amt: '30.00', why: 'Rabatt 3 %' }],
          ch: [{ amt: '50.00', why: 'Frakt' }],
        },
        { sku: 'B-200', q: '5', pr: '200.00', gross: '210.00' },
        { sku: 'C-300', q: '20', pr: '12.50', vat: '15' },
      ],
      al: [
        { amt: '10.00', why: 'Kampanje', vat: '25' },
        { amt: '5.00', why: 'Kampanje', vat: '15' },
      ],
      ch: [{ amt: '39.00', why: 'Fakturagebyr' }],
    }),
  'credit-note': () =>
    decided(
      { credit: true, lines: [{ sku: 'A-100', q: '5', pr: '100.00' }] },
      {
        orders: [world.order('1001', [{ p: 'A', q: '10', pr: '100.00', inv: '6' }])],
        links: [link({ kind: 'credit-note', quantity: '2', amount: '200.00' })],
      },
    ),
  'credit-note-of-an-invoice': () =>
    decided(
      { credit: true, preceding: ['F-0'], lines: [{ sku: 'A-100', q: '2', pr: '104.00' }] },
      {
        orders: [world.order('1001', [{ p: 'A', q: '10', pr: '100.00', inv: '3' }])],
        links: [link({ documentId: 'f0', quantity: '3', amount: '311.00', state: 'received' })],
        earlier: [
          {
            ...{ documentId: 'f0', kind: 'invoice', invoiceNo: 'F-0', status: '1', accountingDocumentNo: 1 },
            orderNos: ['1001'],
          },
        ],
      },
    ),
  'take-and-return': () =>
    decided({
      lines: [
        { sku: 'A-100', q: '10', pr: '100.00' },
        { sku: 'A-100', q: '-2', pr: '100.00' },
      ],
    }),
  'either-limit-of-the-supplier': () =>
    decided(
      { lines: [{ sku: 'A-100', q: '100', pr: '101.00' }] },
      {
        suppliers: [world.supplier({ tolerancePercent: '1.5' })],
        orders: [world.order('1001', [{ p: 'A', q: '100', pr: '100.00' }])],
      },
      world.settings({}, { toleranceCombination: 'either' }),
    ),
  'exactly-at-both-limits': () =>
    decided(
      { lines: [{ sku: 'A-100', q: '1', pr: '1000.00' }] },
      { orders: [world.order('1001', [{ p: 'A', q: '1', pr: '950.00' }])] },
      world.settings({ tolerancePercent: '5' }),
    ),
  'only-over-counts': () =>
    decided({ lines: [{ sku: 'A-100', q: '10', pr: '90.00' }] }, {}, world.settings({}, { direction: 'over' })),
  'first-match-price': () =>
    decided(
      { lines: [{ sku: 'A-100', q: '10', pr: '95.00' }] },
      {
        orders: [world.order('1001', [{ p: 'A', q: '10', pr: '95.00' }])],
        snapshots: [{ orderNo: '1001', lineNo: 1, price: '100.00', discountPercent: '12.5', writtenPrice: '95.00' }],
      },
    ),
  'no-deviation-allowed': () =>
    decided(
      { lines: [{ sku: 'A-100', q: '10', pr: '100.01' }] },
      { suppliers: [world.supplier({ tolerancePercent: '50' })] },
      world.settings({ orderProcessing: { ...orderProcessing, allowNoDeviation: true } }),
    ),
  'several-statuses': () =>
    decided(
      {
        lines: [
          { sku: 'A-100', q: '12', pr: '100.00' },
          { sku: 'X-1', q: '1', pr: '5.00' },
        ],
        ch: [{ amt: '400.00', why: 'Frakt' }],
      },
      { suppliers: [world.supplier({ kidRequired: true })] },
      world.settings({}, { documentAmountCap: '100.00' }),
      { paymentMeans: [{ code: '30', kid: '123456789', account: ACCOUNT }] },
    ),
  'shared-vat': () =>
    decided(
      { lines: ['A-100', 'B-200', 'C-300'].map((sku) => ({ sku, q: '1', pr: '0.34' })) },
      {
        orders: [
          world.order(
            '1001',
            ['A', 'B', 'C'].map((p) => ({ p, q: '1', pr: '0.34' })),
          ),
        ],
      },
    ),
  'pre-registered': () =>
    decided(
      { lines: [{ sku: 'A-100', q: '10', pr: '100.00' }] },
      {},
      world.settings({
        orderProcessing: { ...orderProcessing, automaticReceipt: false, preregisterIncomingDocuments: true },
      }),
    ),
  'sums-that-do-not-add-up': () => {
    const words = { ref: '1001', lines: [{ sku: 'A-100', q: '10', pr: '100.00' }] };
    const { totals } = invoice(words);
    return decided(words, {}, world.settings(), { totals: { ...totals, gross: '1300.00', payable: '1300.00' } });
  },
  'order-not-found': () => decided({ ref: '9999', lines: [{ sku: 'A-100', q: '10', pr: '100.00' }] }),
  'net-as-stated': () =>
    decided(
      { lines: [{ sku: 'A-100', q: '10', pr: '100.00', net: '1003.00' }] },
      {},
      world.settings({}, { acceptR120Failures: true }),
    ),
};
