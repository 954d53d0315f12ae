import { decimal, roundedText } from '../../../src/domain/decimal.ts';
import { addLine, goodsNet } from '../world/draft-invoice.ts';
import { fee, freight, lineCharge, rounding } from '../world/habits.ts';
import type { ClassRow, Scene } from './class-row.ts';
import { orderFreight } from './order-freight.ts';

/** The header's own tax category, which the first line always has an equal of. */
const taxOf = ({ draft }: Scene) => draft.spec.lines[0]?.taxPercent ?? '25';

/** Invoices that are right and ask for more than goods: each must pass, or be held where the supplier's preferences say so. */
export const HONEST_CHARGES: readonly ClassRow[] = [
  {
    name: 'freight',
    scenarios: ['C01', 'C02', 'C14'],
    share: 3,
    change: ({ draft, supplier, luck }) => freight(draft, supplier, luck),
  },
  {
    name: 'freight of a supplier who may not ask for it',
    scenarios: ['C16'],
    wish: { supplier: 'no freight', noHabits: true },
    change: ({ draft, supplier, luck }) => freight(draft, supplier, luck),
  },
  {
    name: 'fee of a supplier who may not ask for it',
    scenarios: ['C14'],
    wish: { supplier: 'no fees', noHabits: true },
    change: ({ draft, supplier, luck }) => fee(draft, supplier, luck),
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
    name: 'freight that was ordered',
    scenarios: ['C21'],
    wish: { supplier: 'words', orders: 1, deliveries: 1, noHabits: true },
    change: (scene) => orderFreight(scene, '150.00'),
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
];
