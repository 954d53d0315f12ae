import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reason } from '../../src/domain/decision.ts';
import type { InvoiceResponse, OrderMatchResult } from '../../src/domain/documents.generated.ts';
import { ORDER_MATCH_STATUSES, type OrderMatchStatusCode } from '../../src/domain/order-match-status.table.ts';
import { REASONS, type ReasonCode } from '../../src/domain/reason.table.ts';
import { RESPONSE_CODES } from '../../src/rules/order-match/invoice-response/response-code.table.ts';
import { answering, answerTo, resultOf } from './response-world.ts';

const STATUSES = Object.keys(ORDER_MATCH_STATUSES).map(Number) as OrderMatchStatusCode[];
const CODES = Object.keys(REASONS) as ReasonCode[];

/** A reason in which every value can be recognised again. */
const marked = (code: ReasonCode, at = '1001/1'): Reason => ({
  code,
  at,
  expected: 'EXPECTED',
  actual: 'ACTUAL',
  allowed: 'SECRET-LIMIT',
  setting: 'SECRET-SETTING',
});

/** What Peppol's rules ask of every response (PEPPOL-T111-R001, R002, R004 and R005). */
function expectRulesOfPeppol({ responseCode, clarifications }: InvoiceResponse): void {
  const reasons = clarifications.filter(({ list }) => list === 'OPStatusReason');
  if (['UQ', 'CA', 'RE'].includes(responseCode)) expect(reasons).not.toEqual([]);
  for (const { code, reason } of reasons) if (code === 'OTH') expect(reason).toBeDefined();
  expect(clarifications.filter(({ code }) => code === 'PPD')).toEqual([]);
}

describe('the code of a status', () => {
  it.each([
    [1, 'AP', 'AP'],
    [2, 'IP', undefined],
    [3, 'UQ', 'UQ'],
    [4, 'UQ', 'UQ'],
    [5, 'AP', 'AP'],
    [6, 'RE', 'RE'],
    [7, 'UQ', 'UQ'],
    [8, 'IP', undefined],
    [9, 'UQ', 'UQ'],
    [10, 'UQ', 'UQ'],
    [11, 'AB', undefined],
  ] as const)('%i: %s; where only decisions are told: %s', (status, all, decisions) => {
    expect(answerTo(resultOf(status)).told?.responseCode).toBe(all);
    expect(answerTo(resultOf(status), { rules: answering('decisions') }).told?.responseCode).toBe(decisions);
    expect(answerTo(resultOf(status), { rules: answering('off') }).outputs).toEqual([]);
  });

  it('is a question at 8 only for what the supplier alone can mend', () => {
    const asked = CODES.filter((code) => answerTo(resultOf(8, [marked(code)])).told?.responseCode === 'UQ');
    expect(asked).toEqual(['BUYER_MISMATCH']);
  });
});

/** What a reason is told as; undefined: it is ours alone. */
const TOLD: Partial<Record<ReasonCode, string>> = {
  ORDER_NOT_FOUND: 'REF BT-13',
  SUPPLIER_MISMATCH: 'REF BT-13',
  ORDER_CANCELLED: 'REF BT-13',
  CURRENCY_MISMATCH: 'FIN BT-5=EXPECTED',
  PRODUCT_UNKNOWN: 'ITM BT-155',
  PRODUCT_CONFLICT: 'ITM BT-155',
  PRODUCT_NOT_ON_ORDER: 'ITM BT-155',
  UNIT_NOT_CONVERTIBLE: 'QTY BT-130',
  OUTSIDE_TOLERANCE: 'PRI BT-131=EXPECTED',
  OVER_QUANTITY: 'QTY BT-129=EXPECTED',
  CHARGE_LIMIT: 'PRI BT-99',
  FREIGHT_LIMIT: 'PRI BT-99',
  FEE_LIMIT: 'PRI BT-99',
  DOCUMENT_AMOUNT_CAP: 'PRI',
  TOTALS_DO_NOT_ADD_UP: 'LEG',
  LINE_NET_NOT_PRICE_TIMES_QUANTITY: 'LEG BT-131',
  BUYER_MISMATCH: 'REC BT-47=EXPECTED',
  MISSING_VALUE: 'LEG',
};

/** What each sentence may repeat of the reason's values. */
const REPEATED: Partial<Record<ReasonCode, string[]>> = {
  ORDER_CANCELLED: ['at'],
  CURRENCY_MISMATCH: ['at', 'expected', 'actual'],
  PRODUCT_UNKNOWN: ['at', 'actual'],
  PRODUCT_CONFLICT: ['at'],
  PRODUCT_NOT_ON_ORDER: ['at'],
  UNIT_NOT_CONVERTIBLE: ['at', 'expected', 'actual'],
  OUTSIDE_TOLERANCE: ['at', 'expected', 'actual'],
  OVER_QUANTITY: ['at', 'expected', 'actual'],
  TOTALS_DO_NOT_ADD_UP: ['at', 'expected', 'actual'],
  LINE_NET_NOT_PRICE_TIMES_QUANTITY: ['at', 'expected', 'actual'],
  MISSING_VALUE: ['at', 'expected'],
};

describe.each(STATUSES)('at status %i', (status) => {
  it.each(CODES)('%s is told as Peppol wants it, without what is ours', (code) => {
    const { told } = answerTo(resultOf(status, [marked(code)]));
    if (code === 'DUPLICATE') return expect(told).toBeUndefined();
    expect(told).toBeDefined();
    expectRulesOfPeppol(told as InvoiceResponse);
    expect(JSON.stringify(told)).not.toContain('SECRET');
    const { responseCode, clarifications = [] } = told as InvoiceResponse;
    if (!RESPONSE_CODES[responseCode].clarified) return expect(clarifications).toEqual([]);
    const [first] = clarifications;
    const conditions = first?.conditions.map(({ attribute, value }) => `${attribute}${value ? `=${value}` : ''}`) ?? [];
    expect([first?.code, ...conditions].join(' ')).toBe(TOLD[code] ?? 'OTH');
    const { code: _, ...values } = first?.reason ?? { code: '' };
    expect(Object.keys(values).sort()).toEqual([...(REPEATED[code] ?? [])].sort());
  });
});

describe('what is told', () => {
  const clarificationsOf = (status: OrderMatchStatusCode, reasons: Reason[]) =>
    answerTo(resultOf(status, reasons)).told?.clarifications ?? [];
  const codes = (status: OrderMatchStatusCode, reasons: Reason[]) =>
    clarificationsOf(status, reasons).map(({ code }) => code);

  it.each([
    ['order-number', 'REF BT-13'],
    ['order-reference', 'REF BT-13'],
    ['buyer-reference', 'REF BT-10'],
    ['issue-date', 'LEG BT-2'],
    ['due-date', 'PAY BT-9'],
    ['kid', 'PAY BT-83'],
    ['delivery-date', 'DEL BT-72'],
    ['lines', 'LEG '],
    ['something-new', 'LEG '],
  ])('a missing %s is %s', (at, told) => {
    const [first] = clarificationsOf(7, [{ code: 'MISSING_VALUE', at }]);
    expect(`${first?.code} ${first?.conditions[0]?.attribute ?? ''}`).toBe(told);
  });

  it('an amount outside is a matter of quantity where more was invoiced than is open on that line', () => {
    const outside: Reason = { code: 'OUTSIDE_TOLERANCE', at: '1001/1', expected: '1000.00', actual: '1300.00' };
    const over = (at: string): Reason => ({ code: 'OVER_QUANTITY', at, expected: '10', actual: '13' });
    expect(codes(4, [outside])).toEqual(['PRI', 'PIN']);
    expect(codes(4, [outside, over('1001/1')])).toEqual(['QTY', 'QTY', 'PIN']);
    expect(codes(4, [outside, over('1001/2')])).toEqual(['PRI', 'QTY', 'PIN']);
  });

  it('an order of another supplier cannot be told from one that does not exist', () => {
    const foreign: Reason = { code: 'SUPPLIER_MISMATCH', at: 'order:1001', expected: '50002', actual: '50001' };
    const unknown: Reason = { code: 'ORDER_NOT_FOUND', at: 'order:PO-1001' };
    expect(answerTo(resultOf(3, [foreign])).told).toEqual(answerTo(resultOf(3, [unknown])).told);
  });

  it('only a new invoice is asked for where nothing else mends it', () => {
    expect(codes(7, [{ code: 'TOTALS_DO_NOT_ADD_UP' }, { code: 'ORDER_NOT_FOUND' }])).toEqual(['LEG', 'REF', 'NIN']);
    expect(codes(6, [{ code: 'TOTALS_DO_NOT_ADD_UP' }])).toEqual(['LEG', 'NIN']);
    expect(codes(6, [{ code: 'ORDER_NOT_FOUND' }])).toEqual(['REF']);
  });

  it('a rejection has a reason even where none may be told', () => {
    expect(clarificationsOf(6, [])).toEqual([
      { list: 'OPStatusReason', code: 'OTH', reason: { code: 'REJECTED' }, conditions: [] },
    ]);
    expect(clarificationsOf(6, [marked('NEAR_DUPLICATE')])).toEqual(clarificationsOf(6, []));
  });

  it('the same is said once, and no more than fifty things', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index): Reason => ({ code: 'PRODUCT_UNKNOWN', at: `line:${index + 1}` }));
    const same: Reason = { code: 'ORDER_NOT_FOUND', at: 'order:1' };
    expect(codes(3, [same, { ...same, at: 'order:2' }])).toEqual(['REF', 'PIN']);
    expect(clarificationsOf(9, lines(50))).toHaveLength(51);
    const many = clarificationsOf(9, lines(2000));
    expect(many).toHaveLength(51);
    expect(many[49]).toMatchObject({ code: 'OTH', reason: { code: 'MORE', actual: '1951' } });
  });
});

describe('one answer after another', () => {
  /** Decides through the statuses, as the ledger would keep the results. */
  const told = (statuses: readonly OrderMatchStatusCode[], reasons: Reason[] = []): [number, string][] => {
    let previous: OrderMatchResult | undefined;
    return statuses.flatMap((status, index): [number, string][] => {
      const revision = index + 1;
      const answer = answerTo(resultOf(status, reasons, { revision }), previous === undefined ? {} : { previous });
      previous = answer.result;
      return answer.outputs.map((output) => [output.revision, (output.content as InvoiceResponse).responseCode]);
    });
  };

  it('tells a code once, and never goes back', () => {
    expect(told([3, 3, 4, 1])).toEqual([
      [1, 'UQ'],
      [4, 'AP'],
    ]);
    expect(told([4, 2, 4, 8, 4, 5])).toEqual([
      [1, 'UQ'],
      [6, 'AP'],
    ]);
    expect(told([11, 8, 2, 9, 6])).toEqual([
      [1, 'AB'],
      [2, 'IP'],
      [4, 'UQ'],
      [5, 'RE'],
    ]);
    expect(told([1, 4, 6, 3])).toEqual([[1, 'AP']]);
    expect(told([6, 1, 4])).toEqual([[1, 'RE']]);
  });

  it('always goes forward, whatever happens to the document', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...STATUSES), { maxLength: 12 }),
        fc.array(
          fc.constantFrom(...CODES).map((code) => marked(code)),
          { maxLength: 3 },
        ),
        (statuses, reasons) => {
          const codes = told(statuses, reasons).map(([, code]) => code as InvoiceResponse['responseCode']);
          const steps = codes.map((code) => RESPONSE_CODES[code].step);
          expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
          if (codes.includes('RE')) expect(codes.at(-1)).toBe('RE');
        },
      ),
    );
  });

  it('does not depend on anything but its arguments', () => {
    const reasons = CODES.filter((code) => code !== 'DUPLICATE').map((code) => marked(code));
    const once = JSON.stringify(answerTo(resultOf(4, reasons)));
    expect(JSON.stringify(answerTo(resultOf(4, reasons)))).toBe(once);
  });
});
