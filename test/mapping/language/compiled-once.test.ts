import { expect, test, vi } from 'vitest';
import { mappingOf, read, supplierMapping } from './mapping-fixture.ts';

const parsed = vi.hoisted(() => ({ paths: 0, expressions: 0, yaml: 0 }));

vi.mock('../../../src/mapping/language/paths/parse-path.ts', async (original) => {
  const all = await original<typeof import('../../../src/mapping/language/paths/parse-path.ts')>();
  const parsePath: typeof all.parsePath = (...given) => {
    parsed.paths += 1;
    return all.parsePath(...given);
  };
  return { ...all, parsePath };
});
vi.mock('../../../src/mapping/language/value-steps.ts', async (original) => {
  const all = await original<typeof import('../../../src/mapping/language/value-steps.ts')>();
  const compileExpression: typeof all.compileExpression = (...given) => {
    parsed.expressions += 1;
    return all.compileExpression(...given);
  };
  return { ...all, compileExpression };
});
vi.mock('../../../src/formats/yaml/read-yaml.ts', async (original) => {
  const all = await original<typeof import('../../../src/formats/yaml/read-yaml.ts')>();
  const readYaml: typeof all.readYaml = (...given) => {
    parsed.yaml += 1;
    return all.readYaml(...given);
  };
  return { ...all, readYaml };
});

test('a mapping is compiled once: nothing of its text is read again while documents pass', () => {
  const mapping = supplierMapping(`- { to: vatNo, from: "A[B='1']/C | D", when: 'source.E == "x"', convert: upper }`);
  const before = { ...parsed };
  expect(before).toEqual({ paths: expect.any(Number), expressions: 1, yaml: 1 });
  expect(before.paths).toBeGreaterThan(2);
  for (let count = 0; count < 3; count += 1) {
    expect(read(mapping, '<S><E>x</E><D>d</D></S>').documents).toMatchObject([{ vatNo: 'D' }]);
  }
  expect(parsed).toEqual(before);
  mappingOf(
    'mapping: m\ndirection: in\ndocument: product\nclaims: { channel: visma }\nsource: { format: xml }\nrows:\n  - { to: productNo, from: No }\n',
  );
  expect(parsed.yaml).toBe(before.yaml + 1);
});
