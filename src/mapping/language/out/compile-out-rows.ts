import type { Place } from '../../../domain/documents.generated.ts';
import type { MappingRow } from '../../../domain/mapping-file.generated.ts';
import type { Expression } from '../value-steps.ts';
import { defaultOf, expressionOf, pathOf, stepsOf, targetOf } from './compile-out-values.ts';
import type { FieldPlace } from './document-fields.ts';
import type { OutFindings } from './out-environment.ts';
import type { OutField, OutRow } from './out-row.ts';
import { LINE_FORMATS, type OutCompiling, type Standing } from './out-standing.ts';
import { readTargetPath, type TargetPath } from './target-path.ts';

/** Compiles the rows of a mapping out; every fault of every row is found. */
export function compileOutRows(rows: readonly MappingRow[], standing: Standing, compiling: OutCompiling): OutField[] {
  const fields = new Map<string, OutRow[]>();
  for (const [index, row] of rows.entries()) {
    const here = { ...standing, path: [...standing.path, index] };
    for (const compiled of rowsOf(row, here, compiling)) {
      const key = fieldKey(compiled, fields.size);
      const others = fields.get(key);
      if (others === undefined) fields.set(key, [compiled]);
      else addAlternative(others, compiled, compiling.findings);
    }
  }
  return [...fields.values()];
}

/** Rows with the same key are tried one after the other. Lists, and groups that are lines, all count. */
function fieldKey(row: OutRow, number: number): string {
  if (row.does === 'list' || (row.does === 'group' && row.always)) return `${number}`;
  return `${row.to.names.map((name) => `/${name}`).join('')}@${row.to.attribute ?? ''}`;
}

function addAlternative(others: OutRow[], row: OutRow, findings: OutFindings): void {
  const last = others[others.length - 1] as OutRow;
  const always = 'default' in last && last.default !== undefined && last.when === undefined;
  if (always)
    findings.warn(
      row.at,
      `This row never counts: line ${last.at.line ?? '?'} writes ${row.to.text} too, and has a default.`,
      'Give the default to the last of the rows that write a field.',
    );
  others.push(row);
}

function rowsOf(row: MappingRow, standing: Standing, compiling: OutCompiling): OutRow[] {
  if (row.use !== undefined) return rowsOfPart(row.use, standing, compiling);
  const { findings } = compiling;
  const at = standing.text.place(standing.path);
  const to = targetOf(row, standing, compiling);
  const when = row.when === undefined ? undefined : expressionOf(row.when, 'when', standing, compiling);
  const common = { to, at, when, optional: row.optional ?? false };
  if (row.split !== undefined) {
    findings.error(
      standing.text.place([...standing.path, 'split']),
      'split is for mappings in.',
      'Write two rows with each and a when.',
    );
    return [];
  }
  if (row.each !== undefined || row.at !== undefined || row.rows !== undefined)
    return groupRow(row, { ...common, optional: common.optional }, standing, compiling);
  const steps = stepsOf(row, standing, compiling);
  const checked = { steps, default: defaultOf(row, standing, findings), as: row.as };
  if (row.texts !== undefined) {
    const from = pathOf(row.texts, 'texts', 'value', standing, compiling);
    if (from === undefined) return [];
    const { distinct = false, join } = row;
    return [{ does: 'texts', ...common, ...checked, from: from.path, distinct, join }];
  }
  const from = row.from === undefined ? undefined : pathOf(row.from, 'from', 'value', standing, compiling);
  if (row.from !== undefined && from === undefined) return [];
  const value = row.value === undefined ? undefined : expressionOf(row.value, 'value', standing, compiling);
  if (row.from === undefined && row.value === undefined && row.default === undefined) {
    findings.error(
      at,
      'This row says not where its value comes from.',
      'Give it a from (a path) or a value (an expression; a text in it in quotes).',
    );
    return [];
  }
  return [{ does: 'value', ...common, ...checked, from: from?.path, value, firstCounts: row.firstCounts ?? false }];
}

interface Common {
  to: TargetPath;
  at: Place;
  when: Expression | undefined;
  optional: boolean;
}

function groupRow(row: MappingRow, common: Common, standing: Standing, compiling: OutCompiling): OutRow[] {
  const key = row.each !== undefined ? 'each' : 'at';
  const from = pathOf(row.each ?? row.at ?? '.', key, 'group', standing, compiling);
  const inner = { text: standing.text, path: [...standing.path, 'rows'], fields: from?.place ?? UNKNOWN };
  if (row.rows === undefined || row.rows.length === 0) {
    compiling.findings.error(
      common.at,
      `A row with ${key} has rows of its own.`,
      'Write them under rows:, one a field.',
    );
    return [];
  }
  const fields = compileOutRows(row.rows, inner, compiling);
  if (from === undefined) return [];
  const needs = row.needs === undefined ? undefined : readTargetPath(row.needs);
  if (needs !== undefined && 'problem' in needs)
    compiling.findings.error(standing.text.place([...standing.path, 'needs']), needs.problem, needs.hint);
  const needed = needs === undefined || 'problem' in needs ? undefined : needs;
  if (row.each !== undefined)
    return [{ does: 'list', ...common, from: from.path, fields, needs: needed, keepsEmpty: row.as === 'list' }];
  const { firstCounts = false } = row;
  const always = LINE_FORMATS.has(compiling.format.format);
  return [{ does: 'group', ...common, from: from.path, fields, needs: needed, firstCounts, always }];
}

function rowsOfPart(name: string, standing: Standing, compiling: OutCompiling): OutRow[] {
  const part = compiling.environment.parts.get(name);
  const at = standing.text.place([...standing.path, 'use']);
  if (part === undefined) {
    const known = [...compiling.environment.parts.keys()];
    const hint = known.length === 0 ? 'There is no file with part: in mappings.' : `There are: ${known.join(', ')}.`;
    compiling.findings.error(at, `There is no part "${name}".`, hint);
    return [];
  }
  if (compiling.using.includes(name)) {
    compiling.findings.error(
      at,
      `The part "${name}" uses itself: ${[...compiling.using, name].join(' > ')}.`,
      'Take one of these rows out.',
    );
    return [];
  }
  const inner = { text: part, path: ['rows'], fields: standing.fields };
  return compileOutRows(part.content.rows, inner, { ...compiling, using: [...compiling.using, name] }).flat();
}

const UNKNOWN: FieldPlace = { schemas: undefined, around: undefined };
