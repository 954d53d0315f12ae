import { alternative, hasType, type SchemaNode } from '../../../formats/yaml/schema-node.ts';
import { valueErrors } from '../../canonical/check-document.ts';
import { explainSchemaError } from '../../canonical/explain-schema-error.ts';
import { rowExpression, rowSteps } from '../compile-values.ts';
import type { PlacedRow } from '../parse/placed-row.ts';
import type { ValueStep } from '../value-steps.ts';
import { type RowScope, rowPath, type TargetGroup } from './row-scope.ts';
import type { Candidate } from './compiled-row.ts';
import { fieldStep } from './field-steps.ts';
import { type GroupReading, groupOf, listOf } from './group-rows.ts';
import type { RowName } from './run.ts';
import type { TargetField } from './target-field.ts';
import { expressionValue, type ValueReading, singleValue, allValues } from './value-row.ts';

type Finding = Pick<Candidate, 'find' | 'looksFor'>;

/** A row as something that may fill its field; undefined where it cannot be used, which is reported. */
export function compileCandidate(
  placed: PlacedRow,
  field: TargetField,
  group: TargetGroup,
  scope: RowScope,
): Candidate | undefined {
  const { row, kind } = placed;
  const name = { to: `${group.path}${field.steps.join('.')}`, at: placed.at };
  const when = rowExpression(placed, 'when', scope);
  const find = KINDS[kind as keyof typeof KINDS](placed, field, name, scope);
  const fallback = fallbackOf(placed, field.node, scope);
  if (when === undefined || find === undefined) return undefined;
  const isList = kind === 'each' || (kind === 'texts' && row.join === undefined);
  return { name, when, ...find, fallback, optional: row.optional === true, empty: isList ? 'list' : 'nothing' };
}

const KINDS = {
  from: (placed, field, name, scope) => {
    const path = rowPath(placed, 'from', scope);
    const reading = valueReading(placed, field.node, name, scope);
    if (path === undefined || reading === undefined) return undefined;
    return { find: (context, run) => singleValue(path, reading, context, run), looksFor: path.source };
  },
  value: (placed, field, name, scope) => {
    const expression = rowExpression(placed, 'value', scope);
    const reading = valueReading(placed, field.node, name, scope);
    if (expression === undefined || expression === null || reading === undefined) return undefined;
    return {
      find: (context, run) => expressionValue(expression, reading, context, run),
      looksFor: placed.row.value ?? '',
    };
  },
  at: (placed, field, name, scope) => {
    const reading = groupReading(placed, 'at', field.node, name, scope);
    return reading && { find: (context, run) => groupOf(reading, context, run), looksFor: reading.path.source };
  },
  each: (placed, field, name, scope) => {
    const entries = alternative(field.node, 'array')?.items ?? {};
    const reading = groupReading(placed, 'each', entries, { ...name, to: `${name.to}[]` }, scope);
    return reading && { find: (context, run) => listOf(reading, context, run), looksFor: reading.path.source };
  },
  texts: (placed, field, name, scope) => {
    const path = rowPath(placed, 'texts', scope);
    const { join, distinct } = placed.row;
    const node = join === undefined ? (alternative(field.node, 'array')?.items ?? {}) : field.node;
    const reading = valueReading(placed, node, name, scope);
    if (path === undefined || reading === undefined) return undefined;
    const find: Candidate['find'] = (context, run) => {
      const all = allValues(path, reading, context, run);
      const texts = distinct === true ? [...new Set(all)] : all;
      if (texts.length === 0) return undefined;
      return join === undefined ? texts : texts.join(join);
    };
    return { find, looksFor: path.source };
  },
} as const satisfies Record<
  string,
  (placed: PlacedRow, field: TargetField, name: RowName, scope: RowScope) => Finding | undefined
>;

function valueReading(placed: PlacedRow, node: SchemaNode, name: RowName, scope: RowScope): ValueReading | undefined {
  const steps = rowSteps(placed, scope);
  if (steps === undefined) return undefined;
  const own = fieldStep(node);
  const all: ValueStep[] = own === undefined || isPlainText(placed, own) ? steps : [...steps, own];
  return {
    name,
    steps: all,
    firstCounts: placed.row.firstCounts === true,
    informs: steps.some(({ informs }) => informs === true),
  };
}

/** What a path finds is a text already. */
function isPlainText({ row }: PlacedRow, own: ValueStep): boolean {
  return own.name === 'text' && row.from !== undefined && row.convert === undefined && row.lookup === undefined;
}

function groupReading(
  placed: PlacedRow,
  key: 'at' | 'each',
  node: SchemaNode,
  name: RowName,
  scope: RowScope,
): GroupReading | undefined {
  const path = rowPath(placed, key, scope);
  const group = { node, name: placed.row.to ?? '', path: `${name.to}.` };
  const rows = scope.compileBelow(placed.rows, group, scope, placed);
  if (path === undefined) return undefined;
  return { name, path, needs: placed.row.needs ?? null, firstCounts: placed.row.firstCounts === true, rows };
}

/** The default as the field has it: a number or flag where it is one. What does not fit the field is reported. */
function fallbackOf(placed: PlacedRow, node: SchemaNode, { report }: RowScope): Candidate['fallback'] {
  const written = placed.row.default;
  if (written === undefined) return undefined;
  const own = hasType(node, 'string') ? undefined : fieldStep(node);
  const read = own === undefined ? { value: written } : own.in(written, { format: { format: 'xml' } });
  const value = 'value' in read ? read.value : written;
  const [error] = 'value' in read ? valueErrors(node, value) : [];
  if (!('value' in read) || error !== undefined) {
    const said = 'hint' in read ? read.hint : '';
    const hint = error === undefined ? said : explainSchemaError(error).hint;
    report.error(
      placed.valueAt(['default']),
      `The default ${JSON.stringify(written)} does not fit "${placed.row.to}".`,
      hint,
    );
  }
  return value;
}
