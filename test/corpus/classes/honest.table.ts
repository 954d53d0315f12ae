import { addLine, changeLine } from '../world/draft-invoice.ts';
import { shuffled } from '../world/habits.ts';
import { moneyOf, plainLine } from '../world/write-lines.ts';
import type { ClassRow } from './class-row.ts';

/** Invoices that are right: each must pass by itself, or be held where nobody could tell which line is meant. */
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
    // 4 too: an invoice that waits holds on to lines that the next one means.
    orElse: [8, 4],
  },
  {
    name: 'as much as another booking has open',
    scenarios: ['L06'],
    share: 2,
    wish: {
      deliveries: 1,
      orders: 1,
      order: { repeats: 'none', lines: 4, first: { quantity: '40', price: '75.00' } },
      writing: { references: 'none' },
    },
    change: ({ orders, parts }) => {
      const [part] = parts;
      const lines = orders[0]?.lines ?? [];
      if (part === undefined) return;
      // More of it is ordered on one project than was delivered, and exactly as much on another.
      part.line.quantity = '90';
      part.line.project = 'P-17';
      lines.push({ ...part.line, lineNo: lines.length * 100, quantity: part.quantity, project: 'P-18' });
    },
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
    name: 'one line for two order lines',
    scenarios: ['L03', 'L25'],
    share: 2,
    wish: { deliveries: 1, whole: true, orders: 1, writing: { references: 'none' }, supplier: 'plain' },
    change: ({ draft, orders, parts }) => {
      const [part] = parts;
      const lines = orders[0]?.lines;
      if (part === undefined || lines === undefined) return;
      const more = { ...part.line, lineNo: Math.max(...lines.map(({ lineNo }) => lineNo)) + 1, quantity: '7' };
      lines.push(more);
      const both = plainLine({ line: part.line, quantity: String(Number(part.quantity) + 7) });
      changeLine(draft, 0, both);
      const { orderNo } = part.order;
      draft.truth.lines[0] = {
        parts: [
          { orderNo, lineNo: part.line.lineNo, quantity: part.quantity },
          { orderNo, lineNo: more.lineNo, quantity: '7' },
        ],
      };
    },
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
