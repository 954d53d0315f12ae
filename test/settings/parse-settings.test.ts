import { describe, expect, test } from 'vitest';
import { parseSettings } from '../../src/settings/parse-settings.ts';

const MINIMAL = 'site: { name: Demo }\nentities: [{ id: NO01 }]\ncompany:\n';
const FILE = 'mappings/site.yaml';
const parse = (text: string) => parseSettings(text, FILE);
const errors = (text: string) => parse(text).findings.filter((finding) => finding.severity === 'error');

/** The one fault of a text: where, what, and the hint. */
function onlyError(text: string): {
  line: number | undefined;
  column: number | undefined;
  message: string;
  hint: string | undefined;
} {
  const found = errors(text);
  expect(found.map((finding) => finding.message)).toHaveLength(1);
  const { at, message, hint } = found[0]!;
  expect(at?.file).toBe(FILE);
  return { line: at?.line, column: at?.column, message, hint };
}

describe('a file with only site, entities and company', () => {
  test('is a working site, with every default', () => {
    const { settings, findings } = parse(MINIMAL);
    expect(findings).toEqual([]);
    expect(settings?.site).toEqual({ name: 'Demo', timeZone: 'Europe/Oslo', language: 'en', currency: 'NOK' });
    expect(settings?.company.tolerancePercent).toBeNull();
    expect(settings?.company.orderProcessing).toEqual({
      allowNoDeviation: false,
      preregisterIncomingDocuments: false,
      automaticReceipt: false,
      noPartialReceipt: false,
      reversePreregistrationOnReject: false,
    });
    expect(settings?.orderMatch.chargeLimitPercent).toBe('25');
    expect(settings?.channels.invoices).toMatchObject({
      enabled: true,
      settleMs: 2000,
      rescanMs: 5000,
      stuckMs: 60_000,
      maxBytes: 268_435_456,
      concurrency: 8,
      ackWaitMs: 60_000,
    });
    expect(settings?.channels.invoices.retry).toEqual({ firstMs: 1000, factor: 2, maxMs: 300_000, attempts: 12 });
    expect(settings?.retention).toEqual({
      originals: '10 years',
      ledger: '10 years',
      audit: '10 years',
      logs: '90 days',
    });
  });

  test('has commands off, also where another key of commands is set', () => {
    expect(parse(MINIMAL).settings?.channels.commands.enabled).toBe(false);
    expect(parse(`${MINIMAL}channels: { commands: { settleMs: 100 } }\n`).settings?.channels.commands).toMatchObject({
      enabled: false,
      settleMs: 100,
    });
    expect(parse(`${MINIMAL}channels: { commands: { enabled: true } }\n`).settings?.channels.commands.enabled).toBe(
      true,
    );
  });

  test.each(['site', 'entities', 'company'])('%s may not be missing', (key) => {
    const text = MINIMAL.split('\n')
      .filter((line) => !line.startsWith(key))
      .join('\n');
    expect(onlyError(text)).toMatchObject({ line: 1, column: 1, message: `${key} is missing.` });
  });
});

describe('values are taken as they are written', () => {
  const company = (line: string) => parse(`${MINIMAL}  ${line}\n`).settings?.company;

  test.each([
    ['tolerancePercent: 2.50', 'tolerancePercent', '2.50'],
    ['tolerancePercent: "2"', 'tolerancePercent', '2'],
    ['tolerancePercent: 0', 'tolerancePercent', '0'],
    ['tolerancePercent: 100', 'tolerancePercent', '100'],
    ['toleranceAmount: 50.00', 'toleranceAmount', '50.00'],
    ['toleranceAmount: 123456789012345678.91', 'toleranceAmount', '123456789012345678.91'],
    ['toleranceAmount: ~', 'toleranceAmount', null],
    ['organisationNo: 0991825827', 'organisationNo', '0991825827'],
    ['freightProduct: 1e3', 'freightProduct', '1e3'],
    ['freightProduct: true', 'freightProduct', 'true'],
  ])('%s', (line, key, value) => {
    expect(company(line)?.[key as 'organisationNo']).toBe(value);
  });

  test('a mark, CRLF and lone CR change nothing, positions included', () => {
    const text = `${MINIMAL}  tolerencePercent: 2\n`;
    expect(parse(`\uFEFF${MINIMAL}`).settings).toEqual(parse(MINIMAL).settings);
    expect(parse(MINIMAL.replaceAll('\n', '\r\n')).settings).toEqual(parse(MINIMAL).settings);
    expect(onlyError(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(onlyError(text));
  });
});

describe('a fault says where it is, what is wrong and what to do', () => {
  const inCompany = (line: string) => onlyError(`${MINIMAL}  ${line}\n`);

  test.each([
    ['tolerencePercent: 2', 3, 'There is no key "tolerencePercent" under company.', 'Did you mean "tolerancePercent"?'],
    [
      'IIDvTIP: 2',
      3,
      'There is no key "IIDvTIP" under company.',
      "IIDvTIP is Visma's name for company.tolerancePercent.",
    ],
    [
      'automaticReceipt: true',
      3,
      'There is no key "automaticReceipt" under company.',
      'It belongs elsewhere: company.orderProcessing.automaticReceipt.',
    ],
    ['__proto__: 2', 3, 'There is no key "__proto__" under company.', 'The keys here are'],
    [
      'tolerancePercent: 101',
      21,
      'company.tolerancePercent must be a per cent from 0 to 100, such as "2" or "2.5", or null, not "101".',
      'Leave the line out',
    ],
    ['tolerancePercent: -1', 21, 'company.tolerancePercent must be a per cent from 0 to 100', 'Leave the line out'],
    [
      'tolerancePercent: 2,5',
      21,
      'company.tolerancePercent must be a per cent',
      'Decimals are written with a point: "2.5".',
    ],
    ['tolerancePercent: 2 %', 21, 'company.tolerancePercent must be a per cent', 'Leave the per cent sign out: "2".'],
    [
      'orderProcessing: { automaticReceipt: yes }',
      40,
      'company.orderProcessing.automaticReceipt must be true or false, not "yes".',
      'Write true.',
    ],
    [
      'preregistrationVoucherSeries: "40"',
      33,
      'must be the number of a voucher series',
      'Write the number without quotation marks.',
    ],
  ])('company: %s', (line, column, message, hint) => {
    const found = inCompany(line);
    expect(found).toMatchObject({ line: 4, column });
    expect(found.message).toContain(message);
    expect(found.hint).toContain(hint);
  });

  test.each([
    [
      'orderMatch: { direction: ovr }',
      'orderMatch.direction must be one of both, over, not "ovr".',
      'Did you mean "over"?',
    ],
    ['channels: { invoice: {} }', 'There is no key "invoice" under channels.', 'Did you mean "invoices"?'],
    [
      'channels: { bank: { duplicates: reack } }',
      'channels.bank.duplicates must be one of re-acknowledge, reject, ignore',
      'Did you mean "re-acknowledge"?',
    ],
    ['retention: { logs: forever }', 'retention.logs must be a number and a unit', '"90 days"'],
    [
      'orderMatch: { closedUntil: 2026-02-30 }',
      'orderMatch.closedUntil must be a date',
      'Leave the line out where none is wanted.',
    ],
    ['orderMatch: { orderNumberPatterns: ["PO-("] }', '"PO-(" is not a regular expression.', 'PO-(.+)'],
    ['orderMatch: { orderNumberPatterns: ["PO-.+"] }', 'does not say which part is the order number', 'brackets'],
    ['orderMatch: { orderNumberPatterns: ["((a+)+)b"] }', 'repeats a repetition', 'one repetition'],
    [
      'voucherSeries: [{ no: 40, voucherType: 21 }]',
      'has the voucher type 21, which voucherTypes does not have',
      'Add { no: 21',
    ],
    ['voucherTypes: [{ no: 21 }, { no: 21 }]', 'has the number 21 twice', 'Remove'],
    ['orderMatch: *x', 'orderMatch is a reference (*x), which settings do not have.', 'Write the value itself.'],
  ])('%s', (line, message, hint) => {
    const found = onlyError(`${MINIMAL}${line}\n`);
    expect(found.line).toBe(4);
    expect(found.message).toContain(message);
    expect(found.hint).toContain(hint);
  });

  test('unknown time zones and currencies are refused, with what was probably meant', () => {
    expect(onlyError(MINIMAL.replace('Demo', 'Demo, timeZone: Europe/Olso'))).toMatchObject({
      line: 1,
      message: 'There is no time zone "Europe/Olso".',
      hint: 'Did you mean "Europe/Oslo"?',
    });
    expect(onlyError(MINIMAL.replace('Demo', 'Demo, currency: KRO')).message).toBe('"KRO" is no currency of ISO 4217.');
    expect(onlyError(MINIMAL.replace('Demo', 'Demo, currency: kr')).message).toContain('three capital letters');
  });

  test('the same entity twice', () => {
    expect(onlyError(MINIMAL.replace('id: NO01', 'id: NO01 }, { id: no01'))).toMatchObject({
      line: 2,
      message: 'The entity "no01" is there twice.',
    });
  });

  test('all faults are reported at once, in the order of the file', () => {
    const text =
      'sit: { name: Demo }\nentities: []\ncompany:\n  tolerancePercent: 101\n  toleranceAmount: abc\n  freight: F400\n';
    expect(errors(text).map(({ at }) => at?.line)).toEqual([1, 1, 2, 4, 5, 6]);
  });

  test('what is no YAML is one fault with its place', () => {
    expect(onlyError('site: { name: Demo\nentities: [{ id: NO01 }]\n').message).toContain('This is not YAML');
    expect(onlyError(`${MINIMAL}\torderMatch: {}\n`)).toMatchObject({
      line: 4,
      hint: 'Indent with spaces: YAML allows no tabs there.',
    });
    expect(onlyError('').message).toBe('The file says nothing.');
    expect(onlyError('just a text').message).toContain('must be a group of keys');
  });

  test('a key that stands twice is refused, and the rest is still checked', () => {
    const found = errors(`${MINIMAL}retention: {}\nretention: {}\norderMatch: { direction: ovr }\n`);
    expect(found.map(({ at }) => at?.line)).toEqual([5, 6]);
  });
});

describe('settings that contradict each other', () => {
  const switches = (text: string) => parse(`${MINIMAL}  orderProcessing: { ${text} }\n`);

  test('automatic receipt and pre-registration are never both on (C043)', () => {
    const { settings, findings } = switches(
      'automaticReceipt: true, preregisterIncomingDocuments: true, noPartialReceipt: true',
    );
    expect(settings).toBeUndefined();
    expect(findings.map((finding) => [finding.severity, finding.message])).toEqual([
      ['error', 'automaticReceipt and preregisterIncomingDocuments are both on; Visma allows only one of them.'],
    ]);
  });

  test('automatic receipt without "no partial receipt" brings the recommendation (C044)', () => {
    const { settings, findings } = switches('automaticReceipt: true');
    expect(settings?.company.orderProcessing.automaticReceipt).toBe(true);
    expect(findings).toMatchObject([
      { severity: 'note', hint: 'It is normally recommended to set noPartialReceipt to true.' },
    ]);
    expect(switches('automaticReceipt: true, noPartialReceipt: true').findings).toEqual([]);
  });

  test('a tolerance above 25 per cent is a warning, not a fault', () => {
    const found = (percent: string) => parse(`${MINIMAL}  tolerancePercent: ${percent}\n`);
    expect(found('25').findings).toEqual([]);
    expect(found('25.01')).toMatchObject({
      settings: { company: { tolerancePercent: '25.01' } },
      findings: [{ severity: 'warning', at: { line: 4, column: 21 } }],
    });
  });

  test('a group that nothing uses yet is a note', () => {
    expect(parse(`${MINIMAL}schedule: { nightRun: "04:15" }\n`).findings).toMatchObject([
      { severity: 'note', message: 'schedule has no effect in this version.', at: { line: 4, column: 1 } },
    ]);
  });

  test.each([
    ['alerts: { webhook: "https://example.com" }', 'alerts.webhook has no effect in this version.'],
    ['alerts: { file: a.ndjson }', undefined],
    ['retention: { originals: 1 year }', 'retention.originals has no effect in this version.'],
    ['retention: { logs: 30 days }', undefined],
    [
      'channels: { visma: { receiptTimeoutMinutes: 5 } }',
      'channels.visma.receiptTimeoutMinutes has no effect in this version.',
    ],
    [
      'channels: { visma-refusals: { lateAfter: 26 hours } }',
      'channels.visma-refusals.lateAfter raises no alert in this version.',
    ],
    ['channels: { visma: { settleMs: 500 } }', undefined],
  ])('%s: %s', (line, message) => {
    expect(parse(`${MINIMAL}${line}\n`).findings.map((finding) => finding.message)).toEqual(
      message === undefined ? [] : [message],
    );
  });
});

test('the whole example of the documentation is accepted', () => {
  const text = `
site: { name: Demo, timeZone: Europe/Oslo, language: en, currency: NOK }
entities: [{ id: NO01, name: Nordlys, paymentTermsMaintained: true, visma: net }]
schedule: { nightRun: "04:15", nightRunDate: previous-day }
company:
  organisationNo: "991825827"
  feeAndRoundingProduct: G900
  freightProduct: F400
  tolerancePercent: "2"
  toleranceAmount: "50.00"
  preregistrationVoucherSeries: 40
  orderProcessing:
    allowNoDeviation: false
    preregisterIncomingDocuments: false
    automaticReceipt: true
    noPartialReceipt: true
    reversePreregistrationOnReject: false
orderMatch: { toleranceCombination: both, direction: both, lineCharges: split, documentAmountCap: null, chargeLimitPercent: "25", freightLimit: null, feeLimit: null, freightReasonCodes: [], requireGoodsReceipt: false, classCAutomatic: false,
              acceptR120Failures: false, orderFromText: { buyerReference: use, note: propose }, learnedNeedsConfirm: true, mandatoryValues: [], orderNumberPatterns: ["PO-(.+)"], counterVoucherAtReceipt: true, preregistrationDate: invoice, dueDate: terms, closedUntil: null }
voucherSeries: [{ no: 40, voucherType: 21 }, { no: 70, voucherType: 31 }]
voucherTypes: [{ no: 21, debitAccount: "1599", updateOrder: null }, { no: 31, debitAccount: "1920", updateOrder: 2 }]
prepayment: { factoringCompanies: [{ id: 1, prepayment: true, voucherSeries: 70, firstVoucherNo: 70000, lastVoucherNo: 79999, kid: { algorithm: mod10, customerStart: 1, customerDigits: 6, referenceStart: 7, referenceDigits: 6 } }], transactionTypes: [1, 6], cumulative: true }
salesInvoices: { validateTotals: false, freightAllocation: full-amount-first-time, commissionAt: release }
salesFlow: { zeroLinePolicy: block, orderTerms: client, missingTerms: hold, statusWaitDays: 14, recurringFailureAfter: 3, recurringFailureContact: raptor@groupepgs.com, possiblyDeletedAfterDays: 14 }
channels:
  epack: { settleMs: 2000, rescanMs: 5000, stuckMs: 60000, maxBytes: 268435456, markers: false, partial: false, duplicates: re-acknowledge, concurrency: 8 }
  visma: { receiptTimeoutMinutes: null, lateAfter: 26 hours, ackWaitMs: 60000, retry: { firstMs: 1000, factor: 2, maxMs: 300000, attempts: 12 } }
retention: { originals: 10 years, ledger: 10 years, audit: 10 years, logs: 90 days }
dashboard: { listen: 127.0.0.1, port: 7300, behindProxy: false }
alerts: { file: state/alerts.ndjson, webhook: null }
`;
  const { settings, findings } = parse(text);
  expect(findings.filter((finding) => finding.severity !== 'note')).toEqual([]);
  expect(settings?.voucherTypes[0]).toEqual({ no: 21, debitAccount: '1599', updateOrder: null });
});
