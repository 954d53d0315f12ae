import type { XmlElement } from '../../formats/xml/xml-tree.ts';
import type { CompiledRow } from './compile-rows.ts';
import type { ConvertContext, Converted, Refusal } from './converter.table.ts';
import { findElements, findTexts } from './find.ts';

/** What applying rows needs to know and where it reports. */
export interface Applying extends ConvertContext {
  root: XmlElement;
  report(refusal: Refusal, element: XmlElement): void;
}

export type Fields = Record<string, unknown>;

const FLAGS: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false };

/**
 * Applies rows to one element: the fields that were found. A value that is refused is reported and left out; the rows
 * behind it with the same name are not asked, for it was stated.
 */
export function applyRows(rows: readonly CompiledRow[], context: XmlElement, applying: Applying): Fields {
  const fields: Fields = {};
  const refused: string[] = [];
  for (const row of rows) {
    if (row.does !== 'value') applyRow(row, context, applying, fields);
    else if (fields[row.to] === undefined && !refused.includes(row.to)) {
      const value = singleValue(row, context, applying);
      if (typeof value === 'object') refused.push(row.to);
      else put(fields, row.to, value);
    }
  }
  return fields;
}

type OtherRow = Exclude<CompiledRow, { does: 'value' }>;

function applyRow(row: OtherRow, context: XmlElement, applying: Applying, fields: Fields): void {
  switch (row.does) {
    case 'group':
      put(fields, row.to, singleGroup(row, context, applying));
      return;
    case 'list':
      fields[row.to] = listOf(row, context, applying);
      return;
    case 'split':
      applySplit(row, context, applying, fields);
      return;
    case 'texts': {
      const texts = row.from === null ? [] : findTexts(row.from, context, applying.root).map(({ text }) => text);
      if (row.join === null) fields[row.to] = row.distinct ? [...new Set(texts)] : texts;
      else if (texts.length > 0) fields[row.to] = texts.join(row.join);
    }
  }
}

function put(fields: Fields, to: string, value: unknown): void {
  if (value !== undefined) fields[to] = value;
}

/** The one value of a row; a refusal, reported already, where none counts. */
function singleValue(row: CompiledRow & { does: 'value' }, context: XmlElement, applying: Applying): Converted {
  const found = findTexts(row.from, context, applying.root);
  const [first] = found;
  if (first === undefined) return undefined;
  const value = row.converter.convert(first, applying);
  if (typeof value === 'object') return refuse(value, first.element, applying);
  if (found.length === 1 || row.firstCounts) return value;
  for (const other of found.slice(1)) {
    const again = row.converter.convert(other, applying);
    if (again === value) continue;
    const refusal =
      typeof again === 'object' && again.severity === 'error'
        ? again
        : statedTwice(first.text, other.text, row.converter.informs);
    return refuse(refusal, other.element, applying);
  }
  return value;
}

/** The one group of a row: the first that states something. Another one that states something else is refused. */
function singleGroup(
  row: CompiledRow & { does: 'group' },
  context: XmlElement,
  applying: Applying,
): Fields | undefined {
  let group: Fields | undefined;
  for (const element of findElements(row.at, context, applying.root)) {
    const fields = filled(applyRows(row.rows, element, applying), row.needs);
    if (fields === undefined) continue;
    if (group === undefined) group = fields;
    else if (JSON.stringify(fields) !== JSON.stringify(group)) applying.report(GROUP_STATED_TWICE, element);
  }
  return group;
}

const STATE_IT_ONCE = 'State it once: which one counts is not for the reader to guess.';
const GROUP_STATED_TWICE: Refusal = {
  severity: 'error',
  code: 'VALUE_INVALID',
  message: 'This is stated more than once, and not alike.',
  hint: STATE_IT_ONCE,
};

/** What only informs is left out; anything else refuses the document. */
function statedTwice(first: string, other: string, informs: boolean): Refusal {
  const message = `This is stated more than once, as "${first.slice(0, 60)}" and as "${other.slice(0, 60)}".`;
  return informs
    ? { severity: 'warning', code: 'VALUE_UNUSABLE', message: `${message} It is left out.`, hint: STATE_IT_ONCE }
    : { severity: 'error', code: 'VALUE_INVALID', message, hint: STATE_IT_ONCE };
}

function refuse(refusal: Refusal, element: XmlElement, applying: Applying): Refusal {
  applying.report(refusal, element);
  return refusal;
}

function listOf(row: CompiledRow & { does: 'list' }, context: XmlElement, applying: Applying): Fields[] {
  const list: Fields[] = [];
  for (const element of findElements(row.each, context, applying.root)) {
    const fields = applyRows(row.rows, element, applying);
    if (row.needs === null || fields[row.needs] !== undefined) list.push(fields);
  }
  return list;
}

function applySplit(
  row: CompiledRow & { does: 'split' },
  context: XmlElement,
  applying: Applying,
  fields: Fields,
): void {
  const whenTrue: Fields[] = [];
  const whenFalse: Fields[] = [];
  for (const element of findElements(row.each, context, applying.root)) {
    const [text = '', ...others] = findTexts(row.by, element, applying.root).map((found) => found.text);
    const flag = flagOf(text);
    const other = others.find((again) => flagOf(again) !== flag);
    if (flag === undefined) applying.report(noFlag(row, text), element);
    else if (other !== undefined) applying.report(statedTwice(text, other, false), element);
    else (flag ? whenTrue : whenFalse).push(applyRows(row.rows, element, applying));
  }
  fields[row.whenTrue] = whenTrue;
  fields[row.whenFalse] = whenFalse;
}

function flagOf(text: string): boolean | undefined {
  return Object.hasOwn(FLAGS, text) ? FLAGS[text] : undefined;
}

function noFlag(row: CompiledRow & { does: 'split' }, text: string): Refusal {
  const stated = text === '' ? 'does not say' : `says "${text.slice(0, 60)}", not`;
  return {
    severity: 'error',
    code: 'VALUE_INVALID',
    message: `This ${stated} whether it belongs to the ${row.whenTrue} or to the ${row.whenFalse}.`,
    hint: `${row.by.source} has to be "true" for ${row.whenTrue} and "false" for ${row.whenFalse}.`,
  };
}

/** A group that states nothing is no group. Lists that are there but empty state nothing. */
function filled(fields: Fields, needs: string | null): Fields | undefined {
  if (needs !== null) return fields[needs] === undefined ? undefined : fields;
  const states = Object.values(fields).some((value) => !Array.isArray(value) || value.length > 0);
  return states ? fields : undefined;
}
