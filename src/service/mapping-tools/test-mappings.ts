import type { Finding } from '../../domain/decision.ts';
import { listExamples, type MappingExample } from './list-examples.ts';
import { type ExampleResult, runExample } from './run-example.ts';
import type { FoundMapping } from './found-mapping.ts';
import { shownText } from './shown-text.ts';

/** The examples of several mappings, tried. */
export interface TestedMappings {
  mappings: { name: string; file: string; results: ExampleResult[] }[];
  /** The texts that findings speak of, by file: to show the lines. */
  texts: Readonly<Record<string, string>>;
}

/** Tries the examples of mappings. `onProgress` is told after each mapping. */
export async function testMappings(
  found: readonly FoundMapping[],
  timeZone: string | undefined,
  onProgress: (done: number, total: number) => void,
): Promise<TestedMappings> {
  const texts: Record<string, string> = {};
  const mappings: TestedMappings['mappings'] = [];
  for (const { mapping, path, texts: compiledWith } of found) {
    const results: ExampleResult[] = [];
    for (const example of await listExamples(path, mapping.file)) {
      const result = runExample(mapping, example, timeZone);
      if (result.findings.length > 0) Object.assign(texts, compiledWith, textsOf(example, result.findings, mapping));
      results.push(result);
    }
    mappings.push({ name: mapping.name, file: mapping.file, results });
    onProgress(mappings.length, found.length);
  }
  return { mappings, texts };
}

/** The files of an example that findings speak of. */
function textsOf(
  { folder, given, expected }: MappingExample,
  findings: readonly Finding[],
  mapping: FoundMapping['mapping'],
): Record<string, string> {
  const named = new Set(findings.map(({ at }) => at?.file));
  const texts: Record<string, string> = {};
  for (const one of [given, expected]) {
    const file = `${folder}/${one?.name ?? ''}`;
    const encoding = mapping.direction === 'in' && one === given ? mapping.source.encoding : undefined;
    if (one !== undefined && named.has(file)) texts[file] = shownText(one.bytes, encoding);
  }
  return texts;
}
