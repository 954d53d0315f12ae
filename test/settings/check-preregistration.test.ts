import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/domain/decision.ts';
import { parseSettings } from '../../src/settings/parse-settings.ts';

interface Given {
  series?: string | null;
  processing?: string;
  voucherSeries?: string;
  voucherTypes?: string;
}

/** A site that pre-registers in series 40, type 21, account 1479, but for what is given. */
function parse(given: Given = {}) {
  const { series = '40', processing = 'preregisterIncomingDocuments: true' } = given;
  const text = [
    'site: { name: Demo }',
    'entities: [{ id: NO01 }]',
    'company:',
    ...(series === null ? [] : [`  preregistrationVoucherSeries: ${series}`]),
    `  orderProcessing: { ${processing} }`,
    `voucherSeries: ${given.voucherSeries ?? '[{ no: 40, voucherType: 21 }]'}`,
    `voucherTypes: ${given.voucherTypes ?? '[{ no: 21, debitAccount: "1479" }]'}`,
  ];
  return parseSettings(`${text.join('\n')}\n`, 'mappings/site.yaml');
}

const words = ({ severity, message }: Finding) => `${severity}: ${message}`;

describe('pre-registration needs a voucher series that can be used', () => {
  test('with series, voucher type and debit account it is in force, and nothing is said', () => {
    const { settings, findings } = parse();
    expect(findings).toEqual([]);
    expect(settings?.company.orderProcessing.preregisterIncomingDocuments).toBe(true);
  });

  test.each<[string, Given, string, number]>([
    ['no series is set (C067)', { series: null }, 'no voucher series is set for its vouchers', 4],
    ['the series is not there', { series: '41' }, 'voucher series 41 of the pre-registration is not among', 4],
    ['the series has no type (C068)', { voucherSeries: '[{ no: 40 }]' }, 'series 40 has no voucher type', 6],
    ['the type has no account (C069)', { voucherTypes: '[{ no: 21 }]' }, 'type 21 has no debit account', 6],
    ['the account is a blank', { voucherTypes: '[{ no: 21, debitAccount: " " }]' }, 'has no debit account', 6],
    ['the type is not there', { voucherTypes: '[]' }, 'which voucherTypes does not have', 6],
  ])('refused: %s', (_name, given, message, line) => {
    const { settings, findings } = parse(given);
    expect(settings).toBeUndefined();
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain(message);
    expect(findings[0]?.severity).toBe('error');
    expect(findings[0]?.at?.line).toBe(line);
    expect(findings[0]?.hint).toMatch(/^(Set|Add|Give) /);
  });

  test('a series 0 is no number of a series (R09)', () => {
    const { settings, findings } = parse({ series: '0' });
    expect(settings).toBeUndefined();
    expect(findings[0]?.message).toContain('must be the number of a voucher series');
  });

  test('together with automatic receipt it is refused as a whole (C043, R05)', () => {
    const processing = 'preregisterIncomingDocuments: true, automaticReceipt: true, noPartialReceipt: true';
    const { settings, findings } = parse({ processing });
    expect(settings).toBeUndefined();
    expect(findings.map(words)).toEqual([
      'error: automaticReceipt and preregisterIncomingDocuments are both on; Visma allows only one of them.',
    ]);
  });

  test.each(['3000', '4300', '5000', '6800', '7790', '8160'])('warned: account %s is of the income statement', (no) => {
    const { settings, findings } = parse({ voucherTypes: `[{ no: 21, debitAccount: "${no}" }]` });
    expect(settings).toBeDefined();
    expect(findings.map(words)).toEqual([
      `warning: Account ${no} belongs to the income statement: pre-registration would book a cost that the receipt books again.`,
    ]);
    expect(findings[0]?.at).toMatchObject({ line: 7, column: 40 });
  });

  test.each(['1479', '1599', '2990', '9000'])('account %s is not warned of', (no) => {
    expect(parse({ voucherTypes: `[{ no: 21, debitAccount: "${no}" }]` }).findings).toEqual([]);
  });
});

describe('while pre-registration is off', () => {
  test('a series that is not there is a warning, and its type and account are not asked for', () => {
    expect(parse({ processing: '', series: '41' }).findings.map(words)).toEqual([
      'warning: The voucher series 41 of the pre-registration is not among voucherSeries.',
    ]);
    expect(parse({ processing: '', voucherSeries: '[{ no: 40 }]' }).findings).toEqual([]);
    expect(parse({ processing: '', voucherTypes: '[{ no: 21, debitAccount: "4300" }]' }).findings).toEqual([]);
  });
});
