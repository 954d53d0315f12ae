import type { XmlElement } from '../../../formats/xml/xml-tree.ts';
import type { CompiledPath, Found } from '../paths/compile-path.ts';
import type { Expression, StepRefusal, StepValue, ValueStep } from '../value-steps.ts';
import { isOwnStep } from './field-steps.ts';
import { REFUSED } from './compiled-row.ts';
import { rowText, type RowName, type Run } from './run.ts';

/** How the values of a row become the value of its field. */
export interface ValueReading {
  name: RowName;
  /** Converters, look-up, and what the type of the field needs, one after the other. */
  steps: readonly ValueStep[];
  firstCounts: boolean;
  /** What the field is left out without, where it is stated twice and differently. */
  informs: boolean;
}

type Value = StepValue | undefined | typeof REFUSED;

/** One value of the file: all that the path finds have to be alike, unless the first counts. */
export function singleValue(path: CompiledPath, reading: ValueReading, context: XmlElement, run: Run): Value {
  const found = path.values(context, run.top);
  const first = found[0];
  if (first === undefined) return undefined;
  const value = converted(reading, first, run);
  if (value === REFUSED || found.length === 1 || reading.firstCounts) return value;
  for (let index = 1; index < found.length; index += 1) {
    const other = found[index] as Found;
    const again = converted(reading, other, run);
    if (again === value) continue;
    if (again !== REFUSED) run.add(statedTwice(reading, first.text, other.text, run), other.element, other.attribute);
    return REFUSED;
  }
  return value;
}

/** Each value of the file, converted; those that are refused are left out, reported. */
export function allValues(path: CompiledPath, reading: ValueReading, context: XmlElement, run: Run): StepValue[] {
  const values: StepValue[] = [];
  for (const found of path.values(context, run.top)) {
    const value = converted(reading, found, run);
    if (value !== undefined && value !== REFUSED) values.push(value);
  }
  return values;
}

/** The value of an expression, converted as one of the file is. */
export function expressionValue(expression: Expression, reading: ValueReading, context: XmlElement, run: Run): Value {
  const { constant } = expression;
  const told = constant === undefined ? expression.evaluate(run.scope(context)) : { value: constant };
  if ('nothing' in told) return undefined;
  if ('refused' in told) return refuse(reading, told, undefined, context, run);
  run.stated += 1;
  return through(reading, told.value, undefined, context, run);
}

function converted(reading: ValueReading, found: Found, run: Run): Value {
  run.stated += 1;
  run.context.recorder?.read(found.element, found.attribute);
  run.steps.element = found.element;
  return through(reading, found.text, found, found.element, run);
}

function through(
  reading: ValueReading,
  raw: StepValue,
  found: Found | undefined,
  element: XmlElement,
  run: Run,
): Value {
  if (run.traces) return traced(reading, raw, found, element, run);
  let value = raw;
  for (const step of reading.steps) {
    const result = step.in(value, run.steps);
    if ('nothing' in result) return undefined;
    if ('refused' in result) return refuse(reading, result, found, element, run);
    value = result.value;
  }
  return value;
}

function traced(reading: ValueReading, raw: StepValue, found: Found | undefined, element: XmlElement, run: Run): Value {
  let value: Value = raw;
  const steps: { step: string; result: string }[] = [];
  let note: string | undefined;
  for (const step of reading.steps) {
    const result = step.in(value as StepValue, run.steps);
    if ('value' in result) {
      const isSame = isOwnStep(step) && result.value === value;
      value = result.value;
      if (!isSame) steps.push({ step: step.name, result: JSON.stringify(value) });
      continue;
    }
    value = 'refused' in result ? refuse(reading, result, found, element, run) : undefined;
    note = 'refused' in result ? `${step.name}: ${result.refused}` : `${step.name}: nothing`;
    break;
  }
  run.trace(reading.name, {
    ...(found === undefined ? {} : { source: run.placeOf(found.element, found.attribute), raw: found.text }),
    steps,
    ...(value === REFUSED || value === undefined ? {} : { result: JSON.stringify(value) }),
    ...(note === undefined ? (found === undefined ? { note: 'expression' } : {}) : { note }),
  });
  return value;
}

function refuse(
  reading: ValueReading,
  refusal: Pick<StepRefusal, 'refused' | 'hint' | 'severity' | 'code'>,
  found: Found | undefined,
  element: XmlElement,
  run: Run,
): typeof REFUSED {
  const isWarning = refusal.severity === 'warning';
  run.add(
    {
      code: refusal.code ?? (isWarning ? 'VALUE_UNUSABLE' : 'VALUE_INVALID'),
      severity: isWarning ? 'warning' : 'error',
      message: `${refusal.refused} It is read for "${run.field(reading.name.to)}" (${rowText(reading.name.at)}).`,
      hint: refusal.hint,
    },
    element,
    found?.attribute ?? null,
  );
  return REFUSED;
}

const STATE_IT_ONCE =
  'State it once: which one counts is not for the reader to guess. Where the first always counts, the mapping may say "firstCounts: true".';

/** What only informs is left out; anything else refuses the record. */
function statedTwice({ name, informs }: ValueReading, first: string, other: string, run: Run) {
  const stated = `This is stated more than once, as "${first.slice(0, 60)}" and as "${other.slice(0, 60)}"`;
  const message = `${stated}: "${run.field(name.to)}" takes one value (${rowText(name.at)}).`;
  return informs
    ? ({
        severity: 'warning',
        code: 'VALUE_UNUSABLE',
        message: `${message} It is left out.`,
        hint: STATE_IT_ONCE,
      } as const)
    : ({ severity: 'error', code: 'VALUE_INVALID', message, hint: STATE_IT_ONCE } as const);
}
