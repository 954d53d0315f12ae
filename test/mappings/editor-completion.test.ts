import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { MAPPING_SCHEMA } from '../../src/domain/mapping-schema.generated.ts';
import { makeSite, newSiteValues } from '../../src/service/make-site.ts';
import { PROJECT } from '../../src/tools/guards/source-files.ts';
import { describedKeys, offered } from './completion.ts';
import { converterDefinition } from './converter-definition.ts';

/** An editor completes mapping files by their schema: it offers what may stand there, and says what it means. */

const ROW = 'rows:\n  - ';

describe('an editor offers', () => {
  test.each<[string, string, string[]]>([
    [
      'the keys of a file',
      'mapping: a\nKEY?: x',
      ['claims', 'direction', 'document', 'enabled', 'namespaces', 'part', 'rows', 'source', 'target'],
    ],
    ['both directions', 'direction: VALUE?', ['in', 'out']],
    ['whether it counts', 'enabled: VALUE?', ['false', 'true']],
    ['the formats', 'source: { format: VALUE? }', ['csv', 'fixed-width', 'json', 'visma-import', 'xml']],
    [
      'the encodings',
      'target: { format: csv, encoding: VALUE? }',
      ['iso-8859-1', 'utf-8', 'utf-8-bom', 'utf-16le', 'windows-1252'],
    ],
    [
      'what a source has more',
      'source: { format: csv, KEY?: x }',
      ['columns', 'date', 'decimal', 'each', 'groupBy', 'separator', 'thousands'],
    ],
    ['claims', 'claims: { channel: visma, KEY?: x }', ['begins', 'header', 'name', 'priority', 'root', 'where']],
    ['the kinds of lines', 'source: { records: { L: { KEY?: x } } }', ['columns', 'under']],
    [
      'what a row may say',
      `${ROW}{ to: orderNo, KEY?: x }`,
      ['at', 'convert', 'default', 'each', 'from', 'lookup', 'optional', 'value', 'when'],
    ],
    ['the same in rows of rows', `${ROW}{ to: lines, each: a, rows: [{ to: lineNo, KEY?: x }] }`, ['convert', 'from']],
    ['converters by name', `${ROW}{ to: a, from: b, convert: VALUE? }`, ['date', 'decimal', 'gtin', 'trim', 'upper']],
    ['converters one after the other', `${ROW}{ to: a, from: b, convert: [trim, VALUE?] }`, ['collapse', 'lower']],
    [
      'converters with what they need',
      `${ROW}{ to: a, from: b, convert: { KEY?: x } }`,
      ['code', 'date', 'decimal', 'flag', 'pad'],
    ],
    ['what a converter needs', `${ROW}{ to: a, from: b, convert: { pad: { KEY?: x } } }`, ['length', 'side', 'with']],
    ['how it is rounded', `${ROW}{ to: a, from: b, convert: { decimal: { rounding: VALUE? } } }`, ['half-up']],
    ['what a look-up needs', `${ROW}{ to: a, from: b, lookup: { KEY?: x } }`, ['table']],
  ])('%s', (_what, text, wanted) => {
    expect(offered(text)).toEqual(expect.arrayContaining(wanted));
  });

  test('nothing twice, and nothing that is not a key there', () => {
    expect(offered('claims: { channel: visma, KEY?: x }')).not.toContain('channel');
    expect(offered(`${ROW}{ to: a, KEY?: x }`)).not.toContain('rowz');
    expect(offered('claims: { KEY?: x }')).not.toContain('rows');
  });
});

test('the schema has the converters as their table has them: whoever adds one writes it into $defs/converter', () => {
  expect((MAPPING_SCHEMA as { $defs: { converter: object } }).$defs.converter).toEqual(converterDefinition());
});

test('every key says what it means', () => {
  const keys = describedKeys();
  expect(keys.length).toBeGreaterThan(60);
  expect(keys.filter(([, told]) => told.length < 8)).toEqual([]);
});

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(MAPPING_SCHEMA);

async function yamlFiles(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'mappings'), { recursive: true });
  return names.filter((name) => name.endsWith('.yaml')).map((name) => join(folder, 'mappings', name));
}

async function newSite(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ordrebro-editor-'));
  folders.push(folder);
  await makeSite(folder, newSiteValues(folder));
  return folder;
}

describe.each([
  ['the program', () => Promise.resolve(PROJECT)],
  ['a new site', newSite],
])('in %s', (_where, place) => {
  test('every file begins with the way to its schema, and the schema lies there', async () => {
    const folder = await place();
    const files = await yamlFiles(folder);
    expect(files.length).toBeGreaterThan(30);
    for (const file of files) {
      const text = await readFile(file, 'utf8');
      const way = /^# yaml-language-server: \$schema=(\S+)\r?\n/.exec(text)?.[1] ?? 'nothing';
      const schema = resolve(dirname(file), way);
      const name = relative(folder, file).replaceAll('\\', '/');
      const wanted = name === 'mappings/site.yaml' ? 'site.schema.json' : 'mapping.schema.json';
      expect([name, relative(folder, schema).replaceAll('\\', '/')]).toEqual([name, `schemas/settings/${wanted}`]);
      await access(schema);
      if (wanted === 'mapping.schema.json')
        expect([name, validate(parse(text)), validate.errors]).toEqual([name, true, null]);
    }
  });

  test('the schema is the one that the program goes by', async () => {
    const folder = await place();
    const schema = JSON.parse(await readFile(join(folder, 'schemas/settings/mapping.schema.json'), 'utf8'));
    expect(Object.keys(schema.properties)).toEqual(Object.keys((MAPPING_SCHEMA as { properties: object }).properties));
  });
});
