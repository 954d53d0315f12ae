import { decimal, roundedText } from '../../../src/domain/decimal.ts';
import { addLine, changeLine, goodsNet } from '../world/draft-invoice.ts';
import { fee, freight, lineCharge, rounding, shuffled } from '../world/habits.ts';
import { moneyOf, plainLine } from '../world/write-lines.ts';
import type { ClassRow, Scene } from './class-row.ts';

/** The header's own tax category, which the first line always has an equal of. */
const taxOf = ({ draft }: Scene) => draft.spec.lines[0]?.taxPercent ?? '25';

/** Invoices that are right: each must pass by itself, or be held for a reason that the supplier's preferences give. */
export const HONEST: readonly ClassRow[] = [
  { name: 'ordinary', scenarios: ['O01', 'P01', 'L19', 'D03'], share: 40 },
  { name: 'one whole delivery', scenarios: ['O01'], share: 4, wish: { deliveries: 1, whole: true } },
  { name: 'many partial deliveries', scenarios: ['L06', 'L07'], share: 3, wish: { deliveries: 5, orders: 1 } },
  { name: 'several orders', scenarios: ['O09', 'O10'], share: 3, wish: { orders: 3 } },
  {
    name: 'product repeated at other prices',
    scenarios: ['L05', 'L24'],
    share: 4,
    wish: { order: { repeats: 'prices', lines: 25 } },
  },
  {
    name: 'product repeated on other bookings',
    scenarios: ['L06'],
    wish: { order: { repeats: 'bookings', lines: 12 }, writing: { references: 'none' } },
    orElse: [8],
  },
  {
    name: 'repeated on other bookings, lines referred to',
    scenarios: ['L05'],
    share: 2,
    wish: { order: { repeats: 'bookings', lines: 12 }, writing: { references: 'right' } },
  },
  { name: 'order line references', scenarios: ['O12'], share: 2, wish: { writing: { references: 'right' } } },
  {
    name: 'freight',
    scenarios: ['C01', 'C02', 'C14'],
    share: 3,
    change: ({ draft, supplier, luck }) => freight(draft, supplier, luck),
  },
  {
    name: 'fee',
    scenarios: ['C04', 'C08'],
    share: 3,
    change: ({ draft, supplier, luck }) => fee(draft, supplier, luck),
  },
  {
    name: 'charge at a line',
    scenarios: ['C17'],
    share: 2,
    change: ({ draft, supplier, luck }) => lineCharge(draft, supplier, luck),
  },
  {
    name: 'payable rounding',
    scenarios: ['C10'],
    share: 2,
    wish: { noHabits: true },
    change: ({ draft, supplier, luck }) => rounding(draft, supplier, luck),
  },
  {
    name: 'freight as a line',
    scenarios: ['C22'],
    wish: { supplier: 'words' },
    change: ({ draft, supplier, luck }) => {
      const amount = roundedText(decimal(goodsNet(draft)).times('0.05'), 2);
      const words = [luck.pick(supplier.freightWords)].map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`);
      const line = { name: words.join(''), quantity: '1', price: amount, net: amount, taxPercent: '25' };
      addLine(draft, line);
      draft.truth.charges.push({ kind: 'freight', amount });
    },
  },
  {
    name: 'zero freight',
    scenarios: ['C26'],
    change: (scene) => {
      scene.draft.spec.charges = [
        ...(scene.draft.spec.charges ?? []),
        { amount: '0.00', reason: 'Frakt', taxPercent: taxOf(scene) },
      ];
    },
  },
  {
    name: 'line of information',
    scenarios: ['L01'],
    change: ({ draft }) =>
      addLine(draft, { name: 'Viser til deres bestilling', quantity: '0', price: '0.00', net: '0.00' }),
  },
  {
    name: 'order line on two invoice lines',
    scenarios: ['L01'],
    wish: { writing: { references: 'none' } },
    change: ({ draft, parts }) => {
      const [part] = parts;
      const whole = Number(part?.quantity);
      if (part === undefined || whole < 2) return;
      const [one, other] = [String(Math.floor(whole / 2)), String(whole - Math.floor(whole / 2))];
      const { orderNo } = part.order;
      const { lineNo } = part.line;
      const orderRef = draft.spec.lines[0]?.orderRef;
      changeLine(draft, 0, {
        ...plainLine({ line: part.line, quantity: one }),
        ...(orderRef === undefined ? {} : { orderRef }),
      });
      draft.truth.lines[0] = { parts: [{ orderNo, lineNo, quantity: one }] };
      addLine(
        draft,
        { ...plainLine({ line: part.line, quantity: other }), ...(orderRef === undefined ? {} : { orderRef }) },
        { parts: [{ orderNo, lineNo, quantity: other }] },
      );
    },
  },
  {
    name: 'return of what was invoiced before',
    scenarios: ['N05'],
    wish: { deliveries: 2, orders: 1, supplier: 'plain' },
    change: ({ draft, parts }) => {
      const [part] = parts;
      if (part === undefined) return;
      const returned = plainLine({ line: part.line, quantity: '1' });
      const line = { ...returned, quantity: '-1', net: `-${moneyOf(part.line, '1')}` };
      addLine(draft, line, { parts: [{ orderNo: part.order.orderNo, lineNo: part.line.lineNo, quantity: '-1' }] });
    },
  },
  {
    name: 'prepaid amount',
    scenarios: ['V08'],
    change: ({ draft }) => {
      draft.spec.prepaid = roundedText(decimal(goodsNet(draft)).times('0.3'), 2);
    },
  },
  {
    name: 'reverse charge',
    scenarios: ['V06'],
    wish: { noHabits: true },
    change: ({ draft }) => {
      draft.spec.taxCategory = 'AE';
      draft.spec.lines = draft.spec.lines.map((line) => ({ ...line, taxCategory: 'AE', taxPercent: '0' }));
    },
    reason: 'VAT_CATEGORY',
  },
  {
    name: 'lines in another order',
    scenarios: ['L24'],
    change: ({ draft, supplier, luck }) => shuffled(draft, supplier, luck),
  },
  {
    name: 'order comes later',
    scenarios: ['O02'],
    wish: { deliveries: 1 },
    change: ({ ordersComeLate }) => ordersComeLate(),
  },
];
