import { decimal, sum } from '../../../domain/decimal.ts';
import type { Term } from './step.ts';

/** Terms of a sum that are shown one by one: nobody adds up hundreds of them by hand. */
const MOST_TERMS = 24;

/** The terms of a sum, all with the same sign, or one for all of them where they are many. */
export function fewTerms(terms: readonly Term[]): Term[] {
  const [first] = terms;
  if (first === undefined || terms.length <= MOST_TERMS) return [...terms];
  const total = sum(terms.map(({ value }) => decimal(value))).toFixed();
  return [{ operator: first.operator, value: total, as: 'money', name: 'all-lines', of: String(terms.length) }];
}
