import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SITE_SCHEMA } from '../../src/domain/site-schema.generated.ts';
import { EXAMPLE_FILES, EXAMPLE_SETTINGS } from '../../src/service/example-files.table.ts';
import { makeSite, newSiteValues, SITE_FOLDERS } from '../../src/service/make-site.ts';
import { siteTemplate } from '../../src/service/site-template.ts';
import { readSettings } from '../../src/settings/load-settings.ts';
import { parseSettings } from '../../src/settings/parse-settings.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ordrebro-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('init', () => {
  it('makes a site whose settings are right', async () => {
    const site = join(folder, 'new', 'site');
    const made = await makeSite(site, newSiteValues(site));
    const { settings, findings } = await readSettings(site);
    expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(settings?.site.name).toBe('site');
    for (const path of SITE_FOLDERS) expect(await readdir(join(site, path))).toBeDefined();
    for (const example of EXAMPLE_FILES) expect(made.made).toContain(`examples/${example.channel}/${example.name}`);
    expect(await readdir(join(site, 'inbox', 'invoices'))).toEqual([]);
  });

  it('never overwrites a file, and makes what is missing', async () => {
    await makeSite(folder, newSiteValues(folder));
    await writeFile(join(folder, 'mappings', 'site.yaml'), 'mine');
    await rm(join(folder, 'examples', 'invoices'), { recursive: true });
    const again = await makeSite(folder, newSiteValues(folder));
    expect(await readFile(join(folder, 'mappings', 'site.yaml'), 'utf8')).toBe('mine');
    expect(again.kept).toContain('mappings/site.yaml');
    expect(again.made).toContain('examples/invoices/invoice-ehf-2.xml');
  });

  it('refuses a folder that holds something else, says what it would have made, and writes nothing', async () => {
    await writeFile(join(folder, 'letter.txt'), 'dear');
    await expect(makeSite(folder, newSiteValues(folder))).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      message: expect.stringContaining('letter.txt'),
      hint: expect.stringContaining('inbox/invoices'),
    });
    expect(await readdir(folder)).toEqual(['letter.txt']);
  });

  it('refuses a file in the place of the folder', async () => {
    await writeFile(join(folder, 'taken'), '');
    await expect(makeSite(join(folder, 'taken'), new Map())).rejects.toMatchObject({ code: 'FOLDER_NOT_ACCESSIBLE' });
  });

  it('takes a folder that holds nothing but what a mount or a clone brings', async () => {
    await mkdir(join(folder, 'lost+found'));
    await expect(makeSite(folder, newSiteValues(folder))).resolves.toBeDefined();
  });
});

describe('the settings file that init writes', () => {
  it('is right when every setting in it is taken into force, and then says the same as the defaults', () => {
    const values = new Map<string, unknown>([
      ['site.name', 'Test'],
      ['entities', [{ id: 'NO01' }]],
      ['company.organisationNo', null],
    ]);
    const template = siteTemplate(SITE_SCHEMA, values);
    const inForce = parseSettings(template.replace(/^# (?!yaml-language-server:)/gm, ''), 'site.yaml');
    expect(inForce.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(inForce.settings).toEqual(parseSettings(template, 'site.yaml').settings);
  });

  it('explains every setting', () => {
    const template = siteTemplate(SITE_SCHEMA, new Map());
    const lines = template.split('\n');
    for (const [index, line] of lines.entries()) {
      if (index > 0 && /^#? *[A-Za-z][\w-]*:/.test(line)) expect(lines[index - 1], line).toMatch(/^ *## /);
    }
  });

  it('carries the settings of the demo', () => {
    const { settings, findings } = parseSettings(siteTemplate(SITE_SCHEMA, EXAMPLE_SETTINGS), 'site.yaml');
    expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(settings?.company).toMatchObject({
      freightProduct: 'F400',
      tolerancePercent: '2',
      orderProcessing: { automaticReceipt: true },
    });
  });
});
