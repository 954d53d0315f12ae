import type { Place } from '../../../domain/documents.generated.ts';
import type { MappingFormat } from '../../../domain/mapping-file.generated.ts';
import { rowExpression, rowSteps, type ValueScope } from '../compile-values.ts';
import type { PlacedRow } from '../parse/placed-row.ts';
import { PathProblem, type PathSyntax } from '../paths/path-syntax.ts';
import type { Expression } from '../value-steps.ts';
import { type FieldPlace, followNames, followPath, isCertainlyGroup, isCertainlyValue } from './document-fields.ts';
import { documentPath } from './document-path.ts';
import type { OutField, OutRow } from './out-row.ts';
import { readTargetPath, type TargetPath } from './target-path.ts';

/** What the rows of a mapping out are compiled in the light of. */
export interface OutScope extends ValueScope {
  /** Every path and expression that a row reads by. */
  read: string[];
}

/** Formats of lines, in which a group is a line of its own and never one with another. */
const LINE_FORMATS: ReadonlySet<MappingFormat['format']> = new Set(['csv', 'fixed-width', 'visma-import']);

/** Compiles the rows of a mapping out, those of one field together; every fault of every row is reported. `from`: the place in the document that they read from. */
export function compileOutRows(rows: readonly PlacedRow[], from: FieldPlace, scope: OutScope): OutField[] {
  const fields = new Map<string, OutRow[]>();
  for (const placed of rows) {
    const compiled = compileRow(placed, from, scope);
    if (compiled === undefined) continue;
    const key = fieldKey(compiled, fields.size);
    const others = fields.get(key);
    if (others === undefined) fields.set(key, [compiled]);
    else addAlternative(others, compiled, scope);
  }
  return [...fields.values()];
}

/** Rows with the same key are tried one after the other. Lists, and groups that are lines, all count. */
function fieldKey(row: OutRow, number: number): string {
  if (row.does === 'list' || (row.does === 'group' && row.always)) return `${number}`;
  return `${row.to.names.map((name) => `/${name}`).join('')}@${row.to.attribute ?? ''}`;
}

function addAlternative(others: OutRow[], row: OutRow, { report }: OutScope): void {
  const last = others[others.length - 1] as OutRow;
  if ('default' in last && last.default !== undefined && last.when === null)
    report.warning(
      row.at,
      `This row never counts: the row in line ${last.at.line ?? 1} writes "${row.to.text}" in any case, for it has a default.`,
      `Put the default into this row, and take it out of the one in line ${last.at.line ?? 1}.`,
    );
  others.push(row);
}

/** What rows of all kinds have. */
interface Common {
  to: TargetPath;
  at: Place;
  when: Expression | null;
  optional: boolean;
}

function compileRow(placed: PlacedRow, from: FieldPlace, scope: OutScope): OutRow | undefined {
  const { row } = placed;
  for (const text of [row.when, row.value]) if (text !== undefined) scope.read.push(text);
  const to = targetPath(placed, 'to', scope);
  const when = documentExpression(placed, 'when', from, scope);
  const compiled = compileKind(placed, from, scope);
  if (to === undefined || when === undefined || compiled === undefined) return undefined;
  const common: Common = { to, at: placed.at, when, optional: row.optional ?? false };
  return { ...compiled, ...common };
}

type WithoutCommon<Row> = Row extends OutRow ? Omit<Row, keyof Common> : never;

function compileKind(placed: PlacedRow, from: FieldPlace, scope: OutScope): WithoutCommon<OutRow> | undefined {
  if (placed.kind === 'at' || placed.kind === 'each') return compileGroup(placed, placed.kind, from, scope);
  const steps = rowSteps(placed, scope);
  const { row } = placed;
  const checked = { steps: steps ?? [], default: row.default, as: row.as };
  if (placed.kind === 'value') {
    const value = documentExpression(placed, 'value', from, scope);
    return value === undefined || value === null || steps === undefined
      ? undefined
      : { does: 'value', ...checked, from: null, value };
  }
  const path = rowPath(placed, placed.kind === 'texts' ? 'texts' : 'from', from, scope)?.path;
  if (path === undefined || steps === undefined) return undefined;
  if (placed.kind !== 'texts') return { does: 'value', ...checked, from: path, value: null };
  return { does: 'texts', ...checked, from: path, distinct: row.distinct ?? false, join: row.join };
}

/** An expression of a row, which names only what the document has there: anything else would never be found. */
function documentExpression(
  placed: PlacedRow,
  key: 'value' | 'when',
  from: FieldPlace,
  scope: OutScope,
): Expression | null | undefined {
  const expression = rowExpression(placed, key, scope);
  for (const { names, start } of expression?.paths ?? []) {
    try {
      followNames(names, from);
    } catch (problem) {
      if (!(problem instanceof PathProblem)) throw problem;
      scope.report.error(placed.valueAt([key], start), `${names.join('.')}: ${problem.message}`, problem.hint);
      return undefined;
    }
  }
  return expression;
}

function compileGroup(
  placed: PlacedRow,
  kind: 'at' | 'each',
  from: FieldPlace,
  scope: OutScope,
): WithoutCommon<OutRow> | undefined {
  const path = rowPath(placed, kind, from, scope);
  const fields = compileOutRows(placed.rows, path?.place ?? UNKNOWN, scope);
  const needs = placed.row.needs === undefined ? null : targetPath(placed, 'needs', scope);
  if (path === undefined || needs === undefined) return undefined;
  if (kind === 'each') return { does: 'list', from: path.path, fields, needs, keepsEmpty: placed.row.as === 'list' };
  return { does: 'group', from: path.path, fields, needs, always: LINE_FORMATS.has(scope.format.format) };
}

const UNKNOWN: FieldPlace = { schemas: undefined, around: undefined };

function targetPath(placed: PlacedRow, key: 'to' | 'needs', { report }: OutScope): TargetPath | undefined {
  const path = readTargetPath(placed.row[key] ?? '');
  if (!('problem' in path)) return path;
  report.error(placed.valueAt([key]), path.problem, path.hint);
  return undefined;
}

/** A path of a row, and where it leads; undefined where it is none, or leads to what the row cannot take, which is reported. */
function rowPath(
  placed: PlacedRow,
  key: 'from' | 'texts' | 'at' | 'each',
  from: FieldPlace,
  { report, read }: OutScope,
): { path: PathSyntax; place: FieldPlace } | undefined {
  const text = placed.row[key] ?? '';
  read.push(text);
  try {
    const path = documentPath(text);
    const place = followPath(path, from);
    if ((key === 'from' || key === 'texts') && isCertainlyGroup(place))
      throw new PathProblem(
        `"${text}" is a group of fields, no value.`,
        'Name the field in it that is meant, with a slash.',
        0,
      );
    if (key === 'at' && isCertainlyValue(place))
      throw new PathProblem(`"${text}" is a value, no group of fields.`, 'Write "from" for a value.', 0);
    return { path, place };
  } catch (problem) {
    if (!(problem instanceof PathProblem)) throw problem;
    report.error(placed.valueAt([key], problem.at), problem.message, problem.hint);
    return undefined;
  }
}
