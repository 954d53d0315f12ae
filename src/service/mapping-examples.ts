import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../domain/decision.ts';
import type { InMapping, OutMapping } from '../mapping/language/mapping-set.ts';
import { readBy } from '../mapping/language/read-mapped.ts';
import { EXAMPLES_ENDING } from '../settings/mappings/list-mapping-files.ts';
import type { RunExamples } from './mappings-gate.ts';

/** The longest piece of a result that is shown where it is not what was expected. */
const SHOWN_CHARACTERS = 200;

/**
 * Runs the examples beside a mapping, `<mapping file without .yaml>.examples/<name>/`: `in.*` and `expected.json` of a
 * mapping in, `in.json` and `expected.*` of a mapping out. What does not come out as expected is an error with the
 * folder of the example. A mapping without examples has nothing to fail.
 */
export const runExamples: RunExamples = async (site, _set, mapping) => {
  const folder = mapping.file.replace(/\.yaml$/, EXAMPLES_ENDING);
  const names = await readdir(join(site, folder)).catch((): string[] => []);
  const findings: Finding[] = [];
  for (const name of names.filter((one) => !one.startsWith('.')).sort()) {
    const wrong = await runExample(site, `${folder}/${name}`, mapping);
    if (wrong !== undefined) findings.push(failed(mapping, `${folder}/${name}`, wrong));
  }
  return findings;
};

/** What is wrong with one example, in words. */
async function runExample(site: string, path: string, mapping: InMapping | OutMapping): Promise<string | undefined> {
  const names = await readdir(join(site, path)).catch((): string[] => []);
  const [given] = names.filter((name) => name.startsWith('in.'));
  const [expected] = names.filter((name) => name.startsWith('expected.'));
  if (given === undefined || expected === undefined) return 'there is no in.* or no expected.* in it';
  const [bytes, wanted] = await Promise.all([given, expected].map((name) => readFile(join(site, path, name))));
  if (bytes === undefined || wanted === undefined) return undefined;
  try {
    return mapping.direction === 'in' ? comparedIn(mapping, given, bytes, wanted) : comparedOut(mapping, bytes, wanted);
  } catch (error) {
    return (error as Error).message;
  }
}

function comparedIn(mapping: InMapping, name: string, bytes: Uint8Array, wanted: Buffer): string | undefined {
  const { documents, findings } = readBy(mapping, { channel: mapping.claims.channel, name, bytes });
  const error = findings.find(({ severity }) => severity === 'error');
  const expected = JSON.parse(wanted.toString('utf8')) as unknown;
  const many = typeof expected === 'object' && expected !== null && 'documents' in expected;
  const contents = documents.map(({ content }) => content);
  const made = many ? { documents: contents } : contents[0];
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(made ?? null)), expected)) return undefined;
  if (error !== undefined) return `${error.message} ${error.hint ?? ''}`.trim();
  return difference(JSON.stringify(made ?? null), JSON.stringify(expected));
}

function comparedOut(mapping: OutMapping, bytes: Buffer, wanted: Buffer): string | undefined {
  const document = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
  const made = Buffer.from(mapping.write(document));
  return made.equals(wanted) ? undefined : difference(made.toString('utf8'), wanted.toString('utf8'));
}

function difference(made: string, wanted: string): string {
  const length = Math.min(made.length, wanted.length);
  let at = 0;
  while (at < length && made[at] === wanted[at]) at += 1;
  const from = Math.max(0, at - 20);
  const piece = (text: string) => JSON.stringify(text.slice(from, from + SHOWN_CHARACTERS));
  return `it gives … ${piece(made)} where ${piece(wanted)} is expected`;
}

function failed({ name, file }: InMapping | OutMapping, path: string, wrong: string): Finding {
  return {
    code: 'MAPPING_INVALID',
    severity: 'error',
    message: `The example ${path} of "${name}" fails: ${wrong}.`,
    hint: `Mend ${file}, or where the example is out of date, mend that.`,
    at: { file, line: 1, column: 1, path },
  };
}
