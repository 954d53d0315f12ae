import type { XmlElement } from '../../../formats/xml/xml-tree.ts';
import { type Candidate, type CompiledField, type CompiledRow, type Fields, REFUSED } from './compiled-row.ts';
import { holds } from './condition.ts';
import { rowText, type Run } from './run.ts';

/** Applies rows to one object of the file, and puts what they find into a group of the document. */
export function applyRows(rows: readonly CompiledRow[], context: XmlElement, run: Run, fields: Fields): Fields {
  for (const row of rows) {
    if ('field' in row) {
      const value = fieldValue(row.field, context, run);
      if (value !== undefined) put(fields, row.field, value);
    } else row.split(context, run, fields);
  }
  return fields;
}

/**
 * The value of a field: of the first row that holds and finds something. Where none does, the last row that holds says
 * what counts: its default, nothing where it is optional, else the record is refused (decisions 3 and 5 of the language).
 */
export function fieldValue({ candidates }: CompiledField, context: XmlElement, run: Run): unknown {
  let last: Candidate | undefined;
  for (const candidate of candidates) {
    if (candidate.when !== null && !holds(candidate.when, candidate.name, context, run)) continue;
    last = candidate;
    const value = candidate.find(context, run);
    if (value === REFUSED) return undefined;
    if (value !== undefined) {
      run.context.recorder?.hit(candidate.name.at);
      return value;
    }
    if (candidate.fallback !== undefined) return fallbackOf(candidate, candidate.fallback, run);
  }
  return last === undefined ? undefined : nothingFound(last, context, run);
}

function fallbackOf(candidate: Candidate, fallback: string | number | boolean, run: Run): string | number | boolean {
  run.context.recorder?.hit(candidate.name.at);
  if (run.traces) run.trace(candidate.name, { steps: [], result: JSON.stringify(fallback), note: 'default' });
  return fallback;
}

function nothingFound(last: Candidate, context: XmlElement, run: Run): unknown {
  if (!last.optional) {
    const field = run.field(last.name.to);
    run.add(
      {
        code: 'VALUE_MISSING',
        severity: 'error',
        message: `"${field}" is missing: there is nothing at ${last.looksFor} (${rowText(last.name.at)}).`,
        hint: `Send the file again with it. Where it may be missing, that row of the mapping needs "optional: true" or a default.`,
      },
      context,
    );
  }
  if (run.traces) run.trace(last.name, { steps: [], note: last.optional ? 'nothing found' : 'missing' });
  return last.optional && last.empty === 'list' ? [] : undefined;
}

function put(fields: Fields, { groups, name }: CompiledField, value: unknown): void {
  let group = fields;
  for (const step of groups) {
    const inner = group[step];
    if (typeof inner === 'object' && inner !== null) group = inner as Fields;
    else {
      const made: Fields = {};
      group[step] = made;
      group = made;
    }
  }
  fill(group, name, value);
}

/** What other rows have put there already counts: rows with slashes fill the same group, a split the same list. */
function fill(group: Fields, name: string, value: unknown): void {
  const there = group[name];
  if (there === undefined) group[name] = value;
  else if (Array.isArray(there) && Array.isArray(value)) group[name] = [...there, ...value];
  else if (isGroup(there) && isGroup(value)) for (const [inner, one] of Object.entries(value)) fill(there, inner, one);
}

function isGroup(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
