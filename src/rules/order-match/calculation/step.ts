import {
  type Decimal,
  decimal,
  decimalText,
  divide,
  equal,
  isNegative,
  isZero,
  min,
  round,
} from '../../../domain/decimal.ts';
import type { DecimalText } from '../../../domain/documents.generated.ts';
import { type FigureKind, STEPS, type StepName, type TermName } from './step.table.ts';

/** One value of a calculation, and what is done with it; a first term stands for itself. */
export interface Term {
  operator: '+' | '-' | 'x' | '/' | 'smaller-of';
  value: DecimalText;
  as: FigureKind;
  name?: TermName;
  /** What stands on the invoice beside it: the reason of a charge, the number of a line. */
  of?: string;
}

/** A figure and what it is made of: from left to right, as a pocket calculator takes it. */
export interface Step {
  name: StepName;
  /** The line, rate or order that it speaks of. */
  of?: string;
  terms: readonly Term[];
  result: DecimalText;
  as: FigureKind;
  /** How the result follows: as it is, rounded to its decimals, never below zero, or as somebody states it. */
  how: 'exact' | 'rounded' | 'at-least-zero' | 'as-stated' | 'as-decided';
}

/** Of a quotient on the way: more than any result is rounded to. */
const QUOTIENT_DECIMALS = 20;

/** What the terms give, from left to right. */
export function outcomeOf(terms: readonly Pick<Term, 'operator' | 'value'>[]): Decimal {
  const [first, ...others] = terms;
  let value = decimal(first?.value ?? '0');
  for (const { operator, value: text } of others) value = OPERATIONS[operator](value, decimal(text));
  return value;
}

const OPERATIONS: Readonly<Record<Term['operator'], (a: Decimal, b: Decimal) => Decimal>> = {
  '+': (a, b) => a.plus(b),
  '-': (a, b) => a.minus(b),
  x: (a, b) => a.times(b),
  '/': (a, b) => divide(a, b, QUOTIENT_DECIMALS),
  'smaller-of': min,
};

/** A step whose result is known: how it follows from its terms is found out. */
export function step(name: StepName, terms: readonly Term[], result: DecimalText, of?: string): Step {
  const { as } = STEPS[name];
  return { name, ...(of === undefined ? {} : { of }), terms, result, as, how: howOf(name, outcomeOf(terms), result) };
}

function howOf(name: StepName, value: Decimal, text: DecimalText): Step['how'] {
  const result = decimal(text);
  const { otherwise } = STEPS[name];
  if (equal(value, result)) return 'exact';
  if (otherwise === 'at-least-zero') return isNegative(value) && isZero(result) ? otherwise : 'as-decided';
  return equal(round(value, text.split('.')[1]?.length ?? 0), result) ? 'rounded' : otherwise;
}

/** A term as it enters a sum. */
export function plus(value: DecimalText, name?: TermName, of?: string): Term {
  return term('+', value, 'money', name, of);
}

export function minus(value: DecimalText, name?: TermName, of?: string): Term {
  return term('-', value, 'money', name, of);
}

/** Any other term. */
export function term(
  operator: Term['operator'],
  value: DecimalText,
  as: FigureKind,
  name?: TermName,
  of?: string,
): Term {
  return { operator, value, as, ...(name === undefined ? {} : { name }), ...(of === undefined ? {} : { of }) };
}

/** The result of terms that nobody has stated, with at least `decimals` decimals. */
export function computed(name: StepName, terms: readonly Term[], decimals: number, of?: string): Step {
  const value = outcomeOf(terms);
  const text = decimalText(value);
  return step(name, terms, (text.split('.')[1]?.length ?? 0) < decimals ? value.toFixed(decimals) : text, of);
}
