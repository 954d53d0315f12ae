import type { StepRefusal, StepResult, StepValue } from '../value-steps.ts';

/** What a step found nothing in. */
export const NOTHING: StepResult = { nothing: true };

/** A value that a step made. */
export function made(value: StepValue): StepResult {
  return { value };
}

/** `"12,5" is not a number.`: what the value is not, with the value, and what to do. */
export function isNot(what: string, value: StepValue, hint: string): StepRefusal {
  return { refused: `${quoted(value)} is not ${what}.`, hint };
}

/** A value between quotes, cut where it is long. */
export function quoted(value: StepValue): string {
  const text = textOf(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

/** A value as it is written: texts as they are, whole numbers with their digits, flags as true and false. */
export function textOf(value: StepValue): string {
  return typeof value === 'string' ? value : String(value);
}
