import { describe, expect, it } from 'vitest';
import type { SiteSettings } from '../../../src/domain/settings.generated.ts';
import type { InMapping, MappingSet, OutMapping } from '../../../src/mapping/language/mapping-set.ts';
import { checkOutputs, wrongOutputs } from '../../../src/settings/mappings/check-outputs.ts';
import { parseSettings } from '../../../src/settings/parse-settings.ts';

const OUT = [
  { name: 'vouchers-as-text', document: 'voucher-batch' },
  { name: 'answers-as-csv', document: 'acknowledgement' },
] as OutMapping[];
const SET: MappingSet = {
  version: '1',
  in: [{ name: 'orders-in' } as InMapping],
  out: new Map(OUT.map((one) => [one.name, one])),
};

const YAML = (chosen: string) =>
  `site: { name: X, timeZone: Europe/Oslo, language: en, currency: NOK }\nentities: [{ id: A }]\ncompany: {}\noutputs:\n  voucher-batch: ${chosen}\n`;

function check(chosen: string) {
  const { settings, place, findings } = parseSettings(YAML(chosen), 'mappings/site.yaml');
  if (settings === undefined) return findings;
  return wrongOutputs(settings, SET, place);
}

describe('outputs of site.yaml', () => {
  it.each(['canonical', 'vouchers-as-text'])('%s is right', (chosen) => {
    expect(check(chosen)).toEqual([]);
  });

  it.each([
    ['answers-as-csv', 'writes acknowledgement, not voucher-batch', 'vouchers-as-text'],
    ['orders-in', 'reads files', 'vouchers-as-text'],
    ['vouchers-as-txt', 'no mapping "vouchers-as-txt"', 'Did you mean "vouchers-as-text"?'],
    ['cannonical', 'no mapping "cannonical"', 'Did you mean "canonical"?'],
  ])('%s is refused with its line: it %s', (chosen, message, hint) => {
    expect(check(chosen)).toMatchObject([
      {
        code: 'SETTINGS_INVALID',
        severity: 'error',
        message: expect.stringContaining(message),
        hint: expect.stringContaining(hint),
        at: { file: 'mappings/site.yaml', line: 5, path: 'outputs.voucher-batch' },
      },
    ]);
  });

  it('chooses what the contract names where it says nothing, and a default that is not there is a warning only', () => {
    const { settings } = parseSettings(YAML('canonical').split('outputs')[0] ?? '', 'mappings/site.yaml');
    const { outputs } = settings as SiteSettings;
    expect(Object.entries(outputs).filter(([, chosen]) => chosen !== 'canonical')).toEqual([
      ['voucher-batch', 'visma-business-voucher-batch'],
      ['visma-sales-order', 'visma-net-sales-order-v3'],
      ['sales-invoice', 'visma-net-customer-invoice'],
    ]);
    expect(checkOutputs({ outputs }, SET).map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
    expect(wrongOutputs({ outputs }, SET)).toEqual([]);
  });
});
