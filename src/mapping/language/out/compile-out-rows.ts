import type { Place } from '../../../domain/documents.generated.ts';
import type { MappingFormat, MappingRow } from '../../../domain/mapping-file.generated.ts';
import { compileConverter, compileExpression, compileLookup, type Expression, type ValueStep } from '../value-steps.ts';
import { type FieldPlace, followPath, isCertainlyGroup, isCertainlyValue } from './document-fields.ts';
import { compileDocumentPath, type DocumentPath } from './document-path.ts';
import { type MappingText, type OutEnvironment, type OutFindings, within } from './out-environment.ts';
import type { OutField, OutRow } from './out-row.ts';
import { PathProblem } from './read-path.ts';
import { readTargetPath, type TargetPath } from './target-path.ts';

/** What rows are compiled with. */
export interface OutCompiling {
  environment: OutEnvironment;
  findings: OutFindings;
  format: MappingFormat;
  /** Names of the parts that are being used, from the outside in. */
  using: readonly string[];
}

/** Where rows stand: their file, the path of their list in it, and the place in the document that they read from. */
interface Standing {
  text: MappingText;
  path: readonly (string | number)[];
  fields: FieldPlace;
}

/** Formats of lines, in which a group is a line of its own and never one with another. */
const LINES: ReadonlySet<MappingFormat['format']> = new Set(['csv', 'fixed-width', 'visma-import']);

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
    findings.error(standing.text.place([...standing.path, 'split']), 'split is for mappings in.', 'Write two rows with each and a when.');
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
    findings.error(at, 'This row says not where its value comes from.', 'Give it a from (a path) or a value (an expression; a text in it in quotes).');
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
    compiling.findings.error(common.at, `A row with ${key} has rows of its own.`, 'Write them under rows:, one a field.');
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
  const always = LINES.has(compiling.format.format);
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
    compiling.findings.error(at, `The part "${name}" uses itself: ${[...compiling.using, name].join(' > ')}.`, 'Take one of these rows out.');
    return [];
  }
  const inner = { text: part, path: ['rows'], fields: standing.fields };
  return compileOutRows(part.content.rows, inner, { ...compiling, using: [...compiling.using, name] }).flat();
}

const UNKNOWN: FieldPlace = { schemas: undefined, around: undefined };

function targetOf(row: MappingRow, standing: Standing, { findings, format }: OutCompiling): TargetPath {
  const text = row.to ?? (row.rows !== undefined && LINES.has(format.format) ? 'line' : undefined);
  const at = standing.text.place([...standing.path, 'to']);
  const path = text === undefined ? undefined : readTargetPath(text);
  if (path !== undefined && !('problem' in path)) return path;
  if (path === undefined) findings.error(at, 'This row says not what it writes.', 'Give it a to: the field, element or column.');
  else findings.error(at, path.problem, path.hint);
  return { text: text ?? '', names: ['?'], attribute: undefined };
}

function pathOf(text: string, key: string, wanted: 'value' | 'group', standing: Standing, { findings }: OutCompiling): { path: DocumentPath; place: FieldPlace } | undefined {
  const at = standing.text.place([...standing.path, key]);
  const path = compileDocumentPath(text);
  if (path instanceof PathProblem) {
    findings.error(within(at, path.offset), path.message, path.hint);
    return undefined;
  }
  const place = followPath(path, standing.fields);
  if ('unknown' in place) {
    const known = place.known.slice(0, 40).join(', ');
    const hint = place.meant === undefined ? `There are: ${known}.` : `Did you mean "${place.meant}"? There are: ${known}.`;
    findings.error(within(at, Math.max(0, text.indexOf(place.unknown))), `The document has no field "${place.unknown}" there.`, hint);
    return undefined;
  }
  if (wanted === 'value' && isCertainlyGroup(place))
    findings.error(at, `"${text}" is a group of fields, no value.`, 'Name the field in it that is meant, with a slash.');
  else if (wanted === 'group' && key === 'at' && isCertainlyValue(place))
    findings.error(at, `"${text}" is a value, no group of fields.`, 'Write from for a value.');
  else return { path, place };
  return undefined;
}

function stepsOf(row: MappingRow, standing: Standing, { findings, format, environment }: OutCompiling): ValueStep[] {
  const steps: ValueStep[] = [];
  const converters = row.convert === undefined ? [] : [row.convert].flat();
  for (const [index, converter] of converters.entries()) {
    const at = standing.text.place([...standing.path, 'convert', ...(Array.isArray(row.convert) ? [index] : [])]);
    const compiled = compileConverter(converter, format, 'out');
    if ('made' in compiled) steps.push(compiled.made);
    else findings.error(at, compiled.problem, compiled.hint);
  }
  if (row.lookup === undefined) return steps;
  const compiled = compileLookup(row.lookup, environment.lookups, 'out');
  if ('made' in compiled) steps.push(compiled.made);
  else findings.error(standing.text.place([...standing.path, 'lookup']), compiled.problem, compiled.hint);
  return steps;
}

function expressionOf(text: string, key: 'when' | 'value', standing: Standing, { findings }: OutCompiling): Expression | undefined {
  const compiled = compileExpression(text, key === 'when' ? 'condition' : 'value');
  if ('made' in compiled) return compiled.made;
  const at = standing.text.place([...standing.path, key]);
  findings.error(compiled.column === undefined ? at : within(at, compiled.column - 1), compiled.problem, compiled.hint);
  return undefined;
}

function defaultOf(row: MappingRow, standing: Standing, findings: OutFindings): string | number | boolean | undefined {
  const { default: given } = row;
  if (typeof given !== 'number' || Number.isSafeInteger(given)) return given;
  findings.error(standing.text.place([...standing.path, 'default']), `The default ${given} is no whole number.`, `Write it in quotes, digit by digit: "${given}".`);
  return undefined;
}
