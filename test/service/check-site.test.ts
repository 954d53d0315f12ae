import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSite } from '../../src/service/check-site.ts';
import { canonicalFile } from '../support/base-world.ts';
import { dropFile } from '../support/site.ts';
import { emptySite, once, siteWithWorld } from '../support/run-in-process.ts';

describe('check', () => {
  it('reads the payment terms, and shows the lines that are wrong', async () => {
    const site = await emptySite();
    expect((await checkSite(site.dir)).findings).toEqual([]);
    await mkdir(join(site.dir, 'mappings', 'lookups'), { recursive: true });
    const text = 'entity,code,vismaTerms,dueDateType,days\n*,30,30,fixed-day,30\n';
    await writeFile(join(site.dir, 'mappings', 'lookups', 'payment-terms.csv'), text);
    const { findings, sources } = await checkSite(site.dir);
    expect(findings).toMatchObject([
      { severity: 'error', hint: 'Did you mean "fixed-days"?', at: { line: 2, column: 9 } },
    ]);
    expect(sources[findings[0]?.at?.file ?? '']).toBe(text);
  });

  it('warns of freight words that are found inside other words', async () => {
    const site = await siteWithWorld();
    const alternative = {
      document: 'delivery-alternative',
      supplierNo: '50001',
      productNo: 'F400',
      supplierDescription: 'Frakt, tur; kjøring',
    };
    await dropFile(site, 'visma', 'freight.json', canonicalFile([alternative]));
    await once(site);
    expect((await checkSite(site.dir)).findings).toMatchObject([
      { code: 'SETTINGS_WARNING', severity: 'warning', message: expect.stringContaining('"tur" of supplier 50001') },
    ]);
  });

  it('warns of products of freight and fees that the product file does not have', async () => {
    const site = await siteWithWorld({ company: { freightProduct: 'F999', feeAndRoundingProduct: 'G900' } });
    expect((await checkSite(site.dir)).findings).toMatchObject([
      {
        code: 'SETTINGS_WARNING',
        severity: 'warning',
        message: expect.stringContaining('Product F999 of company.freightProduct'),
        at: { file: 'mappings/site.yaml', line: expect.any(Number), path: 'company.freightProduct' },
      },
    ]);
    await dropFile(site, 'visma', 'f999.json', canonicalFile([{ document: 'product', productNo: 'F999' }]));
    await once(site);
    expect((await checkSite(site.dir)).findings).toEqual([]);
  });
});
