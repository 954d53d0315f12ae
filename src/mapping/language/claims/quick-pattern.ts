/** A regular expression that ends in time on every text, or what is wrong with it. */
export type QuickPattern = { pattern: RegExp } | { problem: string; hint: string };

/**
 * So many repetitions may stand one after the other: each multiplies the time by the length of the text, and so does
 * a pattern that need not begin where the text does.
 */
const MOST_REPETITIONS = 3;

/** So many ways to fit one text may be left to choose from: each part that may be missing, or be this or that, multiplies them. */
const MOST_WAYS = 1_000;

interface Group {
  /** Something in it is repeated, may be missing, or may be this or that. */
  varies: boolean;
  /** So many things it may be. */
  choices: number;
}

/**
 * Compiles a pattern of a mapping. What could take for ever on a text that nearly fits is refused: a repetition of
 * something that is itself repeated, may be missing or may be this or that, and many of these one after the other.
 */
export function quickPattern(text: string): QuickPattern {
  let pattern: RegExp;
  try {
    pattern = new RegExp(text, 'u');
  } catch {
    const hint = 'Signs as . + ( ) [ ] have a meaning there; write \\. for a point.';
    return { problem: `"${text}" is not a regular expression.`, hint };
  }
  const slow = slowPart(text);
  if (slow === undefined) return { pattern };
  return {
    problem: `"${text}" ${slow}, and could take for ever on a long text.`,
    hint: 'Begin it with ^, and write it with one repetition.',
  };
}

function slowPart(text: string): string | undefined {
  const bare = text.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const groups: Group[] = [{ varies: false, choices: 1 }];
  let repetitions = 0;
  let ways = 1;
  let closed: Group | undefined;
  for (let at = 0; at < bare.length; at += 1) {
    const sign = bare[at] ?? '';
    const repeats = sign === '*' || sign === '+' || (sign === '{' && /^\{\d+(?:,\d*)?\}/.test(bare.slice(at)));
    const mayBeMissing = sign === '?' && !/[*+?}(]/.test(bare[at - 1] ?? '(');
    const inner = groups.at(-1) ?? { varies: false, choices: 1 };
    if (repeats) {
      if (closed?.varies === true) return 'repeats a repetition or a choice';
      repetitions += 1;
      inner.varies = true;
    } else if (mayBeMissing) {
      inner.varies = true;
      ways *= 2;
    } else if (sign === '|') {
      inner.varies = true;
      inner.choices += 1;
    }
    closed = undefined;
    if (sign === '(') groups.push({ varies: false, choices: 1 });
    if (sign === ')' && groups.length > 1) {
      closed = groups.pop();
      ways *= closed?.choices ?? 1;
      const outer = groups.at(-1);
      if (outer !== undefined && closed?.varies === true) outer.varies = true;
    }
  }
  if (ways > MOST_WAYS) return 'has many parts that may be missing, or be this or that';
  if (/\\[1-9]|\\k</.test(text)) return 'refers back to what it found';
  const isSearched = !text.startsWith('^') || (groups[0]?.choices ?? 1) > 1; // tried at each place of the text
  return repetitions + (isSearched ? 1 : 0) > MOST_REPETITIONS ? 'has many repetitions' : undefined;
}
