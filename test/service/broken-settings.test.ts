import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doctor } from '../../src/service/doctor.ts';
import { openSite } from '../../src/service/open-site.ts';
import { statusReport } from '../../src/service/status-report.ts';
import { emptySite, once } from '../support/run-in-process.ts';

const BROKEN = 'site: { name: X }\nentities: [{ id: A }]\ncompany:\n  tolerencePercent: "2"\n';

/** A site that has run, and whose site.yaml somebody then broke. */
async function brokenSite() {
  const site = await emptySite();
  const file = join(site.dir, 'mappings', 'site.yaml');
  const good = await readFile(file, 'utf8');
  await once(site);
  await writeFile(file, BROKEN);
  return { site, file, good };
}

describe('a site.yaml that went wrong after the daemon read it', () => {
  it('is kept as it was in force, word for word', async () => {
    const { site, good } = await brokenSite();
    expect(await readFile(join(site.dir, 'state', 'site.good.yaml'), 'utf8')).toBe(good);
  });

  it('does not keep anybody from looking, who is told by what settings', async () => {
    const { site } = await brokenSite();
    const open = await openSite(site.dir);
    expect(open.settings.company.tolerancePercent).toBe('2');
    expect(open.warnings[0]).toMatchObject({
      code: 'SETTINGS_RELOAD_REFUSED',
      severity: 'warning',
      message: expect.stringContaining('site.good.yaml'),
      at: { line: 4 },
    });
    await open.close();
    expect((await statusReport(site.dir, '2026-11-21T12:00:00.000Z')).site).toBe('Test');
    const names = (await doctor(site.dir, { full: false })).checks.map(({ name }) => name);
    expect(names).toContain('Ledger');
  });

  it('nor does one that is gone', async () => {
    const { site, file } = await brokenSite();
    await rm(file);
    const open = await openSite(site.dir);
    expect(open.settings.site.name).toBe('Test');
    await open.close();
  });

  it('starts nothing', async () => {
    const { site } = await brokenSite();
    await expect(once(site)).rejects.toMatchObject({ code: 'SETTINGS_INVALID' });
  });
});

it('a wrong site.yaml of a site that never ran cannot be looked past', async () => {
  const site = await emptySite();
  await writeFile(join(site.dir, 'mappings', 'site.yaml'), BROKEN);
  await expect(openSite(site.dir)).rejects.toMatchObject({ code: 'SETTINGS_INVALID', at: { line: 4 } });
});
