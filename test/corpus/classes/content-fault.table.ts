import { decimal, roundedText } from '../../../src/domain/decimal.ts';
import { ublTotals } from '../../support/ubl-totals.ts';
import type { UblSpec } from '../../support/ubl-spec.ts';
import { addLine, changeLine } from '../world/draft-invoice.ts';
import { share } from '../world/habits.ts';
import type { ClassRow, Scene } from './class-row.ts';
import { orderFreight } from './order-freight.ts';

/** States a sum that is off by an amount. */
const misstate =
  (name: keyof NonNullable<UblSpec['stated']>, by: string) =>
  ({ draft }: Scene) => {
    draft.spec.stated = { [name]: roundedText(decimal(ublTotals(draft.spec)[name]).plus(by), 2) };
  };

/** A header charge of a share of the goods that is more than anybody would bear. */
const huge =
  (reason: string) =>
  ({ draft }: Scene) => {
    draft.spec.charges = [...(draft.spec.charges ?? []), { amount: share(draft, 60), reason }];
  };

/** Documents that contradict themselves, ask too much beside the goods, or cannot be read. */
export const CONTENT_FAULTS: readonly ClassRow[] = [
  {
    name: 'sum of lines off by a hundredth',
    scenarios: ['V05'],
    share: 2,
    change: misstate('lineNet', '0.01'),
    calls: 7,
    reason: 'TOTALS_DO_NOT_ADD_UP',
  },
  { name: 'net off', scenarios: ['V05'], change: misstate('net', '-1.00'), calls: 7, reason: 'TOTALS_DO_NOT_ADD_UP' },
  {
    name: 'wrong VAT',
    scenarios: ['V04', 'V05'],
    share: 2,
    change: misstate('tax', '12.00'),
    calls: 7,
    reason: 'TOTALS_DO_NOT_ADD_UP',
  },
  {
    name: 'gross off',
    scenarios: ['V05'],
    change: misstate('gross', '0.50'),
    calls: 7,
    reason: 'TOTALS_DO_NOT_ADD_UP',
  },
  {
    name: 'payable off',
    scenarios: ['V05'],
    change: misstate('payable', '100.00'),
    calls: 7,
    reason: 'TOTALS_DO_NOT_ADD_UP',
  },
  {
    name: 'line net that is not quantity times price',
    scenarios: ['V05', 'U02'],
    share: 2,
    change: ({ draft }) =>
      changeLine(draft, 0, (line) => ({ ...line, net: roundedText(decimal(line.net ?? '0').plus('0.03'), 2) })),
    calls: 7,
    reason: 'LINE_NET_NOT_PRICE_TIMES_QUANTITY',
  },
  {
    name: 'huge freight',
    scenarios: ['C23'],
    share: 2,
    wish: { noHabits: true },
    change: huge('Frakt, transport, levering'),
    calls: 4,
    reason: 'CHARGE_LIMIT',
  },
  {
    name: 'more freight than was ordered',
    scenarios: ['C21'],
    wish: { supplier: 'words', orders: 1, deliveries: 1, noHabits: true },
    change: (scene) => orderFreight(scene, '450.00'),
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
  {
    name: 'huge freight as a line',
    scenarios: ['C22', 'C23'],
    wish: { supplier: 'words', noHabits: true },
    change: ({ draft, supplier }) => {
      const net = share(draft, 60);
      addLine(draft, { name: supplier.freightWords[0] ?? '', quantity: '1', price: net, net });
    },
    calls: 4,
    reason: 'CHARGE_LIMIT',
  },
  {
    name: 'huge fee',
    scenarios: ['C23'],
    share: 2,
    wish: { noHabits: true },
    change: huge('Gebyr'),
    calls: 4,
    reason: 'CHARGE_LIMIT',
  },
  {
    name: 'decimal comma',
    scenarios: ['V05'],
    change: ({ draft }) => {
      draft.edit = (text) =>
        text.replace(
          /(<cbc:PriceAmount [^>]*>\d+)\.?(\d*)/,
          (_, whole, part) => `${whole},${part === '' ? '00' : part}`,
        );
    },
    outcome: 'rejected',
  },
  {
    name: 'format of another country',
    scenarios: ['M05'],
    change: ({ draft }) => {
      draft.edit = (text) =>
        text.replace(
          /<cbc:CustomizationID>[^<]*/,
          '<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.0',
        );
    },
    outcome: 'rejected',
  },
];
