import type { XmlElement } from '../../formats/xml/xml-tree.ts';
import type { CompiledRow } from './compile-rows.ts';
import type { ConvertContext, Refusal } from './converter.table.ts';
import { findElements, findTexts } from './find.ts';

/** What applying rows needs to know and where it reports. */
export interface Applying extends ConvertContext {
  root: XmlElement;
  report(refusal: Refusal, element: XmlElement): void;
}

export type Fields = Record<string, unknown>;

const FLAGS: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false };

/** Applies rows to one element: the fields that were found. A value that is refused is reported and left out. */
export function applyRows(rows: readonly CompiledRow[], context: XmlElement, applying: Applying): Fields {
  const fields: Fields = {};
  for (const row of rows) applyRow(row, context, applying, fields);
  return fields;
}

function applyRow(row: CompiledRow, context: XmlElement, applying: Applying, fields: Fields): void {
  switch (row.does) {
    case 'value':
      if (fields[row.to] === undefined) put(fields, row.to, singleValue(row, context, applying));
      return;
    case 'group': {
      const [element] = findElements(row.at, context, applying.root);
      if (element !== undefined) put(fields, row.to, filled(applyRows(row.rows, element, applying), row.needs));
      return;
    }
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

function singleValue(row: CompiledRow & { does: 'value' }, context: XmlElement, applying: Applying): unknown {
  const found = findTexts(row.from, context, applying.root);
  const first = found[0];
  if (first === undefined) return undefined;
  const other = row.converter.single ? found.find(({ text }) => text !== first.text) : undefined;
  if (other !== undefined) {
    applying.report(
      {
        severity: 'error',
        code: 'VALUE_INVALID',
        message: `This is stated more than once, as "${first.text.slice(0, 60)}" and as "${other.text.slice(0, 60)}".`,
        hint: 'State it once: which one counts is not for the reader to guess.',
      },
      other.element,
    );
    return undefined;
  }
  const value = row.converter.convert(first, applying);
  if (typeof value !== 'object') return value;
  applying.report(value, first.element);
  return undefined;
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
    const text = findTexts(row.by, element, applying.root)[0]?.text ?? '';
    const flag = Object.hasOwn(FLAGS, text) ? FLAGS[text] : undefined;
    if (flag === undefined) applying.report(noFlag(row, text), element);
    else (flag ? whenTrue : whenFalse).push(applyRows(row.rows, element, applying));
  }
  fields[row.whenTrue] = whenTrue;
  fields[row.whenFalse] = whenFalse;
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
