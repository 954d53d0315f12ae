import type { XmlElement } from '../../../formats/xml/xml-tree.ts';
import type { CompiledPath } from '../paths/compile-path.ts';
import { applyRows } from './apply-rows.ts';
import { type CompiledRow, type Fields, REFUSED } from './compiled-row.ts';
import { rowText, type RowName, type Run } from './run.ts';

/** A group or the entries of a list: where they stand, and what is in them. */
export interface GroupReading {
  name: RowName;
  path: CompiledPath;
  /** Without this field it is not there. */
  needs: string | null;
  firstCounts: boolean;
  rows: readonly CompiledRow[];
}

/** The one group of a row: the first that states something. Another one that states something else is refused. */
export function groupOf(reading: GroupReading, context: XmlElement, run: Run): Fields | undefined | typeof REFUSED {
  let group: Fields | undefined;
  for (const element of reading.path.elements(context, run.top)) {
    const fields = partOf(reading, element, run, false);
    if (fields === undefined) continue;
    if (group === undefined) group = fields;
    else if (JSON.stringify(fields) !== JSON.stringify(group)) {
      const message = `This is stated more than once, and not alike: "${run.field(reading.name.to)}" is one group (${rowText(reading.name.at)}).`;
      const hint = 'State it once: which one counts is not for the reader to guess.';
      run.add({ severity: 'error', code: 'VALUE_INVALID', message, hint }, element);
      return REFUSED;
    }
    if (reading.firstCounts) break;
  }
  return group;
}

/** A list with one entry for each object; undefined where there is none. */
export function listOf(reading: GroupReading, context: XmlElement, run: Run): Fields[] | undefined {
  const list: Fields[] = [];
  for (const element of reading.path.elements(context, run.top)) {
    run.indexes.push(list.length);
    const fields = partOf(reading, element, run, true);
    run.indexes.pop();
    if (fields !== undefined) list.push(fields);
  }
  return list.length === 0 ? undefined : list;
}

/**
 * The fields of one object. It is not there where the field that it needs is missing; a group (unlike an entry of a
 * list) also where it states nothing. What is missing in it is not missing then.
 */
export function partOf(reading: GroupReading, element: XmlElement, run: Run, isEntry: boolean): Fields | undefined {
  const { needs } = reading;
  const outer = run.open();
  const before = run.stated;
  run.context.recorder?.read(element, null);
  const fields = applyRows(reading.rows, element, run, {});
  const states = isEntry || run.stated > before || Object.values(fields).some(isFilled);
  const isThere = needs === null ? states : fields[needs] !== undefined;
  run.close(outer, isThere);
  return isThere ? fields : undefined;
}

/** Defaults alone state nothing, nor do empty lists. */
function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}
