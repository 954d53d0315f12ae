import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXAMPLES_ENDING } from '../../settings/mappings/list-mapping-files.ts';

/** One example beside a mapping: a file, and what has to come of it. */
export interface MappingExample {
  /** The name of its folder. */
  name: string;
  /** For people: `mappings/epack/orders.examples/plain`. */
  folder: string;
  given: ExampleFile | undefined;
  expected: ExampleFile | undefined;
}

interface ExampleFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * The examples of a mapping by name: the folders in `<mapping file without .yaml>.examples/`, each with `in.*` and
 * `expected.*`. `path`: of the mapping file; `file`: as it is named for people. A mapping without examples has none.
 */
export async function listExamples(path: string, file: string): Promise<MappingExample[]> {
  const [folder, shown] = [path, file].map((one) => one.replace(/\.ya?ml$/i, EXAMPLES_ENDING)) as [string, string];
  const names = await readdir(folder).catch((): string[] => []);
  const examples: MappingExample[] = [];
  for (const name of names.filter((one) => !one.startsWith('.')).sort()) {
    const files = (await readdir(join(folder, name)).catch((): string[] => [])).sort();
    const read = async (start: string): Promise<ExampleFile | undefined> => {
      const one = files.find((candidate) => candidate.startsWith(start));
      return one === undefined ? undefined : { name: one, bytes: await readFile(join(folder, name, one)) };
    };
    examples.push({ name, folder: `${shown}/${name}`, given: await read('in.'), expected: await read('expected.') });
  }
  return examples;
}
