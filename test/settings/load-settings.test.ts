import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import { loadSettings, readSettings } from '../../src/settings/load-settings.ts';
import { SettingsFault } from '../../src/settings/settings-fault.ts';

const TEXT = 'site: { name: Blåbær AS }\nentities: [{ id: NO01 }]\ncompany:\n  tolerancePercent: 2\n';

let site: string;

beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'ordrebro-settings-'));
  await mkdir(join(site, 'mappings'));
});

afterEach(() => rm(site, { recursive: true, force: true }));

const write = (bytes: Uint8Array | string) => writeFile(join(site, 'mappings', 'site.yaml'), bytes);
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('what editors save loads all the same', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['CRLF', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
    ['UTF-16 little endian with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 big endian with a mark', utf16be(`\uFEFF${TEXT}`)],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
  ])('%s', async (_name, bytes) => {
    await write(bytes);
    const { settings, warnings } = await loadSettings(site);
    expect(settings.site.name).toBe('Blåbær AS');
    expect(settings.company.tolerancePercent).toBe('2');
    expect(warnings).toEqual([]);
  });

  test('bytes that are no UTF-8 are a fault with their line', async () => {
    await write(Buffer.from(TEXT, 'latin1'));
    const { settings, findings } = await readSettings(site);
    expect(settings).toBeUndefined();
    expect(findings).toMatchObject([
      { severity: 'error', hint: 'Save the file as UTF-8.', at: { file: 'mappings/site.yaml', line: 1 } },
    ]);
  });
});

test('a folder without settings is not a site', async () => {
  await expect(loadSettings(site)).rejects.toMatchObject({
    code: 'SITE_NOT_FOUND',
    hint: expect.stringContaining('ordrebro init'),
  });
  await expect(loadSettings(join(site, 'nowhere'))).rejects.toMatchObject({ code: 'SITE_NOT_FOUND' });
});

test('a folder in the place of the file is a fault, not a crash', async () => {
  await mkdir(join(site, 'mappings', 'site.yaml'));
  await expect(loadSettings(site)).rejects.toBeInstanceOf(Fault);
});

test('wrong settings are thrown with every finding and the text they speak of', async () => {
  await write(`${TEXT}  tolerencePercent: 3\nretention: { logs: never }\n`);
  const thrown = await loadSettings(site).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(SettingsFault);
  const fault = thrown as SettingsFault;
  expect(fault.code).toBe('SETTINGS_INVALID');
  expect(fault.findings.map(({ at }) => at?.line)).toEqual([5, 6]);
  expect(fault.message).toBe(
    'mappings/site.yaml cannot be used: There is no key "tolerencePercent" under company. (and 1 more)',
  );
  expect(fault.at).toMatchObject({ line: 5, column: 3 });
  expect(fault.sourceText).toContain('Blåbær');
});
