import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMappings } from '../../src/mapping/language/compile-mappings.ts';
import type { CompiledMappings, InMapping, OutMapping } from '../../src/mapping/language/mapping-set.ts';
import { PROJECT } from '../../src/tools/guards/source-files.ts';

const PAIRS = 'test/mappings/pairs';

const text = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
const below = (folder: string): string[] =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }).map(
    (name) => `${folder}/${name.replaceAll('\\', '/')}`,
  );

/** Every mapping file that ships, by its path from the project's folder. */
export const SHIPPED_FILES: readonly string[] = below('mappings').filter(
  (path) => path.endsWith('.yaml') && path !== 'mappings/site.yaml' && !/^(?:part):/m.test(text(path)),
);

const LOOKUPS = below('mappings/lookups')
  .filter((path) => path.endsWith('.csv') && !path.endsWith('/payment-terms.csv'))
  .map((file) => ({ name: file.replace(/^.*\/|\.csv$/g, ''), file, text: text(file) }));

const hash = (content: string): string => createHash('sha256').update(content).digest('hex');
const compiled = (files: readonly string[]): CompiledMappings =>
  compileMappings({ files: files.map((file) => ({ file, text: text(file), shipped: true })), lookups: LOOKUPS }, hash);

/** The mappings that ship, with the parts that they use, compiled together. */
export const SHIPPED: CompiledMappings = compiled(
  below('mappings').filter((path) => path.endsWith('.yaml') && path !== 'mappings/site.yaml'),
);

/** The other way round of a shipped mapping: what it writes is read back, what it reads is written. */
export const OTHER_WAY: CompiledMappings = compiled(below(PAIRS));

/** One example of a mapping: what goes in, and what has to come out. */
export interface MappingExample {
  mapping: string;
  name: string;
  input: Buffer;
  /** How the name of the expected file ends. */
  ending: string;
  expected: Buffer;
}

/** The examples beside a mapping file. */
export function examplesOf(file: string): MappingExample[] {
  const folder = join(PROJECT, file.replace(/\.yaml$/, '.examples'));
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => {
    const files = readdirSync(join(folder, name));
    const find = (start: string): string => files.find((one) => one.startsWith(start)) ?? `${start}missing`;
    const expected = find('expected.');
    return {
      mapping: file,
      name,
      input: readFileSync(join(folder, name, find('in.'))),
      ending: expected.replace('expected.', ''),
      expected: readFileSync(join(folder, name, expected)),
    };
  });
}

/** The documents that a JSON file of an example names: one, or a list of them. */
export function documentsOf(json: Buffer): Record<string, unknown>[] {
  const value = JSON.parse(json.toString('utf8')) as { documents?: Record<string, unknown>[] } & Record<
    string,
    unknown
  >;
  return value['document'] === undefined ? (value.documents ?? []) : [value];
}

/** A compiled mapping by its file. */
export function inMapping({ set }: CompiledMappings, file: string): InMapping | undefined {
  return set.in.find((one) => one.file === file);
}

export function outMapping({ set }: CompiledMappings, file: string): OutMapping | undefined {
  return [...set.out.values()].find((one) => one.file === file);
}
