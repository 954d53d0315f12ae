import { didYouMean } from '../../domain/did-you-mean.ts';
import type { CompileReport } from './compile-report.ts';
import type { ParsedMapping } from './parse/parse-mapping.ts';
import type { PlacedRow } from './parse/placed-row.ts';

/** The rows of a mapping with those of the parts that it uses in place of the rows that say so. */
export interface RowsWithParts {
  rows: readonly PlacedRow[];
  /** The files of the parts, each once, in the order in which they are met. */
  parts: readonly ParsedMapping[];
  /** The tables that its rows look up in. */
  lookups: ReadonlySet<string>;
  /** Every row is there: no part is unknown, and none has faults. */
  complete: boolean;
}

/** Puts parts in their places. A part that is not there, or that uses itself, is reported. */
export function withParts(
  mapping: ParsedMapping,
  known: ReadonlyMap<string, ParsedMapping>,
  report: CompileReport,
): RowsWithParts {
  const used = new Set<ParsedMapping>();
  let complete = mapping.sound;
  const expand = (rows: readonly PlacedRow[], inside: readonly string[]): PlacedRow[] =>
    rows.flatMap((placed): PlacedRow[] => {
      if (placed.kind !== 'use')
        return [placed.rows.length === 0 ? placed : { ...placed, rows: expand(placed.rows, inside) }];
      const name = placed.row.use ?? '';
      const part = known.get(name);
      if (part === undefined || inside.includes(name)) {
        complete = false;
        report.error(placed.valueAt(['use']), ...(part === undefined ? unknown(name, known) : itself(name, inside)));
        return [];
      }
      used.add(part);
      if (!part.sound) complete = false;
      return expand(part.rows, [...inside, name]);
    });
  const rows = expand(mapping.rows, mapping.content.part === undefined ? [] : [mapping.content.part]);
  return { rows, parts: [...used], lookups: lookupsOf(rows), complete };
}

function lookupsOf(rows: readonly PlacedRow[]): Set<string> {
  const names = new Set<string>();
  for (const { row, rows: below } of rows) {
    if (row.lookup !== undefined) names.add(typeof row.lookup === 'string' ? row.lookup : row.lookup.table);
    for (const name of lookupsOf(below)) names.add(name);
  }
  return names;
}

function unknown(name: string, known: ReadonlyMap<string, ParsedMapping>): [string, string] {
  const names = [...known.keys()];
  const meant = didYouMean(name, names);
  const hint =
    meant !== undefined
      ? `Did you mean "${meant}"?`
      : names.length === 0
        ? `A part is a file of its own that begins with "part: ${name}".`
        : `The parts are ${names.join(', ')}.`;
  return [`There is no part "${name}".`, hint];
}

function itself(name: string, inside: readonly string[]): [string, string] {
  const way = [...inside.slice(inside.indexOf(name)), name].join(' uses ');
  return [`The part "${name}" uses itself: ${way}.`, 'Take one of these "use" rows out.'];
}
