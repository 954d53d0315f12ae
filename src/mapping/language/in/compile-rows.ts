import type { CompileReport } from '../compile-report.ts';
import { rowExpression, rowSteps } from '../compile-values.ts';
import type { PlacedRow } from '../parse/placed-row.ts';
import { alternative } from '../../../formats/yaml/schema-node.ts';
import { checkRequired } from './check-required.ts';
import type { Candidate, CompiledField, CompiledRow } from './compiled-row.ts';
import { fieldTo, groupField } from './compile-fields.ts';
import { compileCandidate } from './compile-candidate.ts';
import { type RowScope, rowPath, type TargetGroup } from './row-scope.ts';
import { applySplit, type SplitReading } from './split-rows.ts';

/**
 * The rows of one group as plain functions, the rows for one field together. What is wrong is reported: paths, converters,
 * look-ups, expressions, fields that the document does not have, fields it needs and no row fills, rows that never count.
 */
export function compileRows(
  rows: readonly PlacedRow[],
  group: TargetGroup,
  scope: RowScope,
  at: PlacedRow | null,
): CompiledRow[] {
  const compiled: CompiledRow[] = [];
  const fields = new Map<string, CompiledField & { candidates: Candidate[] }>();
  const written = new Set<string>();
  for (const placed of rows) {
    if (placed.kind === 'split') {
      const split = compileSplit(placed, group, scope, written);
      if (split !== undefined) compiled.push({ split: (context, run, into) => applySplit(split, context, run, into) });
      continue;
    }
    const field = fieldTo(placed, group, scope.report);
    written.add((placed.row.to ?? '').split('/')[0] ?? '');
    if (field === undefined) continue;
    const candidate = compileCandidate(placed, field, group, scope);
    if (candidate === undefined) continue;
    const to = field.steps.join('/');
    const known = fields.get(to);
    if (known === undefined) {
      const made = { groups: field.steps.slice(0, -1), name: field.steps.at(-1) ?? '', candidates: [candidate] };
      fields.set(to, made);
      compiled.push({ field: made });
    } else {
      checkReachable(known.candidates.at(-1), placed, scope.report);
      known.candidates.push(candidate);
    }
  }
  if (scope.complete) checkRequired(group, written, at, scope);
  return compiled;
}

/** Behind a row that always has a value no other one is asked. */
function checkReachable(before: Candidate | undefined, placed: PlacedRow, report: CompileReport): void {
  if (before === undefined || before.fallback === undefined || before.when !== null) return;
  const line = before.name.at.line ?? 1;
  report.warning(
    placed.at,
    `This row never counts: the row in line ${line} fills "${placed.row.to}" in any case, for it has a default.`,
    `Put the default into this row, and take it out of the one in line ${line}.`,
  );
}

function reportOneList(placed: PlacedRow, report: CompileReport): void {
  const problem = `Both kinds go into "${placed.row.whenTrue}": then nothing is told apart.`;
  report.error(placed.valueAt(['whenFalse']), problem, 'Name two lists, or write "each" for one.');
}

function compileSplit(
  placed: PlacedRow,
  group: TargetGroup,
  scope: RowScope,
  written: Set<string>,
): SplitReading | undefined {
  const { row } = placed;
  const lists = [
    groupField(placed, 'whenTrue', group, scope.report),
    groupField(placed, 'whenFalse', group, scope.report),
  ];
  for (const key of ['whenTrue', 'whenFalse'] as const) written.add(row[key] ?? '');
  const path = rowPath(placed, 'split', scope);
  const by = rowPath(placed, 'by', scope);
  const steps = rowSteps(placed, scope);
  const when = rowExpression(placed, 'when', scope);
  const [first, second] = lists;
  if (first !== undefined && row.whenTrue === row.whenFalse) reportOneList(placed, scope.report);
  if (first === undefined || second === undefined || path === undefined || by === undefined) return undefined;
  if (steps === undefined || when === undefined) return undefined;
  const { whenTrue = '', whenFalse = '', optional = false } = row;
  const entries = alternative(first.node, 'array')?.items ?? {};
  const rowGroup = { node: entries, name: whenTrue, path: `${group.path}${whenTrue}[].` };
  const rows = compileRows(placed.rows, rowGroup, scope, placed);
  const name = { to: `${group.path}${whenTrue}`, at: placed.at };
  return { name, path, by, steps, when, whenTrue, whenFalse, optional, needs: null, firstCounts: false, rows };
}
