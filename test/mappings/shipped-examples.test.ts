import { expect, test } from 'vitest';
import { loadShippedMappings } from '../../src/settings/mappings/load-mappings.ts';
import { mappingsOf } from '../../src/service/good-mappings.ts';
import { listExamples } from '../../src/service/mapping-tools/list-examples.ts';
import { hasPassed, runExample } from '../../src/service/mapping-tools/run-example.ts';
import { SHIPPED_FOLDER } from '../../src/settings/mappings/shipped-mappings.ts';

/** What `ordrebro test` does with the mappings that ship: a mapping without examples, or with one that fails, does not ship. */
const { mappings } = await loadShippedMappings();

test.each(mappingsOf(mappings.set).map((mapping) => [mapping.name, mapping] as const))('%s', async (_name, mapping) => {
  const examples = await listExamples(`${SHIPPED_FOLDER}/${mapping.file}`, mapping.file);
  expect(examples.map(({ name }) => name)).toEqual(expect.arrayContaining(['plain', 'rich', 'awkward']));
  const results = examples.map((example) => runExample(mapping, example, 'Europe/Oslo'));
  expect(results.filter((result) => !hasPassed(result))).toEqual([]);
});
