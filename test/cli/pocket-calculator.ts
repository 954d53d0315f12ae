/** An exact fraction: the calculator of the tests shares no arithmetic with the program. */
export interface Fraction {
  over: bigint;
  under: bigint;
}

const NUMBER = /-?\d{1,3}(?: \d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?/;

/** `1 010.50` as a fraction. Throws on what is no number. */
export function fraction(text: string): Fraction {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.replaceAll(' ', '')) ?? [];
  if (whole === '') throw new Error(`no number: "${text}"`);
  return { over: BigInt(`${sign}${whole}${decimals}`), under: 10n ** BigInt(decimals.length) };
}

export function compareFractions(a: Fraction, b: Fraction): number {
  const difference =
    a.over * b.under * sign(b.under) * sign(a.under) - b.over * a.under * sign(a.under) * sign(b.under);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function sign(value: bigint): bigint {
  return value < 0n ? -1n : 1n;
}

const OPERATIONS: Readonly<Record<string, (a: Fraction, b: Fraction) => Fraction>> = {
  '+': (a, b) => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under }),
  '-': (a, b) => ({ over: a.over * b.under - b.over * a.under, under: a.under * b.under }),
  x: (a, b) => ({ over: a.over * b.over, under: a.under * b.under }),
  '/': (a, b) => ({ over: a.over * b.under, under: a.under * b.over }),
};

/** The numbers of a formula in the order in which they are printed. */
export function numbersOf(formula: string): Fraction[] {
  return tokensOf(formula)
    .filter((token) => NUMBER.test(token))
    .map(fraction);
}

/** What a printed formula gives, keyed in from left to right; words between the numbers are passed over. */
export function evaluate(formula: string): Fraction {
  const smaller = /^smaller of (.+) and (.+)$/.exec(plain(formula));
  if (smaller !== null) {
    const [a, b] = [evaluate(smaller[1] ?? ''), evaluate(smaller[2] ?? '')];
    return compareFractions(a, b) <= 0 ? a : b;
  }
  const [first = '', ...others] = tokensOf(formula);
  let value = fraction(first);
  for (let index = 0; index < others.length; index += 2) {
    const operation = OPERATIONS[others[index] ?? ''];
    if (operation === undefined) throw new Error(`no operation "${others[index]}" in "${formula}"`);
    value = operation(value, fraction(others[index + 1] ?? ''));
  }
  return value;
}

/** Numbers and operations; what the program quotes from the invoice, and the numbers of lines, are none. */
function tokensOf(formula: string): string[] {
  return plain(formula).match(new RegExp(`${NUMBER.source}|(?<= )[-+x/](?= )`, 'g')) ?? [];
}

function plain(formula: string): string {
  return formula.replace(/"[^"]*"/g, '').replace(/(order line|together) \S+/g, '$1');
}

/** Rounded half away from zero to as many decimals as the printed result has. */
export function roundedLike(value: Fraction, result: string): Fraction {
  const under = 10n ** BigInt(/\.(\d+)/.exec(result)?.[1]?.length ?? 0);
  const [over, divisor] = [value.over * under * sign(value.under), value.under * sign(value.under)];
  const half = (over < 0n ? -over : over) * 2n + divisor;
  return { over: (half / (divisor * 2n)) * sign(over), under };
}

/** A printed row: what it is called, its formula, what comes out, and the remark behind it. */
export interface PrintedRow {
  label: string;
  formula: string;
  result: string;
  note: string;
}

/** The rows of a page that calculate something, with formulas that go on in the next row joined. */
export function printedRows(page: string): PrintedRow[] {
  const joined: string[] = [];
  for (const line of page.split('\n')) {
    if (/^ {12,}\S/.test(line) && joined.length > 0) joined[joined.length - 1] += ` ${line.trim()}`;
    else joined.push(line);
  }
  return joined.flatMap((line): PrintedRow[] => {
    const [label = '', ...rest] = line.trim().split(/ {2,}(.*)/s);
    const row = (rest[0] ?? '').replace(/ +/g, ' ');
    const parts = /^(?<formula>.*?) = (?<result>-?[\d ]*\d(?:\.\d+)?)(?: %)?(?<note> [a-z].*)?$/u.exec(row)?.groups;
    if (parts === undefined || /[<>]/.test(row)) return [];
    return [
      { label, formula: parts['formula'] ?? '', result: parts['result'] ?? '', note: (parts['note'] ?? '').trim() },
    ];
  });
}

/** A printed limit: two sides, and whether it was kept. */
export interface PrintedLimit {
  left: Fraction;
  right: Fraction;
  sides: readonly string[];
  sign: string;
  kept: boolean;
}

/** The rows of limits: `100.00 x 100 = 10 000.00 <= 5 x 10 100.00 = 50 500.00  kept`. */
export function printedLimits(page: string): PrintedLimit[] {
  const text = page.replace(/\n {12,}(?=\S)/g, ' ');
  return [...text.matchAll(/^ +(?:limit|no deviation).*? {2,}(\S.*?) (<=|>) (.*?) {2,}(kept|exceeded)$/gm)].map(
    ([, left = '', comparison = '', right = '', verdict]) => {
      const sides = [left, right];
      const [a, b] = sides.map((side) => fraction(side.split(' = ').at(-1) ?? ''));
      return { left: a as Fraction, right: b as Fraction, sides, sign: comparison, kept: verdict === 'kept' };
    },
  );
}

/** Are two printed numbers the same? */
export function same(a: string, b: string): boolean {
  return compareFractions(fraction(a), fraction(b)) === 0;
}

/** Is the result what the formula gives, as the remark says? */
export function isRight({ formula, result, note }: PrintedRow): boolean {
  const value = evaluate(formula);
  if (note === 'never below zero') return compareFractions(value, fraction('0')) < 0 && same(result, '0');
  if (note === 'rounded') return compareFractions(roundedLike(value, result), fraction(result)) === 0;
  return note === '' && compareFractions(value, fraction(result)) === 0;
}
