import type { TargetNode } from '../../../formats/records/target-node.ts';
import type { StepResult, StepValue } from '../value-steps.ts';
import { type Builder, type OutWriting, type RowOutcome, scopeOf } from './out-writing.ts';
import { type DocumentNode, documentPlace } from './document-node.ts';
import { findNodes } from './document-path.ts';
import type { TextsRow, ValueRow } from './out-row.ts';

/** A value on its way from the document to the file, with what `map run --trace` tells of it. */
interface Taken {
  value: StepValue;
  node: DocumentNode;
  steps: { step: string; result: string }[];
  raw: string | undefined;
  note?: string;
}

/** Writes the value of a row, or its several texts. */
export function outValues(row: ValueRow | TextsRow, at: DocumentNode, into: Builder, writing: OutWriting): RowOutcome {
  const given =
    row.does === 'value' && row.value !== null ? expressionValue(row, at, writing) : pathValues(row, at, writing);
  if (given === 'refused') return 'refused';
  const taken: Taken[] = [];
  for (const one of given) {
    const result = throughSteps(row, one, writing);
    if (result === 'refused') return 'refused';
    if (result === 'kept') taken.push(one);
  }
  if (taken.length === 0 && row.default !== undefined)
    taken.push({ value: row.default, node: at, steps: [], raw: undefined, note: 'the default' });
  if (taken.length === 0) return 'nothing';
  if (row.does === 'texts') return writeTexts(row, taken, into, writing);
  const [first, other] = unlike(taken);
  if (other !== undefined) {
    writing.report(row, other.node, {
      message: `${into.under(row.to.text)} is one value, but here stand "${shown(first)}" and "${shown(other)}".`,
      hint: 'Write "texts" for a list, or say in brackets which one is meant: [1], [kind=\'freight\'].',
    });
    return 'refused';
  }
  return write(row, first, into, writing);
}

function expressionValue(row: ValueRow, at: DocumentNode, writing: OutWriting): Taken[] | 'refused' {
  const result = row.value?.evaluate(scopeOf(at, writing));
  if (result === undefined || 'nothing' in result) return [];
  if ('refused' in result) {
    writing.report(row, at, { message: result.refused, hint: result.hint });
    return 'refused';
  }
  if (isBlank(result.value)) return [];
  return [{ value: result.value, node: at, steps: [], raw: undefined, note: 'an expression' }];
}

/** The values that a path names; blank ones are nothing. */
function pathValues(row: ValueRow | TextsRow, at: DocumentNode, writing: OutWriting): Taken[] | 'refused' {
  const taken: Taken[] = [];
  for (const node of row.from === null ? [] : findNodes(row.from, at)) {
    const { value } = node;
    if (typeof value === 'object') {
      writing.report(row, node, {
        message: `${documentPlace(node)} is a group of fields, no value.`,
        hint: 'Name the field in it that is meant, with a slash: supplier/name.',
      });
      return 'refused';
    }
    if (!isBlank(value))
      taken.push({ value: typeof value === 'bigint' ? Number(value) : value, node, steps: [], raw: String(value) });
  }
  return taken;
}

function throughSteps(row: ValueRow | TextsRow, taken: Taken, writing: OutWriting): 'kept' | 'left-out' | 'refused' {
  for (const step of row.steps) {
    const result: StepResult = step.out(taken.value, writing.context);
    if ('refused' in result) {
      if (result.severity === 'warning') return 'left-out';
      writing.report(row, taken.node, {
        message: result.refused,
        hint: result.hint,
        ...(result.code === undefined ? {} : { code: result.code }),
      });
      return 'refused';
    }
    if ('nothing' in result) return 'left-out';
    taken.value = result.value;
    if (writing.trace !== undefined) taken.steps.push({ step: step.name, result: String(result.value) });
  }
  return isBlank(taken.value) ? 'left-out' : 'kept';
}

/** The first value, and the first that is not the same. */
function unlike(taken: readonly Taken[]): [Taken, Taken | undefined] {
  const [first] = taken as [Taken];
  return [first, taken.find(({ value }) => value !== first.value)];
}

function writeTexts(row: TextsRow, taken: readonly Taken[], into: Builder, writing: OutWriting): RowOutcome {
  const kept = row.distinct
    ? taken.filter((one, index) => taken.findIndex(({ value }) => value === one.value) === index)
    : taken;
  const { join } = row;
  if (join !== undefined) {
    const [first] = kept as [Taken];
    return write(row, { ...first, value: kept.map(({ value }) => String(value)).join(join) }, into, writing);
  }
  for (const one of kept) {
    const outcome = write(row, one, into, writing);
    if (outcome !== 'written') return outcome;
  }
  return 'written';
}

function write(row: ValueRow | TextsRow, taken: Taken, into: Builder, writing: OutWriting): RowOutcome {
  const { value, node } = taken;
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    writing.report(row, node, {
      message: `${value} is no whole number, and would not be exact in ${row.to.text}.`,
      hint: 'Let an expression give a decimal or a text: decimal(source.quantity), text(…).',
    });
    return 'refused';
  }
  const content = typeof value === 'boolean' ? value : String(value);
  const as: TargetNode['as'] =
    row.as === 'number' || (typeof value === 'number' && row.as !== 'text')
      ? 'number'
      : row.as === 'text'
        ? 'text'
        : undefined;
  const origin = { row, place: documentPlace(node) };
  const isList = row.as === 'list' || (row.does === 'texts' && row.join === undefined);
  if (row.to.attribute !== undefined) into.at(row.to.names).setAttribute(row.to.attribute, String(value));
  else if (isList) {
    const entry = writing.newBuilder(row.to.names.at(-1) ?? '', '');
    entry.setContent(content, as, origin);
    into.at(row.to.names.slice(0, -1)).add(entry, 'entry');
  } else into.at(row.to.names).setContent(content, as, origin);
  writing.trace?.(traceOf(row, into.under(row.to.text), taken, content));
  return 'written';
}

function traceOf(row: ValueRow | TextsRow, to: string, { node, raw, steps, note }: Taken, content: string | boolean) {
  return {
    to,
    row: row.at,
    ...(raw === undefined ? {} : { source: { path: documentPlace(node) }, raw }),
    steps,
    result: JSON.stringify(content),
    ...(note === undefined ? {} : { note }),
  };
}

function isBlank(value: StepValue | bigint): boolean {
  return typeof value === 'string' && value.trim() === '';
}

function shown({ value }: Taken): string {
  return String(value).slice(0, 60);
}
