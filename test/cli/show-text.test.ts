import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileText } from '../../src/cli/show/file-text.ts';
import { purchaseOrderText } from '../../src/cli/show/purchase-order-text.ts';
import { supplierInvoiceText } from '../../src/cli/show/supplier-invoice-text.ts';
import { showDocument } from '../../src/service/show-document.ts';
import { filledSite } from '../service/filled-ledger.ts';
import { STYLE } from '../support/shown-style.ts';

let folder: string;
let site: Awaited<ReturnType<typeof filledSite>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ordrebro-test-'));
  site = await filledSite(join(folder, 'ledger.db'));
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

/** ORDREBRO_WRITE_GOLDEN=1 writes the golden texts anew; then read the difference before committing it. */
function expectGolden(name: string, text: string): void {
  const file = new URL(`./golden/${name}`, import.meta.url);
  if (process.env['ORDREBRO_WRITE_GOLDEN'] === '1') writeFileSync(file, `${text}\n`);
  expect(`${text}\n`).toBe(readFileSync(file, 'utf8'));
}

describe('shown to people', () => {
  it('a supplier invoice can be checked with a pocket calculator', async () => {
    const shown = await showDocument(site, 'supplier-invoice', 'aaaa2222');
    if (shown.kind !== 'supplier-invoice') throw new Error('not an invoice');
    const text = supplierInvoiceText(shown, STYLE);
    for (const figure of ['2 808.00', '3 072.00', '264.00', '8.5938 %', '20.00', 'outside'])
      expect(text).toContain(figure);
    expectGolden('show-supplier-invoice.txt', text);
  });

  it('a file with what was found in it', async () => {
    const shown = await showDocument(site, 'file', 'aabb3333');
    if (shown.kind !== 'file') throw new Error('not a file');
    expectGolden('show-file.txt', fileText(shown, STYLE));
  });

  it('a purchase order', async () => {
    const shown = await showDocument(site, 'purchase-order', '1001');
    if (shown.kind !== 'purchase-order') throw new Error('not an order');
    expectGolden('show-purchase-order.txt', purchaseOrderText(shown, STYLE));
  });

  it('Norwegian and Dutch where asked for', async () => {
    const shown = await showDocument(site, 'supplier-invoice', 'aaaa2222');
    if (shown.kind !== 'supplier-invoice') throw new Error('not an invoice');
    const texts = (['en', 'nb', 'nl'] as const).map((language) => supplierInvoiceText(shown, { ...STYLE, language }));
    expect(new Set(texts).size).toBe(3);
  });
});
