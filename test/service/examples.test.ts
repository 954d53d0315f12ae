import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { decimal, decimalText, sum } from '../../src/domain/decimal.ts';
import type { SupplierInvoice } from '../../src/domain/documents.generated.ts';
import { readShipped } from '../support/shipped-mappings.ts';
import { SITE_SCHEMA } from '../../src/domain/site-schema.generated.ts';
import { EXAMPLE_FILES, EXAMPLE_SETTINGS } from '../../src/service/example-files.table.ts';
import { exampleText } from '../../src/service/make-site.ts';
import { siteTemplate } from '../../src/service/site-template.ts';
import { parseSettings } from '../../src/settings/parse-settings.ts';

async function readExample(channel: (typeof EXAMPLE_FILES)[number]['channel'], name: string) {
  return readShipped({ fileId: 'example', channel, name, bytes: Buffer.from(await exampleText(`${channel}/${name}`)) });
}

describe('the examples', () => {
  it.each(EXAMPLE_FILES.map((example) => [example.channel, example.name] as const))(
    '%s/%s is understood without a remark',
    async (channel, name) => {
      const result = await readExample(channel, name);
      expect(result.findings).toEqual([]);
      expect(result.documents.length).toBeGreaterThan(0);
    },
  );

  it('are all listed, and explained in their README', async () => {
    const readme = await exampleText('README.md');
    const folder = new URL('../../src/service/examples/', import.meta.url);
    const lying = (
      await Promise.all(
        ['visma', 'invoices', 'commands'].map(async (channel) =>
          (await readdir(new URL(channel, folder))).map((name) => `${channel}/${name}`),
        ),
      )
    ).flat();
    expect(lying.sort()).toEqual(EXAMPLE_FILES.map(({ channel, name }) => `${channel}/${name}`).sort());
    for (const path of lying) expect(readme).toContain(path);
  });

  it('come with a settings file that says what the demo runs under', async () => {
    const { settings, findings } = parseSettings(await exampleText('site.yaml'), 'examples/site.yaml');
    expect(findings).toEqual([]);
    expect(settings).toEqual(parseSettings(siteTemplate(SITE_SCHEMA, EXAMPLE_SETTINGS), 'site.yaml').settings);
  });

  it('show each format, and a credit note', async () => {
    const invoices = await Promise.all(
      EXAMPLE_FILES.filter(({ channel }) => channel === 'invoices').map(({ channel, name }) =>
        readExample(channel, name),
      ),
    );
    const kinds = invoices
      .map(({ documents }) => documents[0]?.content as SupplierInvoice)
      .map(({ format, kind }) => `${format} ${kind}`);
    expect(new Set(kinds)).toEqual(
      new Set(['peppol-bis-3 invoice', 'peppol-bis-2 invoice', 'ehf-2 invoice', 'peppol-bis-3 credit-note']),
    );
  });

  it('add up: lines, charges, tax and rounding give what is to be paid', async () => {
    for (const { channel, name } of EXAMPLE_FILES.filter((example) => example.channel === 'invoices')) {
      const invoice = (await readExample(channel, name)).documents[0]?.content as SupplierInvoice;
      const lines = sum(invoice.lines.map((line) => decimal(line.netAmount ?? '0')));
      const tax = sum(invoice.taxSubtotals.map((subtotal) => decimal(subtotal.taxAmount ?? '0')));
      const charges = sum(invoice.charges.map((charge) => decimal(charge.amount)));
      const payable = lines
        .plus(charges)
        .plus(tax)
        .plus(decimal(invoice.totals.rounding ?? '0'));
      expect(decimalText(payable), name).toBe(decimalText(decimal(invoice.totals.payable ?? '0')));
    }
  });
});
