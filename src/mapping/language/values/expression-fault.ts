import { didYouMean } from '../../../domain/did-you-mean.ts';

/** What the language says of a fault: its code, its words, and where it stands. */
export interface LanguageFault {
  code: string;
  summary: string;
  range: { start: number; end: number } | undefined;
}

interface Said {
  problem: string;
  hint: string;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  decimal: 'a number',
  bool: 'a flag',
  object: 'an object',
  null: 'nothing',
  dyn: 'what stands in the file',
  double: 'a number that is not exact',
};

const TYPES_HINT =
  'Numbers are made with decimal(…), texts with text(…), lists with list(…); flags are compared with && and ||.';

/** Codes of the language in our words; `part` is the text that the fault stands in. */
const SAYINGS: Readonly<Record<string, (summary: string, part: string) => Said>> = {
  unknown_variable: (summary) => said(`There is no ${after(summary)}.`, ''),
  no_such_overload: (summary) => said(`${operation(after(summary))} cannot be done.`, TYPES_HINT),
  no_matching_overload: (summary) =>
    said(`${/'([^']*)'/.exec(summary)?.[1] ?? 'This function'} does not take these values.`, TYPES_HINT),
  no_such_key: (summary) => said(`There is no ${after(summary)} here.`, 'Ask has(…) first where it may be missing.'),
  index_out_of_bounds: () =>
    said('The list has no such entry.', 'Entries count from 0; ask size(…) first where there may be fewer.'),
  index_out_of_range: () => said('The text is shorter than that.', 'Positions count from 0; ask size(…) first.'),
  incompatible_ternary_branches: () =>
    said('Both sides of ? … : … must be of one kind.', 'Where one is a number, write decimal(…) on both sides.'),
  invalid_condition_type: () => said('What stands before ? must be true or false.', 'Compare it: source.Type == "A".'),
  invalid_logical_operand: () =>
    said('&& and || need true or false on both sides.', 'Compare values: source.Type == "A" && has(source.No).'),
  heterogeneous_list_element: () =>
    said('The entries of a list must be of one kind.', 'Write texts or numbers, not both.'),
  int_conversion_error: (_summary, part) => said(`${part} is no whole number.`, 'For other numbers write decimal(…).'),
  bool_conversion_error: (_summary, part) =>
    said(`${part} is neither true nor false.`, 'For other words compare: source.Ready == "J".'),
  numeric_overflow: () => said('A whole number becomes too long.', 'Write decimal(…) around the first number.'),
  division_by_zero: () => said('Nothing can be divided by zero.', 'Say what counts then: x == 0 ? … : …'),
  modulo_by_zero: () => said('Nothing can be divided by zero.', 'Say what counts then: x == 0 ? … : …'),
  invalid_comprehension_range: () =>
    said('This is no list.', 'Where it may stand once or several times, write list(…) around it.'),
  limit_exceeded: () => said('The expression is too long or too deep.', 'Make several rows of it, or a look-up.'),
  invalid_macro_argument: () =>
    said(
      'has(…) asks for a name: has(source.Name).',
      'For an attribute of a text write "Qty@unit" in source, as ["…"] does not go into has.',
    ),
  unterminated_string: () => said('A quote is not closed.', 'Texts stand in double or single quotes.'),
  newline_in_string: () => said('A quote is not closed on its line.', 'Texts stand in double or single quotes.'),
  unexpected_token: (summary) =>
    said(`${spokenToken(summary)} does not belong here.`, 'Something before it is missing or too much.'),
  expected_token: (summary) => said(`${spokenToken(summary)}.`, 'A bracket or a name is missing.'),
  unexpected_character: (summary) =>
    said(
      `"${after(summary)}" does not belong here.`,
      'Names with other characters than A to Z, digits and _ stand in brackets: source["Beløp"].',
    ),
};

/** A fault of the language in our words. `names`: the variables that there are. */
export function expressionFault(fault: LanguageFault, text: string, names: readonly string[]): Said {
  const part = text.slice(fault.range?.start ?? 0, fault.range?.end ?? text.length);
  const own =
    SAYINGS[fault.code]?.(fault.summary, part) ??
    said(`${fault.summary.replace(/[.\s]+$/, '')}.`, 'The reference of expressions says what can be written.');
  if (fault.code !== 'unknown_variable') return own;
  const near = didYouMean(after(fault.summary), names);
  return {
    ...own,
    hint:
      near === undefined
        ? `An expression begins with ${names.join(', ')}; a text stands in quotes of its own, within those of YAML: '"${after(fault.summary)}"'.`
        : `Did you mean ${near}?`,
  };
}

function said(problem: string, hint: string): Said {
  return { problem, hint };
}

function after(summary: string): string {
  return summary.slice(summary.indexOf(':') + 1).trim();
}

/** `decimal + string` in words. */
function operation(types: string): string {
  const [left = '', operator = '', right = ''] = types.replace(/dyn<([^>]*)>/g, '$1').split(' ');
  const [first, second] = [TYPE_WORDS[left] ?? left, TYPE_WORDS[right] ?? right];
  return right === '' ? types : `${first} ${operator} ${second}`;
}

function spokenToken(summary: string): string {
  const told = summary.replace(/^Unexpected token:\s*/, '').replace(/[.\s]+$/, '');
  return told === 'EOF' ? 'The end of the expression' : told;
}
