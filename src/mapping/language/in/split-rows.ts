import type { XmlElement } from '../../../formats/xml/xml-tree.ts';
import type { CompiledPath } from '../paths/compile-path.ts';
import type { Expression, ValueStep } from '../value-steps.ts';
import type { Fields } from './compiled-row.ts';
import { holds } from './condition.ts';
import { type GroupReading, partOf } from './group-rows.ts';
import { plainFlag } from '../values/plain-flag.ts';
import { rowText, type Run } from './run.ts';

/** Two lists that a flag in each object tells apart. */
export interface SplitReading extends GroupReading {
  /** The row holds only where this is true. */
  when: Expression | null;
  by: CompiledPath;
  /** What makes a flag of what stands there; none: true, false, 1 and 0 are known. */
  steps: readonly ValueStep[];
  whenTrue: string;
  whenFalse: string;
  optional: boolean;
}

/** Fills both lists. Which one an object belongs to is never guessed: without a readable flag the record is refused. */
export function applySplit(reading: SplitReading, context: XmlElement, run: Run, fields: Fields): void {
  if (!holds(reading.when, reading.name, context, run)) return;
  const lists = { true: listIn(fields, reading.whenTrue), false: listIn(fields, reading.whenFalse) };
  const elements = reading.path.elements(context, run.top);
  for (const element of elements) {
    const flag = flagOf(reading, element, run);
    if (flag === undefined) continue;
    const list = lists[`${flag}`];
    run.indexes.push(list.length);
    const entry = partOf(reading, element, run, true);
    run.indexes.pop();
    if (entry !== undefined) list.push(entry);
  }
  if (elements.length === 0 && !reading.optional) reportMissing(reading, context, run);
  fields[reading.whenTrue] = lists.true;
  fields[reading.whenFalse] = lists.false;
}

/** What other rows have put into a list stays in it. */
function listIn(fields: Fields, name: string): Fields[] {
  const there = fields[name];
  return Array.isArray(there) ? [...(there as Fields[])] : [];
}

function flagOf(reading: SplitReading, element: XmlElement, run: Run): boolean | undefined {
  const found = reading.by.values(element, run.top);
  const [first] = found;
  if (first === undefined) return refuse(reading, 'This does not say', element, run);
  run.context.recorder?.read(first.element, first.attribute);
  const flag = readFlag(reading, first.text, element, run);
  if (flag === undefined) return refuse(reading, `This says "${first.text.slice(0, 60)}", not`, element, run);
  const other = found.find(({ text }) => readFlag(reading, text, element, run) !== flag);
  if (other === undefined) return flag;
  const stated = `as "${first.text.slice(0, 60)}" and as "${other.text.slice(0, 60)}"`;
  return refuse(reading, `This says more than once, ${stated},`, element, run, STATE_IT_ONCE);
}

function readFlag({ steps }: SplitReading, text: string, element: XmlElement, run: Run): boolean | undefined {
  if (steps.length === 0) return plainFlag(text);
  run.steps.element = element;
  let value: string | number | boolean = text;
  for (const step of steps) {
    const result = step.in(value, run.steps);
    if (!('value' in result)) return undefined;
    value = result.value;
  }
  return typeof value === 'boolean' ? value : undefined;
}

const STATE_IT_ONCE = 'State it once: which one counts is not for the reader to guess.';

function refuse(reading: SplitReading, said: string, element: XmlElement, run: Run, hint?: string): undefined {
  const { whenTrue, whenFalse, by, name } = reading;
  const message = `${said} whether it belongs to the ${whenTrue} or to the ${whenFalse} (${rowText(name.at)}).`;
  const needed = `${by.source} has to be "true" for ${whenTrue} and "false" for ${whenFalse}, unless the row's "convert" says other words.`;
  run.add({ severity: 'error', code: 'VALUE_INVALID', message, hint: hint ?? needed }, element);
  return undefined;
}

function reportMissing({ name, path, whenTrue, whenFalse }: SplitReading, context: XmlElement, run: Run): void {
  const message = `"${whenTrue}" and "${whenFalse}" are missing: there is nothing at ${path.source} (${rowText(name.at)}).`;
  const hint =
    'Send the file again with them. Where there may be none, that row of the mapping needs "optional: true".';
  run.add({ code: 'VALUE_MISSING', severity: 'error', message, hint }, context);
}
