import { EXPRESSION_FUNCTIONS } from '../../mapping/language/values/expression-functions.table.ts';
import { code, page, table } from './markdown.ts';

const NAMES = [
  ['source', 'The object that the row reads from: its children and attributes by name.'],
  ['record', 'The whole record. In a mapping out the object that the whole file is made of.'],
  ['document', 'Only in a mapping out: the whole document.'],
  ['file.name', "Only in a mapping in: the file's name."],
  ['position', 'Which entry of the innermost list this is, from 1.'],
] as const;

const RULES = [
  'A value that stands in a file is a text. Numbers are made of it with `decimal(…)`, exactly: `decimal(source.Amount) / decimal(source.Qty)`.',
  'A name that stands once is a value, one that stands several times a list; `list(…)` makes a list of both. An object is never gone through.',
  'A child that is a text has no names: an attribute of it is `source["Qty@unit"]`. An attribute of the object itself is `source.No`, or `source["@No"]` where a child is called so too. Names with other characters than A to Z, digits and _ are `source["Beløp"]`. Prefixes of namespaces are left out.',
  'What is missing is nothing: a value then counts as not found (`optional`, `default`), a condition is refused: ask `has(…)` first.',
  'Texts stand in double or single quotes, `+` joins them, `? :` chooses: `source.Type == "A" ? "1" : "2"`. Comparisons, `&&`, `||`, `!` and `in` are as everywhere.',
  'Numbers with a point are refused (`1.5`): they would not be exact. Write `decimal("1.5")`. Texts are not compared as numbers.',
  'An expression has 2,000 characters at most; a list can be gone through within one other list, not deeper.',
] as const;

/** expressions.md: what `value` and `when` of mapping files can say. */
export function expressionPage(): string {
  const functions = Object.values(EXPRESSION_FUNCTIONS).flat();
  return page(
    'Expressions',
    'What `value` and `when` in a row of a mapping file can say. The language is CEL, with exact decimals and without everything that depends on a clock or a pattern.',
    table(
      ['Name', 'What it is'],
      NAMES.map(([name, says]) => [code(name), says]),
    ),
    RULES.map((rule) => `- ${rule}`).join('\n'),
    table(
      ['Function', 'What it does'],
      functions.map(({ form, says }) => [code(form), says]),
    ),
  );
}
