import type { UblSpec } from '../../support/ubl-spec.ts';
import type { Draft } from '../story.ts';
import { deviate } from '../world/draft-invoice.ts';
import type { ClassRow, Scene, StoryWish } from './class-row.ts';

const LONE: StoryWish = { deliveries: 1 };

/** Says something else in the header. */
const state =
  (said: Partial<UblSpec>) =>
  ({ draft }: Scene) => {
    Object.assign(draft.spec, said);
  };

/** The same invoice once more, as a sender repeats it: other number or content. */
function again(draft: Draft, spec: Partial<UblSpec>, calls: number[], reasons: string[]): Draft {
  const truth = { ...draft.truth, lines: [...draft.truth.lines] };
  return { spec: { ...draft.spec, ...spec }, truth, calls, reasons };
}

/** Documents that come twice, lack what they need, or are not what we may receive. */
export const DOCUMENT_FAULTS: readonly ClassRow[] = [
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
