import type { MappingFormat } from '../../../domain/mapping-file.generated.ts';
import { parsePath } from '../paths/parse-path.ts';
import type { AlternativeSyntax, PathSyntax } from '../paths/path-syntax.ts';
import type { PlacedRow } from '../parse/placed-row.ts';
import { allRows } from './unused-rows.ts';

const PATH_KEYS = ['from', 'at', 'each', 'texts', 'split', 'by'] as const;

/**
 * What a mapping looks at without taking a value from it: what stands in brackets in its paths, what its claims ask for,
 * and the columns that tell kinds of lines apart or hold records together. As ends of paths: `DocumentReference/TypeCode`.
 */
export function askedByConditions(
  rows: readonly PlacedRow[],
  where: readonly string[],
  { recordType, records, groupBy = [] }: MappingFormat,
): Set<string> {
  const asked = new Set<string>(groupBy);
  for (const { row } of allRows(rows))
    for (const key of PATH_KEYS) if (row[key] !== undefined) inBrackets(parsePath(row[key]), asked);
  for (const path of where) for (const one of parsePath(path).alternatives) asked.add(textOf(one));
  for (const { columns } of Object.values(records ?? {})) {
    const column = Array.isArray(columns) ? columns[Number(recordType) - 1] : recordType;
    if (typeof column === 'string') asked.add(column);
  }
  return asked;
}

function inBrackets({ alternatives }: PathSyntax, asked: Set<string>): void {
  for (const { steps } of alternatives)
    for (const step of steps) {
      if (step.does === 'parent') continue;
      for (const predicate of step.predicates) {
        if (predicate.does === 'position') continue;
        for (const one of predicate.path.alternatives) {
          const inner = textOf(one);
          asked.add(one.absolute || inner === '' ? inner : `${step.name.name}/${inner}`);
        }
        inBrackets(predicate.path, asked);
        if ('other' in predicate) for (const one of predicate.other.alternatives) asked.add(textOf(one));
      }
    }
}

function textOf({ steps, attribute }: AlternativeSyntax): string {
  const names = steps.flatMap((step) => (step.does === 'child' && !step.name.any ? [step.name.name] : []));
  return [...names, ...(attribute === null ? [] : [`@${attribute.name}`])].join('/');
}
