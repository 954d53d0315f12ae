import { expect, test } from 'vitest';
import { parseSettings } from '../../src/settings/parse-settings.ts';

const MINIMAL = 'site: { name: Demo }\nentities: [{ id: NO01 }]\ncompany:\n';
const parse = (channels: string) => parseSettings(`${MINIMAL}channels: ${channels}\n`, 'mappings/site.yaml');

test('suppliers are told nothing unless it is switched on', () => {
  const { settings, findings } = parse('{}');
  expect(findings).toEqual([]);
  expect(settings?.channels.invoices.invoiceResponse).toBe('off');
  expect(settings?.channels.suppliers.enabled).toBe(false);
});

test.each(['decisions', 'all'])('%s: both channels are on', (mode) => {
  const { settings, findings } = parse(`{ invoices: { invoiceResponse: ${mode} }, suppliers: { enabled: true } }`);
  expect(findings).toEqual([]);
  expect(settings?.channels.invoices.invoiceResponse).toBe(mode);
});

test('answers without a way out are refused', () => {
  const { settings, findings } = parse('{ invoices: { invoiceResponse: all } }');
  expect(settings).toBeUndefined();
  expect(findings).toMatchObject([
    {
      severity: 'error',
      message: 'invoices: invoiceResponse is all, and the channel that takes the answers out, suppliers, is off.',
      at: { line: 4, column: 42 },
    },
  ]);
});

test('on another channel the setting is said to have no effect', () => {
  const { settings, findings } = parse('{ visma: { invoiceResponse: all } }');
  expect(settings).toBeDefined();
  expect(findings).toMatchObject([
    { severity: 'note', hint: 'Set channels.invoices.invoiceResponse instead.', at: { line: 4 } },
  ]);
});

test('an unknown mode is refused with what there is', () => {
  const { findings } = parse('{ invoices: { invoiceResponse: al }, suppliers: { enabled: true } }');
  expect(findings[0]?.severity).toBe('error');
  expect(`${findings[0]?.message} ${findings[0]?.hint}`).toContain('all');
});
