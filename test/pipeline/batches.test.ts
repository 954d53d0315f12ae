import { expect, it } from 'vitest';
import { batchesOf } from '../../src/pipeline/batches.ts';
import { LARGE_BYTES } from '../../src/pipeline/large/large-file.ts';

const file = (name: string, bytes = 10) => ({ name, bytes });
const large = (name: string) => file(name, LARGE_BYTES + 1);
const names = (...all: ReturnType<typeof file>[]) =>
  [...batchesOf(all, 3)].map((batch) => batch.map(({ name }) => name).join(''));

it.each([
  ['none', [], []],
  ['as many as a batch holds', [file('a'), file('b'), file('c')], ['abc']],
  ['more', [file('a'), file('b'), file('c'), file('d')], ['abc', 'd']],
  ['a large one between small ones', [file('a'), large('B'), file('c'), file('d')], ['a', 'B', 'cd']],
  ['large ones alone', [large('A'), large('B')], ['A', 'B']],
  ['a file that is just not large', [file('a'), file('b', LARGE_BYTES)], ['ab']],
])('%s: files keep their order, and a large one is a batch of its own', (_, files, expected) => {
  expect(names(...files)).toEqual(expected);
});
