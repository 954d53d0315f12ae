import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAPPING_LIMITS } from '../../../src/settings/mappings/mapping-limits.ts';
import { readMappingSources, withShipped } from '../../../src/settings/mappings/mapping-sources.ts';
import { readMappingFiles } from '../../../src/settings/mappings/read-mapping-files.ts';
import { SHIPPED_FOLDER, shippedMappingFiles } from '../../../src/settings/mappings/shipped-mappings.ts';
import { REPOSITORY } from '../../support/daemon.ts';

let site: string;
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'ordrebro-test-'));
});
afterEach(() => rm(site, { recursive: true, force: true }));

async function put(path: string, content: string | Uint8Array = 'x'): Promise<void> {
  await mkdir(dirname(join(site, path)), { recursive: true });
  await writeFile(join(site, path), content);
}

const read = () => readMappingFiles(site, false);
const told = async () =>
  (await read()).findings.map(({ code, severity, at, message }) => ({ code, severity, file: at?.file, message }));

describe('the mapping files of a site', () => {
  it('are all files that end in .yaml, wherever below mappings, and the tables in lookups', async () => {
    await put('mappings/a.yaml', 'a');
    await put('mappings/partner/deep/b.yaml', 'b');
    await put('mappings/lookups/units.csv', 'ours,theirs');
    const { files, lookups, findings } = await read();
    expect(files).toEqual([
      { file: 'mappings/a.yaml', text: 'a', shipped: false },
      { file: 'mappings/partner/deep/b.yaml', text: 'b', shipped: false },
    ]);
    expect(lookups).toEqual([{ name: 'units', file: 'mappings/lookups/units.csv', text: 'ours,theirs' }]);
    expect(findings).toEqual([]);
  });

  it.each([
    'mappings/site.yaml',
    'mappings/lookups/payment-terms.csv',
    'mappings/.a.yaml.swp',
    'mappings/.hidden/a.yaml',
    'mappings/a.yaml~',
    'mappings/~a.yaml',
    'mappings/#a.yaml#',
    'mappings/a.examples/plain/in.yaml',
    'mappings/a.examples/plain/in.csv',
    'mappings/README.md',
  ])('%s is none of them, and nothing is said of it', async (path) => {
    await put(path);
    const { files, lookups, findings } = await read();
    expect({ files, lookups, findings }).toEqual({ files: [], lookups: [], findings: [] });
  });

  it.each([
    'mappings/a.yml',
    'mappings/a.YAML',
    'mappings/units.csv',
    'mappings/lookups/deep/units.csv',
    'mappings/lookups/a.yaml',
  ])('%s was probably meant to be read: it is told that it is not', async (path) => {
    await put(path);
    expect(await told()).toEqual([
      { code: 'MAPPING_WARNING', severity: 'warning', file: path, message: `${path} is not read.` },
    ]);
  });

  it('of editors of all kinds have the same text', async () => {
    await put('mappings/a.yaml', '\uFEFFmapping: å\n');
    await put('mappings/b.yaml', Buffer.from('\uFEFFmapping: å\n', 'utf16le'));
    expect((await read()).files.map(({ text }) => text)).toEqual(['mapping: å\n', 'mapping: å\n']);
  });

  it('that are no text, or too large, are errors with their file, and the others are read', async () => {
    await put('mappings/a.yaml', Buffer.from([0x61, 0x0a, 0xff, 0xfe, 0xfd]));
    await put('mappings/b.yaml', 'x'.repeat(MAPPING_LIMITS.mappingBytes + 1));
    await put('mappings/c.yaml', 'good');
    const { files, findings } = await read();
    expect(files.map(({ file }) => file)).toEqual(['mappings/c.yaml']);
    expect(findings).toMatchObject([
      {
        code: 'MAPPING_INVALID',
        severity: 'error',
        at: { file: 'mappings/a.yaml', line: 2 },
        hint: 'Save the file as UTF-8.',
      },
      { code: 'MAPPING_INVALID', severity: 'error', at: { file: 'mappings/b.yaml', line: 1 } },
    ]);
  });

  it('are not simply none where their folder is away', async () => {
    const away = {
      code: 'MAPPING_INVALID',
      severity: 'error',
      file: 'mappings',
      message: 'There is no folder mappings.',
    };
    expect(await told()).toEqual([away]);
    await put('mappings', 'a file');
    expect(await told()).toEqual([away]);
  });

  it('are never reached through a link', async () => {
    await put('elsewhere/a.yaml');
    await mkdir(join(site, 'mappings'));
    await symlink(join(site, 'elsewhere', 'a.yaml'), join(site, 'mappings', 'a.yaml'));
    await symlink(join(site, 'elsewhere'), join(site, 'mappings', 'folder'));
    expect((await read()).files).toEqual([]);
    expect(await told()).toMatchObject([
      { code: 'MAPPING_INVALID', severity: 'error', file: 'mappings/a.yaml' },
      { code: 'MAPPING_INVALID', severity: 'error', file: 'mappings/folder' },
    ]);
  });

  it('too deep are not looked for, and it is said', async () => {
    await put(`mappings/${'d/'.repeat(MAPPING_LIMITS.depth)}a.yaml`);
    expect((await told())[0]).toMatchObject({ code: 'MAPPING_INVALID', message: expect.stringContaining('deeper') });
  });

  it('too many are none at all: half of them would be others than were meant', async () => {
    for (let number = 0; number <= MAPPING_LIMITS.files; number += 1) await put(`mappings/${number}.yaml`);
    const { files, findings } = await read();
    expect(files).toEqual([]);
    expect(findings).toMatchObject([{ code: 'MAPPING_INVALID', severity: 'error' }]);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read are errors', async () => {
    await put('mappings/a.yaml');
    await put('mappings/closed/b.yaml');
    await chmod(join(site, 'mappings', 'a.yaml'), 0);
    await chmod(join(site, 'mappings', 'closed'), 0);
    const found = await told();
    await chmod(join(site, 'mappings', 'closed'), 0o700);
    expect(found.map(({ file, severity }) => `${severity} ${file}`).sort()).toEqual([
      'error mappings/a.yaml',
      'error mappings/closed',
    ]);
  });
});

describe('the mappings of the program', () => {
  it('lie in the folder beside its code, and have no settings among them', async () => {
    expect(resolve(SHIPPED_FOLDER)).toBe(REPOSITORY);
    const { files, lookups, findings } = await shippedMappingFiles();
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(files.every(({ shipped }) => shipped)).toBe(true);
    expect([...files, ...lookups].map(({ file }) => file)).not.toContain('mappings/site.yaml');
  });

  it('give way to a file of the site at the same path, and to a look-up of the same name', async () => {
    const shipped = await shippedMappingFiles();
    const paths = shipped.files.map(({ file }) => file);
    for (const path of paths.slice(0, 1)) await put(path, 'mine');
    for (const { file } of shipped.lookups.slice(0, 1)) await put(file, 'mine');
    const { all, own } = await readMappingSources(site);
    expect(all.files.map(({ file }) => file).sort()).toEqual([...paths].sort());
    expect(all.files.filter((one) => !one.shipped)).toEqual(own.files);
    expect(all.lookups.filter(({ text }) => text === 'mine')).toEqual(own.lookups);
    expect(new Set(all.lookups.map(({ name }) => name)).size).toBe(all.lookups.length);
  });

  it('of a checkout that is a site itself are there once', async () => {
    const { all } = await readMappingSources(REPOSITORY);
    expect(all).toEqual((await withShipped({ files: [], lookups: [] })).all);
  });
});
