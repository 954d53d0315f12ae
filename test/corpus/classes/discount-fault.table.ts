import { decimal, roundedText } from '../../../src/domain/decimal.ts';
import { addLine, changeLine } from '../world/draft-invoice.ts';
import { plainLine } from '../world/write-lines.ts';
import type { ClassRow, StoryWish } from './class-row.ts';

/** Nothing besides, so that the limit is that of the line alone. */
const LENIENT: StoryWish = { supplier: 'lenient', order: { discounts: false } };

/** Discounts, free goods and returns, ordered and not. */
export const DISCOUNT_FAULTS: readonly ClassRow[] = [
  {
    name: 'return of what was never invoiced',
    scenarios: ['N05', 'N02'],
    wish: { deliveries: 1, orders: 1 },
    change: ({ draft, orders, otherProducts }) => {
      const [order] = orders;
      const product = otherProducts.find(({ unit }) => unit === 'H87');
      if (order === undefined || product === undefined) return;
      const lineNo = Math.max(...order.lines.map((line) => line.lineNo)) + 1;
      const price = '120.00';
      const rest = { discountPercent: null, invoicedQuantity: '0', account: null, project: null };
      order.lines.push({ lineNo, product, quantity: '9', price, ...rest });
      addLine(draft, { sku: product.sku, name: product.name, unit: 'H87', quantity: '-3', price, net: '-360.00' });
    },
    calls: 4,
    reason: 'OVER_QUANTITY',
  },
  {
    name: 'free sample',
    scenarios: ['L23'],
    change: ({ draft }) => changeLine(draft, 0, { price: '0.00', net: '0.00' }),
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
  {
    name: 'ordered discount not given',
    scenarios: ['U07', 'U08'],
    change: ({ draft, orders, parts }) => {
      const line = orders[0]?.lines[0];
      if (line === undefined || parts[0] === undefined) return;
      line.discountPercent = '20';
      changeLine(draft, 0, { price: line.price, net: roundedText(decimal(line.price).times(parts[0].quantity), 2) });
    },
    wish: { deliveries: 1, order: {} },
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
  {
    name: 'header allowance of the ordered discount',
    scenarios: ['C20'],
    wish: {
      ...LENIENT,
      orders: 1,
      deliveries: 1,
      noHabits: true,
      order: { repeats: 'none', discounts: false },
      writing: { plain: true },
    },
    change: ({ draft, orders, parts }) => {
      // Every line of the order has ten per cent, the invoice gives them in one sum. No line is so cheap that a
      // hundredth of rounding is outside.
      parts.forEach((part, index) => {
        if (Number(part.line.price) < 10) part.line.price = '36.40';
        changeLine(draft, index, plainLine(part));
      });
      for (const line of orders[0]?.lines ?? []) line.discountPercent = '10';
      draft.spec.lines = draft.spec.lines.map((line) => ({ ...line, taxPercent: '25' }));
      const total = draft.spec.lines.reduce((sum, line) => sum.plus(line.net ?? '0'), decimal('0'));
      draft.spec.allowances = [{ amount: roundedText(total.times('0.1'), 2), reason: 'Rabatt' }];
    },
  },
  {
    name: 'header allowance nobody ordered',
    scenarios: ['T23', 'C20'],
    change: ({ draft }) => {
      const [line] = draft.spec.lines;
      draft.spec.allowances = [
        {
          amount: roundedText(decimal(line?.net ?? '0').times('0.5'), 2),
          reason: 'Bonus',
          taxPercent: line?.taxPercent ?? '25',
        },
      ];
    },
    wish: { order: { lines: 2 }, noHabits: true, orders: 1 },
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
];
