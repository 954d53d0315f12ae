import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, decimalText, sum } from '../../src/domain/decimal.ts';
import type { Preregistration, Voucher, VoucherBatch } from '../../src/domain/documents.generated.ts';
import { clearPreregistration } from '../../src/rules/order-match/preregistration/clear-preregistration.ts';
import { settings } from './order-match-world.ts';
import { OPEN_PREREGISTRATION } from './registered-voucher.ts';

const { debitAccount: _, ...OTHER } = OPEN_PREREGISTRATION;
const CREDIT_NOTE: Preregistration = { ...OTHER, creditAccount: '1479' };

const CONTEXT = { documentId: 'doc1', today: '2026-11-21' };
const REVERSING = settings({
  orderProcessing: { ...settings().company.orderProcessing, reversePreregistrationOnReject: true },
});
const clear = (
  preregistration: Preregistration | null,
  cause: 'receipt' | 'rejection',
  rules = REVERSING,
  context: Parameters<typeof clearPreregistration>[4] = CONTEXT,
) => clearPreregistration(preregistration, cause, { kind: 'invoice' }, rules, context);

const batchOf = (step: ReturnType<typeof clear>) => step.outputs[0]?.content as VoucherBatch;

describe('a counter-voucher', () => {
  it.each([
    ['receipt', 'preregistration-cleared', 'order-match.md 15'],
    ['rejection', 'preregistration-reversed', 'C032'],
  ] as const)(
    'R11, R16: at %s the same figures go out on the other side, naming the original',
    (cause, event, rule) => {
      const step = clear(OPEN_PREREGISTRATION, cause);
      const voucher: Voucher = {
        voucherType: 21,
        date: '2026-11-21',
        creditAccount: '1479',
        crossAccount: '50001',
        amount: '1250.00',
        vatAmount: '0.00',
        currency: 'NOK',
        invoiceNo: 'F-1',
        dueDate: '2026-12-02',
        kid: '123456782',
        counterReference: 'F-1',
        accountingDocumentNo: 7,
        text: 'Leverandør AS F-1',
      };
      const key = 'doc1/preregistration-reversal';
      expect(step.outputs).toEqual([
        {
          document: 'voucher-batch',
          folder: 'visma',
          key,
          revision: 1,
          content: {
            document: 'voucher-batch',
            key,
            documentId: 'doc1',
            batch: { voucherSeries: 40, reversalOf: 'doc1/preregistration', vouchers: [voucher] },
          },
        },
      ]);
      expect(step.preregistration).toEqual({
        ...OPEN_PREREGISTRATION,
        state: 'cleared',
        clearing: { cause, date: '2026-11-21', key, voucher },
      });
      const subject = { kind: 'supplier-invoice', key: 'doc1' };
      expect(step.changes).toEqual([{ change: 'audit', subject, event, from: null, to: null, rule }]);
    },
  );

  it('of a credit note debits the account', () => {
    const [voucher] = batchOf(clear(CREDIT_NOTE, 'receipt')).batch.vouchers;
    expect(voucher).toMatchObject({ debitAccount: '1479', amount: '1250.00' });
    expect(voucher).not.toHaveProperty('creditAccount');
  });

  it.each<[string, string, string | null, string]>([
    ['of the day', '2026-11-02', null, '2026-11-21'],
    ['of the day after the closed period', '2026-11-02', '2026-11-21', '2026-11-22'],
    ['of the day, when the original is in a period that was closed since', '2026-11-02', '2026-11-20', '2026-11-21'],
    ['never before the original', '2026-12-15', null, '2026-12-15'],
  ])('is %s', (_name, date, closedUntil, expected) => {
    const rules = { ...REVERSING, orderMatch: { ...REVERSING.orderMatch, closedUntil } };
    expect(batchOf(clear({ ...OPEN_PREREGISTRATION, date }, 'rejection', rules)).batch.vouchers[0]?.date).toBe(
      expected,
    );
  });

  it('takes the next number of the series, and is settled against the number of the original', () => {
    const rules = { ...REVERSING, voucherSeries: [{ no: 40, voucherType: 21, next: 40001 }] };
    const step = clear({ ...OPEN_PREREGISTRATION, voucherNo: 40017 }, 'receipt', rules, {
      ...CONTEXT,
      lastVoucherNo: 40020,
    });
    expect(batchOf(step).batch.vouchers[0]).toMatchObject({ voucherNo: 40021, counterReference: '40017' });
    expect(step.changes).toContainEqual({ change: 'take-number', counter: 'voucher-series:40', number: 40021 });
    expect(step.preregistration?.voucherNo).toBe(40017);
  });

  it.each<[string, number | undefined, number, number | undefined]>([
    ['goes on in a series that has left the settings, after what was given there', 40017, 40020, 40021],
    ['never takes the number of the original again, whatever the counter says', 40017, 0, 40018],
    ['has no number where the original got its own from Visma', undefined, 40020, undefined],
  ])('%s', (_name, voucherNo, lastVoucherNo, expected) => {
    const gone = { ...REVERSING, voucherSeries: [], voucherTypes: [] };
    const original = voucherNo === undefined ? OPEN_PREREGISTRATION : { ...OPEN_PREREGISTRATION, voucherNo };
    const step = clear(original, 'receipt', gone, { ...CONTEXT, lastVoucherNo });
    expect(batchOf(step).batch.vouchers[0]?.voucherNo).toBe(expected);
    const taken = { change: 'take-number', counter: 'voucher-series:40', number: expected };
    const takes = step.changes.filter(({ change }) => change === 'take-number');
    expect(takes).toEqual(expected === undefined ? [] : [taken]);
  });

  it('leaves the number to Visma where the settings of the series say so by now', () => {
    const rules = { ...REVERSING, voucherSeries: [{ no: 40, voucherType: 21 }] };
    const step = clear({ ...OPEN_PREREGISTRATION, voucherNo: 40017 }, 'receipt', rules, {
      ...CONTEXT,
      lastVoucherNo: 40020,
    });
    expect(batchOf(step).batch.vouchers[0]).not.toHaveProperty('voucherNo');
  });

  it('goes to the series and type of the original, whatever the settings say by now', () => {
    const rules = { ...settings({ preregistrationVoucherSeries: null }), voucherSeries: [], voucherTypes: [] };
    expect(batchOf(clear(OPEN_PREREGISTRATION, 'receipt', rules)).batch).toMatchObject({
      voucherSeries: 40,
      vouchers: [{ voucherType: 21, creditAccount: '1479' }],
    });
  });
});

describe('without a counter-voucher', () => {
  it('a receipt that Visma clears itself writes none, and says so', () => {
    const rules = settings({}, { counterVoucherAtReceipt: false });
    const step = clear(OPEN_PREREGISTRATION, 'receipt', rules);
    expect(step.outputs).toEqual([]);
    expect(step.preregistration).toMatchObject({
      state: 'left-to-visma',
      clearing: { cause: 'receipt', key: null, voucher: null },
    });
    expect(step.changes.map(({ change }) => change)).toEqual(['audit']);
  });

  it('a rejection without the reversing setting raises an alert: the liability remains', () => {
    const step = clear(OPEN_PREREGISTRATION, 'rejection', settings());
    expect(step.outputs).toEqual([]);
    expect(step.preregistration).toMatchObject({ state: 'remains', clearing: { cause: 'rejection', voucher: null } });
    expect(step.changes).toContainEqual({
      change: 'raise-alert',
      code: 'PREREGISTRATION_REMAINS',
      subject: { kind: 'supplier-invoice', key: 'doc1' },
      text: 'Invoice F-1 of supplier 50001 was rejected, and its pre-registration of 1250.00 NOK still stands in Visma: reverse the voucher there.',
    });
  });

  it('a document that was never pre-registered has nothing to clear', () => {
    expect(clear(null, 'receipt')).toEqual({ preregistration: null, outputs: [], changes: [] });
    expect(clear(null, 'rejection', settings())).toEqual({ preregistration: null, outputs: [], changes: [] });
  });
});

/** What vouchers do to the balance of the supplier: credited more, debited less. */
function balance(vouchers: readonly Omit<Voucher, 'counterReference'>[]): string {
  return decimalText(
    sum(
      vouchers.map(({ amount, debitAccount }) =>
        debitAccount === undefined ? decimal(amount).neg() : decimal(amount),
      ),
    ),
  );
}

it('R18: however often and by whatever it is ended, it is cleared once at most, and then the balance is zero', () => {
  const cause = fc.constantFrom('receipt' as const, 'rejection' as const);
  const amount = fc
    .integer({ min: 1, max: 10 ** 9 })
    .map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`);
  const original = fc.record({ base: fc.constantFrom(OPEN_PREREGISTRATION, CREDIT_NOTE), amount });
  fc.assert(
    fc.property(
      fc.array(cause, { minLength: 1, maxLength: 6 }),
      original,
      fc.boolean(),
      fc.boolean(),
      (causes, { base, amount: stated }, reverse, counter) => {
        const processing = { ...settings().company.orderProcessing, reversePreregistrationOnReject: reverse };
        const rules = settings({ orderProcessing: processing }, { counterVoucherAtReceipt: counter });
        const start: Preregistration = { ...base, amount: stated };
        let state: Preregistration | null = start;
        const sent: Voucher[] = [];
        for (const one of causes) {
          const before: Preregistration | null = state;
          const step = clear(JSON.parse(JSON.stringify(before)) as Preregistration, one, rules);
          if (before?.state !== 'open') expect(step).toEqual({ preregistration: before, outputs: [], changes: [] });
          sent.push(...step.outputs.flatMap(({ content }) => (content as VoucherBatch).batch.vouchers));
          state = step.preregistration;
        }
        const wrote = causes[0] === 'receipt' ? counter : reverse;
        expect(sent).toHaveLength(wrote ? 1 : 0);
        expect(balance([start, ...sent])).toBe(wrote ? '0' : balance([start]));
        expect(state).toMatchObject({
          ...start,
          state: expect.stringMatching(/^(cleared|left-to-visma|remains)$/),
          clearing: { cause: causes[0] },
        });
      },
    ),
  );
});
