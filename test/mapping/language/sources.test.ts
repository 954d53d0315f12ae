import { describe, expect, test } from 'vitest';
import { compileMappings } from '../../../src/mapping/language/compile-mappings.ts';
import { hash, LOOKUPS, said, sources } from './mapping-fixture.ts';

const product = (name: string, rows = '- { to: productNo, from: No }', head = ''): string =>
  `mapping: ${name}\ndirection: in\ndocument: product\nclaims: { channel: visma, name: "${name}_*.xml" }\nsource: { format: xml }\n${head}rows:\n  ${rows.replaceAll('\n', '\n  ')}\n`;

const compiled = (files: Record<string, string>, shipped: Record<string, string> = {}) => {
  const { set, findings } = compileMappings(sources(files, shipped), hash);
  return { set, names: set.in.map(({ name, file }) => `${name} of ${file}`), findings: findings.map(said) };
};

describe('which mappings are in force', () => {
  test("the site's takes the place of the shipped one with its name", () => {
    const { names } = compiled(
      { 'mappings/mine.yaml': product('a') },
      { 'mappings/a.yaml': product('a'), 'mappings/b.yaml': product('b') },
    );
    expect(names).toEqual(['a of mappings/mine.yaml', 'b of mappings/b.yaml']);
  });

  test('one with a fault is left out and the others stand; the shipped one that it replaces does not come back', () => {
    const { names, findings } = compiled(
      { 'mappings/mine.yaml': product('a', '- { to: productNo, form: No }') },
      { 'mappings/a.yaml': product('a'), 'mappings/b.yaml': product('b') },
    );
    expect(names).toEqual(['b of mappings/b.yaml']);
    expect(findings).toEqual(['mappings/mine.yaml:7:22 error: There is no key "form" in this row.']);
    expect(compiled({ 'mappings/mine.yaml': `${product('a')}\t:` }, { 'mappings/a.yaml': product('a') }).names).toEqual(
      [],
    );
  });

  test('one that is switched off claims nothing, nor does the shipped one with its name', () => {
    expect(
      compiled(
        { 'mappings/mine.yaml': product('a', undefined, 'enabled: false\n') },
        { 'mappings/a.yaml': product('a') },
      ),
    ).toMatchObject({ names: [], findings: [] });
  });

  test('of two with the same name the first counts, and the second is told', () => {
    const { names, findings } = compiled({ 'mappings/2.yaml': product('a'), 'mappings/1.yaml': product('a') });
    expect(names).toEqual(['a of mappings/1.yaml']);
    expect(findings).toEqual(['mappings/2.yaml:1:10 error: The mapping "a" is there already: mappings/1.yaml:1.']);
  });

  test('two that claim the same files are a warning', () => {
    const twin = product('b').replace('b_*', 'A_*');
    expect(compiled({ 'mappings/a.yaml': product('a'), 'mappings/b.yaml': twin }).findings).toEqual([
      'mappings/b.yaml:4:1 warning: The mapping a (mappings/a.yaml) claims exactly the same files, so that every one of them is refused.',
    ]);
  });
});

describe('parts', () => {
  const use = product('a', '- use: number\n- { to: description, from: Text, optional: true }');

  test('stand where they are used, with the namespaces of their own file', () => {
    const part = 'part: number\nnamespaces: { p: urn:p }\nrows:\n  - { to: productNo, from: "p:No" }\n';
    const { names, findings } = compiled({ 'mappings/a.yaml': use, 'mappings/p.yaml': part });
    expect({ names, findings }).toEqual({ names: ['a of mappings/a.yaml'], findings: [] });
  });

  test('with a fault take out every mapping that uses them, and the fault is told once', () => {
    const part = 'part: number\nrows:\n  - { to: productNo, from: "p:No" }\n';
    const both = {
      'mappings/a.yaml': use,
      'mappings/b.yaml': use.replaceAll('a_', 'b_').replace(': a\n', ': b\n'),
      'mappings/p.yaml': part,
      'mappings/c.yaml': product('c'),
    };
    const { names, findings } = compiled(both);
    expect(names).toEqual(['c of mappings/c.yaml']);
    expect(findings).toEqual(['mappings/p.yaml:3:28 error: The prefix "p" is not among the namespaces of this file.']);
  });
});

describe('the version', () => {
  const version = (files: Record<string, string>, lookups = LOOKUPS): string | undefined =>
    compileMappings({ ...sources(files), lookups }, hash).set.in.find(({ name }) => name === 'a')?.version;
  const part = 'part: p\nrows:\n  - { to: unit, from: Unit, lookup: units }\n';
  const a = product('a', '- { to: productNo, from: No }\n- use: p');
  const before = version({ 'mappings/a.yaml': a, 'mappings/p.yaml': part });

  test('is 12 hexadecimal digits, the same for the same texts in any order', () => {
    expect(before).toMatch(/^[\da-f]{12}$/);
    expect(version({ 'mappings/p.yaml': part, 'mappings/b.yaml': product('b'), 'mappings/a.yaml': a })).toBe(before);
  });

  test.each([
    ['the mapping', version({ 'mappings/a.yaml': `${a}# seen\n`, 'mappings/p.yaml': part })],
    ['a part', version({ 'mappings/a.yaml': a, 'mappings/p.yaml': `${part}# seen\n` })],
    [
      'a lookup',
      version(
        { 'mappings/a.yaml': a, 'mappings/p.yaml': part },
        LOOKUPS.map((one) => ({ ...one, text: `${one.text}PAK;PK\n` })),
      ),
    ],
  ])('is another one as soon as %s changes', (_what, after) => {
    expect(after).toMatch(/^[\da-f]{12}$/);
    expect(after).not.toBe(before);
  });

  test('of the set changes with any of them', () => {
    const of = (files: Record<string, string>) => compiled(files).set.version;
    expect(of({ 'mappings/a.yaml': product('a') })).not.toBe(
      of({ 'mappings/a.yaml': product('a'), 'mappings/b.yaml': product('b') }),
    );
  });
});
