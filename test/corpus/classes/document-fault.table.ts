import { decimal, roundedText } from '../../../src/domain/decimal.ts';
import { ublTotals } from '../../support/ubl-totals.ts';
import type { UblSpec } from '../../support/ubl-spec.ts';
import type { Draft } from '../story.ts';
import { changeLine, deviate } from '../world/draft-invoice.ts';
import { share } from '../world/habits.ts';
import type { ClassRow, Scene, StoryWish } from './class-row.ts';

const LONE: StoryWish = { deliveries: 1 };

/** States a sum that is off by an amount. */
const misstate =
  (name: keyof NonNullable<UblSpec['stated']>, by: string) =>
  ({ draft }: Scene) => {
    draft.spec.stated = { [name]: roundedText(decimal(ublTotals(draft.spec)[name]).plus(by), 2) };
  };

/** Says something else in the header. */
const state =
  (said: Partial<UblSpec>) =>
  ({ draft }: Scene) => {
    Object.assign(draft.spec, said);
  };

/** A header charge of a share of the goods that is more than anybody would bear. */
const huge =
  (reason: string) =>
  ({ draft }: Scene) => {
    draft.spec.charges = [...(draft.spec.charges ?? []), { amount: share(draft, 60), reason }];
  };

/** The same invoice once more, as a sender repeats it: other number or content. */
function again(draft: Draft, spec: Partial<UblSpec>, calls: number[], reasons: string[]): Draft {
  const truth = { ...draft.truth, lines: [...draft.truth.lines] };
  return { spec: { ...draft.spec, ...spec }, truth, calls, reasons };
}

/** Documents that contradict themselves, come twice, or are not what we may receive. */
export const DOCUMENT_FAULTS: readonly ClassRow[] = [
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
  {
    name: 'other buyer',
    scenarios: ['O08'],
    share: 2,
    wish: LONE,
    change: state({ customer: { name: 'En annen AS', organisationNo: '974760673' } }),
    calls: 8,
    reason: 'BUYER_MISMATCH',
  },
  {
    name: 'customization with a suffix',
    scenarios: ['M05'],
    change: state({ customizationSuffix: '#urn:fdc:example.com:spec:reminder:1.0' }),
    calls: 8,
    reason: 'CUSTOMIZATION_SUFFIX',
  },
  {
    name: 'prepayment invoice',
    scenarios: ['Z01'],
    change: state({ typeCode: '386' }),
    calls: 8,
    reason: 'PREPAYMENT_TYPE',
  },
  {
    name: 'self-billed invoice',
    scenarios: ['M05'],
    change: state({ typeCode: '389' }),
    calls: 8,
    reason: 'SELF_BILLING',
  },
  {
    name: 'no invoice number',
    scenarios: ['M01'],
    change: state({ number: null }),
    calls: 7,
    reason: 'MISSING_VALUE',
  },
  {
    name: 'no invoice date',
    scenarios: ['M05'],
    change: state({ issueDate: null }),
    calls: 7,
    reason: 'MISSING_VALUE',
  },
  {
    name: 'supplier not identified',
    scenarios: ['M03'],
    change: state({ supplier: null }),
    calls: 7,
    reason: 'MISSING_VALUE',
  },
  {
    name: 'same number, other content',
    scenarios: ['D02', 'D04'],
    share: 3,
    change: ({ draft, also }) => {
      const other = again(
        draft,
        { lines: draft.spec.lines.map((line) => ({ ...line })) },
        [...draft.calls, 8],
        [...draft.reasons, 'DUPLICATE'],
      );
      if (other.spec.lines.length > 1) {
        other.spec.lines.pop();
        other.truth.lines.pop();
      } else deviate(other, 0, '0.01');
      also(other, { statuses: [8, 4], reasons: ['DUPLICATE'] });
    },
  },
  {
    name: 'same number in another spelling',
    scenarios: ['D04'],
    wish: { supplier: 'plain' },
    change: ({ draft, also }) => {
      const number = ` ${draft.spec.number?.toLowerCase()} `;
      also(again(draft, { number }, [8], ['DUPLICATE']));
    },
  },
  {
    name: 'number with a leading zero',
    scenarios: ['D04'],
    change: ({ draft, also }) => {
      draft.spec.number = (draft.spec.number ?? '').replace('F-', '8');
      also(again(draft, { number: `0${draft.spec.number}` }, [8], []), {
        statuses: [8, 4],
        reasons: ['NEAR_DUPLICATE'],
      });
    },
  },
  {
    name: 'the same file twice',
    scenarios: ['D02'],
    share: 2,
    change: ({ draft, also }) => also(draft, { statuses: [], reasons: [], outcome: 'duplicate' }),
  },
  {
    name: 'the same delivery on a new number',
    scenarios: ['D06', 'L16'],
    share: 2,
    change: ({ draft, supplier, world, also }) => {
      also(again(draft, { number: world.nextInvoiceNo(supplier) }, [4], ['OVER_QUANTITY']));
    },
    wish: { whole: true, deliveries: 1 },
  },
];
