/** A function of expressions, for the reference and for what is allowed. */
export interface ExpressionFunction {
  /** `call`: name(x). `method`: x.name(y). `list`: x.name(entry, …), which goes through a list. */
  kind: 'call' | 'method' | 'list';
  form: string;
  says: string;
}

/** The closed list of what expressions may call. */
export const EXPRESSION_FUNCTIONS: Readonly<Record<string, readonly ExpressionFunction[]>> = {
  decimal: [
    {
      kind: 'call',
      form: 'decimal(x)',
      says: 'An exact number of a text or a whole number. In a mapping in, the text is read as source says (decimal, thousands). With + - * / and comparisons, also with whole numbers; a quotient that does not end is rounded to 20 decimals, half away from zero.',
    },
  ],
  round: [{ kind: 'call', form: 'round(number, decimals)', says: 'Rounded half away from zero.' }],
  sum: [
    {
      kind: 'call',
      form: 'sum(list)',
      says: 'The sum of a list of numbers: sum(list(source.Line).map(line, decimal(line.Amount))).',
    },
  ],
  text: [
    { kind: 'call', form: 'text(x)', says: 'The text of a number or a flag; of an object the text that stands in it.' },
    {
      kind: 'call',
      form: 'text(number, decimals)',
      says: 'A number with exactly so many decimals, rounded half away from zero.',
    },
  ],
  int: [{ kind: 'call', form: 'int(x)', says: 'A whole number of a text.' }],
  bool: [{ kind: 'call', form: 'bool(x)', says: 'A flag of the texts true, 1, false and 0.' }],
  list: [
    {
      kind: 'call',
      form: 'list(x)',
      says: 'A list, also where x stands once only. A name that stands several times is a list, one that stands once is not.',
    },
  ],
  has: [
    {
      kind: 'call',
      form: 'has(source.Name)',
      says: 'Is it there? Blanks are nothing. Where a name before the last is missing, it is not there.',
    },
  ],
  size: [
    { kind: 'call', form: 'size(x)', says: 'How many characters a text has, or entries a list.' },
    { kind: 'method', form: 'x.size()', says: 'The same.' },
  ],
  startsWith: [{ kind: 'method', form: 'text.startsWith("A")', says: 'Does the text begin so?' }],
  endsWith: [{ kind: 'method', form: 'text.endsWith("A")', says: 'Does the text end so?' }],
  contains: [{ kind: 'method', form: 'text.contains("A")', says: 'Does it stand in the text?' }],
  indexOf: [
    { kind: 'method', form: 'text.indexOf("A")', says: 'Where it stands in the text, from 0; -1 where it does not.' },
  ],
  lastIndexOf: [{ kind: 'method', form: 'text.lastIndexOf("A")', says: 'Where it stands last.' }],
  substring: [
    {
      kind: 'method',
      form: 'text.substring(2, 5)',
      says: 'The characters from the first position, from 0, up to before the second.',
    },
  ],
  replace: [
    { kind: 'method', form: 'text.replace("A", "B")', says: 'Writes the second in place of the first, everywhere.' },
  ],
  lowerAscii: [{ kind: 'method', form: 'text.lowerAscii()', says: 'Small letters.' }],
  upperAscii: [{ kind: 'method', form: 'text.upperAscii()', says: 'Capital letters.' }],
  trim: [{ kind: 'method', form: 'text.trim()', says: 'Without blanks around.' }],
  split: [
    { kind: 'method', form: 'text.split("-")', says: 'The parts of a text: source.Ref.split("-")[0] is the first.' },
  ],
  join: [{ kind: 'method', form: 'list.join(", ")', says: 'One text of a list of texts.' }],
  all: [{ kind: 'list', form: 'list(source.Line).all(line, line.Type == "A")', says: 'Is it so for each of them?' }],
  exists: [
    { kind: 'list', form: 'list(source.Line).exists(line, line.Type == "A")', says: 'Is it so for one at least?' },
  ],
  exists_one: [
    { kind: 'list', form: 'list(source.Line).exists_one(line, line.Type == "A")', says: 'Is it so for exactly one?' },
  ],
  filter: [
    { kind: 'list', form: 'list(source.Line).filter(line, line.Type == "A")', says: 'Those for which it is so.' },
  ],
  map: [{ kind: 'list', form: 'list(source.Line).map(line, line.No)', says: 'A list of what is made of each.' }],
};
