import type { Step, Term } from '../../rules/order-match/calculation/step.ts';
import type { FigureKind } from '../../rules/order-match/calculation/step.table.ts';
import { type Language, text } from '../../texts/text.ts';
import { amountText, moneyText, percentText } from '../amount-text.ts';
import type { FigureRow } from './figure-table.ts';

/** A step of a calculation as a row: `line 1: goods  48 x 64.00 = 3 072.00`. */
export function stepRow(step: Step, language: Language): FigureRow {
  const { name, of, terms, result, as, how } = step;
  return {
    label: text(language, `step.${name}`, { of }),
    pieces: formulaPieces(terms, language),
    result: figureText(result, as),
    note: how === 'exact' ? '' : text(language, `how.${how}`),
  };
}

/** The terms with what is done with them; the smaller of two is said in words. */
export function formulaPieces(terms: readonly Term[], language: Language): string[] {
  const [first, second] = terms;
  if (first !== undefined && second?.operator === 'smaller-of') {
    const values = { first: valueText(first, language), second: valueText(second, language) };
    return [text(language, 'term.smaller-of', values)];
  }
  return terms.map((term, index) => (index === 0 ? valueText(term, language) : laterTerm(term, language)));
}

/** A negative value in a sum turns its sign round, so that no two signs meet. */
function laterTerm(term: Term, language: Language): string {
  const { operator, value } = term;
  if ((operator === '+' || operator === '-') && value.startsWith('-')) {
    return `${operator === '+' ? '-' : '+'} ${valueText({ ...term, value: value.slice(1) }, language)}`;
  }
  return `${operator} ${valueText(term, language)}`;
}

/** A reason that a supplier wrote is cut here: it names the term, and the invoice has all of it. */
const QUOTED_CHARACTERS = 40;

/** A value with what it is, and with what stands on the invoice beside it in quotation marks. */
function valueText({ value, as, name, of }: Term, language: Language): string {
  const words = name === undefined ? [] : [text(language, `term.${name}`)];
  const isOurs = name === 'line' || name === 'all-lines' || name === undefined;
  return [figureText(value, as), ...words, ...(of === undefined ? [] : [isOurs ? of : quoted(of)])].join(' ');
}

function quoted(words: string): string {
  const plain = [
    ...words
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .replaceAll('"', "'")
      .trim(),
  ];
  return `"${plain.length > QUOTED_CHARACTERS ? `${plain.slice(0, QUOTED_CHARACTERS).join('')}…` : plain.join('')}"`;
}

/** A figure by its kind: money and prices with two decimals or more, quantities and rates as they are written. */
function figureText(value: string, as: FigureKind): string {
  if (as === 'percent') return percentText(value);
  return as === 'quantity' ? amountText(value) : moneyText(value);
}
