import { describe, expect, test } from 'vitest';
import { compileMappings } from '../../../src/mapping/language/compile-mappings.ts';
import { readMapped } from '../../../src/mapping/language/read-mapped.ts';
import { hash, said, sources } from './mapping-fixture.ts';

const mapping = (name: string, claims: string, source = 'format: xml', head = ''): string =>
  `mapping: ${name}\ndirection: in\ndocument: product\n${head}claims: { channel: visma, ${claims} }\nsource: { ${source} }\nrows:\n  - { to: productNo, from: "No | No/@n", default: none }\n`;

/** Which mapping reads a file: its name, or what is said where none or several do. */
function reads(
  files: readonly string[],
  text: string | Uint8Array,
  name = 'P_1.xml',
  channel = 'visma',
): string | undefined {
  const named = Object.fromEntries(files.map((file, index) => [`mappings/${index}.yaml`, file]));
  const { set, findings } = compileMappings(sources(named), hash);
  expect(findings.filter(({ severity }) => severity === 'error').map(said)).toEqual([]);
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const result = readMapped(set, { channel, name, bytes });
  return result?.mapping.name === 'none' ? result.findings[0]?.code : result?.mapping.name;
}

describe('a mapping claims a file', () => {
  test.each([
    ['name: "P_*.xml"', '<a/>', 'p_1.XML', 'a'],
    ['name: "P_*.xml"', '<a/>', 'P_1.xml.bak', undefined],
    ['name: [x, "?_1.xml"]', '<a/>', 'P_1.xml', 'a'],
    ['name: "(P)*"', '<a/>', 'P_1.xml', undefined],
    ['root: Items', '<Items/>', 'x', 'a'],
    ['root: Items', '<x:Items xmlns:x="urn:x"/>', 'x', 'a'],
    ['root: Items', '<Item/>', 'x', undefined],
    ['begins: "^<\\\\?xml"', '<?xml version="1.0"?><a/>', 'x', 'a'],
    ['begins: "^<\\\\?xml"', '<a/>', 'x', undefined],
    ['where: { /Items/@v: "^2" }', '<Items v="2.0"/>', 'x', 'a'],
    ['where: { /Items/@v: "^2" }', '<Items v="3.2"/>', 'x', undefined],
    ['where: { /Items/@v: "^2", /Items/Kind: p }', '<Items v="2"><Kind>q</Kind></Items>', 'x', undefined],
    ['root: Items', 'Items;No', 'x', undefined],
    ['root: Items', '', 'x', undefined],
  ])('%s: %s as %s', (claims, text, name, expected) => {
    expect(reads([mapping('a', claims)], text, name)).toBe(expected);
  });

  test('by the namespace of its root, whatever its prefix', () => {
    const own = mapping('a', 'root: "p:Items"', undefined, 'namespaces: { p: urn:p }\n');
    expect(reads([own], '<q:Items xmlns:q="urn:p"/>')).toBe('a');
    expect(reads([own], '<Items/>')).toBe(undefined);
  });

  test('by columns of its first line, in the encoding that the mapping declares', () => {
    const csv = mapping('a', 'header: [No, Størrelse]', 'format: csv, encoding: windows-1252');
    expect(reads([csv], Buffer.from('no;"Størrelse";Navn\n1;2;3\n', 'latin1'))).toBe('a');
    expect(reads([csv], 'No;Size\n1;2\n')).toBe(undefined);
  });

  test('by columns of the line that the mapping reads as the first one: behind comments and lines that are left out, with its quotes', () => {
    const csv = (source: string) => mapping('a', 'header: [No, "Item; name"]', `format: csv, ${source}`);
    const header = `'No';'Item; name'\r\n1;2\r\n`;
    const source = `quote: "'", comment: "#", skipLines: 1`;
    expect(reads([csv(source)], `export of May\r\n\r\n# with units\r\n${header}`)).toBe('a');
    expect(reads([csv(source)], header)).toBe(undefined);
    expect(reads([csv(`quote: "'"`)], `'No;Item; name`)).toBe(undefined);
  });

  test('by values of a JSON file', () => {
    const json = mapping('a', 'where: { /kind: "^items$" }', 'format: json');
    expect(reads([json], '{"kind":"items","No":"1"}')).toBe('a');
    expect(reads([json], '{"kind":"orders"}')).toBe(undefined);
    expect(reads([json], '{"kind":')).toBe(undefined);
  });

  test('in its channel only', () => {
    expect(reads([mapping('a', 'root: Items')], '<Items/>', 'x', 'epack')).toBe(undefined);
  });

  test('also where the file breaks off: then its reading says so', () => {
    expect(reads([mapping('a', 'root: Items')], '<Items><No>1</No>')).toBe('a');
  });
});

describe('several mappings that claim a file', () => {
  test('the one with the highest priority reads it; of the same priority none does, and both are named', () => {
    const a = mapping('a', 'root: Items');
    const b = mapping('b', 'name: "P_*"');
    expect(reads([a, b], '<Items/>')).toBe('MAPPING_AMBIGUOUS');
    expect(reads([a, mapping('b', 'name: "P_*", priority: 1')], '<Items/>')).toBe('b');
    expect(reads([a, mapping('b', 'name: "P_*", priority: -1')], '<Items/>')).toBe('a');
    const { set } = compileMappings(sources({ 'mappings/a.yaml': a, 'mappings/b.yaml': b }), hash);
    const result = readMapped(set, { channel: 'visma', name: 'P_1.xml', bytes: new TextEncoder().encode('<Items/>') });
    expect(result).toMatchObject({ documents: [], mapping: { name: 'none' } });
    expect(result?.findings.map(said)).toEqual([
      '1:1 error: Several mappings claim P_1.xml, and nothing says which of them reads it: a (mappings/a.yaml) and b (mappings/b.yaml).',
    ]);
  });
});
