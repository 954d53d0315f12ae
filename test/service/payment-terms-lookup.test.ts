import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openSite } from '../../src/service/open-site.ts';
import { previewFile } from '../../src/service/preview-file.ts';
import { watchSettings } from '../../src/service/settings-watch.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { parsePaymentTerms } from '../../src/settings/lookups/read-payment-terms.ts';
import { SettingsFault } from '../../src/settings/settings-fault.ts';
import { settingChange } from '../../src/settings/setting-change.ts';
import { settingsWith } from '../../src/settings/settings-with.ts';
import { baseWorld, canonicalFile } from '../support/base-world.ts';
import { emptySite, invoiceFile, once } from '../support/run-in-process.ts';
import { dropFile, type TestSite } from '../support/site.ts';

const HEADER = 'entity,code,vismaTerms,dueDateType,days\n';
const THIRTY = { entity: '*', code: '30', vismaTerms: '30 net', dueDateType: 'fixed-days', days: 30 };
const RIGHT = `${HEADER}*,30,30 net,fixed-days,30\n`;
const WRONG = `${HEADER}*,30,30 net,fixed-day,30\n`;

async function writeLookup(site: TestSite, text: string): Promise<void> {
  await mkdir(join(site.dir, 'mappings', 'lookups'), { recursive: true });
  await writeFile(join(site.dir, 'mappings', 'lookups', 'payment-terms.csv'), text);
}

async function siteWith(text: string): Promise<TestSite> {
  const site = await emptySite();
  await writeLookup(site, text);
  return site;
}

describe('the lookup of payment terms', () => {
  it('is read line by line, without comments and quotes', () => {
    const text = `\uFEFF# terms\r\n${HEADER}\r\n *, "30" , "30 net",fixed-days,030\r\n# *,14,14,fixed-days,14\r\nNO01,X,"a, ""b""",custom,0`;
    expect(parsePaymentTerms(text, ['NO01']).paymentTerms).toEqual([
      THIRTY,
      { entity: 'NO01', code: 'X', vismaTerms: 'a, "b"', dueDateType: 'custom', days: 0 },
    ]);
  });

  it('gives nothing at all where a line is wrong', () => {
    expect(parsePaymentTerms(`${RIGHT}*,31,31,fixed-day,31`, [])).toMatchObject({
      paymentTerms: [],
      findings: [{ at: { line: 3 } }],
    });
  });

  it('is part of the settings, and of those that are tried', async () => {
    const site = await siteWith(RIGHT);
    expect((await loadSettings(site.dir)).settings.paymentTerms).toEqual([THIRTY]);
    expect((await settingsWith(site.dir, [settingChange('company.tolerancePercent=5')])).paymentTerms).toEqual([
      THIRTY,
    ]);
    expect((await loadSettings((await emptySite()).dir)).settings.paymentTerms).toEqual([]);
  });

  it('that is wrong starts nothing, and its line is shown', async () => {
    const site = await siteWith(WRONG);
    const thrown = await once(site).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(SettingsFault);
    expect(thrown).toMatchObject({
      code: 'SETTINGS_INVALID',
      message: expect.stringContaining('payment-terms.csv'),
      at: { file: 'mappings/lookups/payment-terms.csv', line: 2 },
      sourceText: WRONG,
    });
  });

  it('that went wrong keeps nobody from looking: the last good one stands in', async () => {
    const site = await siteWith(RIGHT);
    await once(site);
    await writeLookup(site, WRONG);
    const open = await openSite(site.dir);
    expect(open.settings.paymentTerms).toEqual([THIRTY]);
    expect(open.warnings[0]).toMatchObject({
      code: 'SETTINGS_RELOAD_REFUSED',
      message: expect.stringContaining('payment-terms.good.csv'),
    });
    await open.close();
  });

  it('stands beside the last good settings, where site.yaml went wrong', async () => {
    const site = await siteWith(RIGHT);
    await once(site);
    await rm(join(site.dir, 'mappings', 'site.yaml'));
    const open = await openSite(site.dir);
    expect(open.settings.paymentTerms).toEqual([THIRTY]);
    await open.close();
  });

  it('is followed while the daemon runs; a wrong one changes nothing', async () => {
    const site = await siteWith(RIGHT);
    const settings = await watchSettings(site.dir);
    const days = () => settings.current().paymentTerms?.map((terms) => terms.days);
    try {
      await writeLookup(site, WRONG);
      await delay(1500);
      expect(days()).toEqual([30]);
      await writeLookup(site, RIGHT.replace('days,30', 'days,14'));
      for (let tries = 0; tries < 100 && days()?.[0] !== 14; tries += 1) await delay(100);
      expect(days()).toEqual([14]);
    } finally {
      await settings.close();
    }
  });

  it('counts in a preview as it does in a run', async () => {
    const site = await siteWith(RIGHT);
    const world = baseWorld().flatMap(({ documents }) => documents);
    const changed = world.map((one) => (one.document === 'supplier' ? { ...one, paymentTerms: '30' } : one));
    await dropFile(site, 'visma', 'world.json', canonicalFile(changed));
    await once(site);
    const file = join(site.dir, 'invoice.xml');
    await writeFile(file, invoiceFile({ dueDate: '2026-11-16' }));
    for (const options of [{}, { with: ['company.tolerancePercent=5'] }]) {
      const { decisions } = await previewFile(site.dir, file, options);
      expect(decisions[0]?.reasons.map(({ code, days }) => [code, days])).toEqual([
        ['DUE_DATE_EARLIER_ON_INVOICE', '-16'],
      ]);
    }
  });
});
