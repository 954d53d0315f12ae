import { decimal, decimalText, min, roundedText } from '../../../src/domain/decimal.ts';
import { largestDeviation } from '../judge/limits.ts';
import { changeLine, deviate } from '../world/draft-invoice.ts';
import { moneyOf, plainLine } from '../world/write-lines.ts';
import type { ClassRow, Scene, StoryWish } from './class-row.ts';

/** Nothing besides, so that the limit is that of the line alone. */
const LENIENT: StoryWish = { supplier: 'lenient', order: { discounts: false } };

/** The largest deviation of the first line that is still inside, as a decimal text. */
function limitOf({ parts, supplier }: Scene, sign: 1 | -1): string {
  const [part] = parts;
  return part === undefined ? '0' : decimalText(largestDeviation(moneyOf(part.line, part.quantity), sign, supplier));
}

/** Deviates by a share of the limit. */
function by(scene: Scene, sign: 1 | -1, factor: string): void {
  deviate(scene.draft, 0, roundedText(decimal(limitOf(scene, sign)).times(factor).times(String(sign)), 2));
}

/** Invoices more of the first line than is open, at the order's price. */
function overQuantity(scene: Scene, extra: string): void {
  const [part] = scene.parts;
  if (part === undefined) return;
  const quantity = decimalText(decimal(part.quantity).plus(scene.open.of(part.line)).plus(extra));
  const { quantity: _, net, ...line } = plainLine({ line: part.line, quantity });
  changeLine(scene.draft, 0, { quantity, ...(net === undefined ? {} : { net }), price: line.price });
  // What is ordered and not delivered is delivered too: only the rest is too much.
  const open = decimalText(decimal(quantity).minus(extra));
  scene.draft.truth.lines[0] = { parts: [{ orderNo: part.order.orderNo, lineNo: part.line.lineNo, quantity: open }] };
}

/** Prices and quantities that deviate, inside the tolerance in force and outside it. */
export const TOLERANCE_FAULTS: readonly ClassRow[] = [
  {
    name: 'price over, inside',
    scenarios: ['T02', 'T05', 'T25'],
    share: 3,
    wish: LENIENT,
    change: (scene) => by(scene, 1, '0.6'),
  },
  {
    name: 'price over, outside',
    scenarios: ['T09', 'T13', 'T15', 'T16', 'T22', 'R01'],
    share: 3,
    change: (scene) => deviate(scene.draft, 0, decimalText(decimal(limitOf(scene, 1)).times('1.5').plus('1'))),
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
  { name: 'price under, inside', scenarios: ['T23'], share: 2, wish: LENIENT, change: (scene) => by(scene, -1, '0.6') },
  {
    name: 'price under, outside',
    scenarios: ['T23'],
    share: 2,
    change: (scene) => deviate(scene.draft, 0, decimalText(decimal(limitOf(scene, -1)).times('1.2').plus('1').neg())),
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
  {
    name: 'price exactly at the limit',
    scenarios: ['T03', 'T07'],
    wish: LENIENT,
    change: (scene) => by(scene, 1, '1'),
  },
  {
    name: 'one hundredth past the limit',
    scenarios: ['T04', 'T08', 'T14'],
    share: 2,
    change: (scene) => deviate(scene.draft, 0, decimalText(decimal(limitOf(scene, 1)).plus('0.01'))),
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
  {
    name: 'one hundredth below the lower limit',
    scenarios: ['T23'],
    change: (scene) => deviate(scene.draft, 0, decimalText(decimal(limitOf(scene, -1)).plus('0.01').neg())),
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
  {
    name: 'opposite deviations',
    scenarios: ['T27'],
    wish: { orders: 2, noHabits: true, order: { discounts: false } },
    change: (scene) => {
      const second = scene.parts.findIndex(({ order }) => order !== scene.orders[0]);
      const [one, other] = [scene.parts[0], scene.parts[second]];
      if (one === undefined || other === undefined) return;
      const small = min(decimal(moneyOf(one.line, one.quantity)), decimal(moneyOf(other.line, other.quantity)));
      const amount = roundedText(small.times('0.4'), 2);
      deviate(scene.draft, 0, amount);
      changeLine(scene.draft, second, plainLine(other));
      deviate(scene.draft, second, `-${amount}`);
    },
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
  {
    name: 'over-quantity, outside',
    scenarios: ['L14'],
    share: 2,
    change: (scene) => overQuantity(scene, String(scene.luck.between(15, 60))),
    calls: 4,
    reason: 'OVER_QUANTITY',
  },
  {
    name: 'over-quantity, inside',
    scenarios: ['L15'],
    wish: {
      ...LENIENT,
      orders: 1,
      deliveries: 1,
      order: { ...LENIENT.order, first: { quantity: '1000', price: '1.00' } },
    },
    change: (scene) => overQuantity(scene, '4'),
    reason: 'OVER_QUANTITY',
  },
  {
    name: 'everything invoiced before',
    scenarios: ['L16'],
    share: 2,
    wish: { deliveries: 1, order: {} },
    change: invoicedBefore,
    calls: 4,
    reason: 'OVER_QUANTITY',
  },
  {
    name: 'smaller quantity at a higher price',
    scenarios: ['T18'],
    change: ({ draft, parts }) => {
      const quantity = String(Math.ceil(Number(parts[0]?.quantity) / 2));
      changeLine(draft, 0, (line) => ({ ...line, price: line.net ?? '0', base: quantity, quantity }));
    },
    wish: { deliveries: 1, whole: true, order: { first: { quantity: '40', price: '75.00' } } },
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
];

function invoicedBefore({ orders }: Scene): void {
  for (const order of orders) for (const line of order.lines) line.invoicedQuantity = line.quantity;
}
