import { Fault } from '../../domain/fault.ts';
import type { Place } from '../../domain/documents.generated.ts';
import { InCoverage } from '../../mapping/language/coverage/in-coverage.ts';
import { OutCoverage } from '../../mapping/language/coverage/out-coverage.ts';
import { countRows, type UnusedRow } from '../../mapping/language/coverage/unused-rows.ts';
import type { InMapping, OutMapping } from '../../mapping/language/mapping-set.ts';
import type { FoundMapping } from './found-mapping.ts';
import { listExamples, type MappingExample } from './list-examples.ts';
import { readByMapping } from './read-by-mapping.ts';
import { readOneDocument } from './read-document.ts';

/** What the examples of a mapping show of it. */
export interface MappingCoverage {
  name: string;
  file: string;
  direction: 'in' | 'out';
  examples: number;
  rows: number;
  /** Rows that no example makes count. */
  unusedRows: UnusedRow[];
  /** In: places of the examples that no row reads. Out: fields of their documents. */
  unread: { path: string; at: Place }[];
}

/** What the examples of mappings use of them, and what of the examples they read. `onProgress` is told after each mapping. */
export async function coverMappings(
  found: readonly FoundMapping[],
  timeZone: string | undefined,
  onProgress: (done: number, total: number) => void,
): Promise<MappingCoverage[]> {
  const covered: MappingCoverage[] = [];
  for (const { mapping, path } of found) {
    const examples = await listExamples(path, mapping.file);
    const { name, file, direction, rows } = mapping;
    const seen =
      mapping.direction === 'in' ? coveredIn(mapping, examples, timeZone) : coveredOut(mapping, examples, timeZone);
    covered.push({ name, file, direction, examples: examples.length, rows: countRows(rows), ...seen });
    onProgress(covered.length, found.length);
  }
  return covered;
}

type Seen = Pick<MappingCoverage, 'unusedRows' | 'unread'>;

function coveredIn(mapping: InMapping, examples: readonly MappingExample[], timeZone: string | undefined): Seen {
  const coverage = new InCoverage(mapping);
  for (const { folder, given } of examples) {
    if (given === undefined) continue;
    const at = `${folder}/${given.name}`;
    readByMapping(coverage.watched(at), { ...given, at }, timeZone);
  }
  return { unusedRows: coverage.unusedRows(), unread: coverage.unread() };
}

/** A document that cannot be written shows what was read of it until then; `test` says what is wrong with it. */
function coveredOut(mapping: OutMapping, examples: readonly MappingExample[], timeZone: string | undefined): Seen {
  const coverage = new OutCoverage(mapping, timeZone);
  for (const { folder, given } of examples) {
    if (given === undefined) continue;
    const at = `${folder}/${given.name}`;
    try {
      coverage.write(readOneDocument(given.bytes, at, mapping.document), at);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
    }
  }
  const unread = coverage.unread().map(({ path, example }) => ({ path, at: { file: example } }));
  return { unusedRows: coverage.unusedRows(), unread };
}
