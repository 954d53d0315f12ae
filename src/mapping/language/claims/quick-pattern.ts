/** A regular expression that ends in time on every text, or what is wrong with it. */
export type QuickPattern = { pattern: RegExp } | { problem: string; hint: string };

/** So many repetitions without an end may stand one after the other: each multiplies the time by the length of the text. */
const MOST_REPETITIONS = 3;

interface Group {
  /** Something in it is repeated, or may be this or that. */
  varies: boolean;
}

/**
 * Compiles a pattern of a mapping. What could take for ever on a text that nearly fits is refused: a repetition of
 * something that is itself repeated or may be this or that, and many repetitions one after the other.
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
    hint: 'Write it with one repetition.',
  };
}

function slowPart(text: string): string | undefined {
  const bare = text.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const groups: Group[] = [{ varies: false }];
  let repetitions = 0;
  let closed: Group | undefined;
  for (let at = 0; at < bare.length; at += 1) {
    const sign = bare[at] ?? '';
    const repeats = sign === '*' || sign === '+' || (sign === '{' && /^\{\d+(?:,\d*)?\}/.test(bare.slice(at)));
    const inner = groups.at(-1) ?? { varies: false };
    if (repeats) {
      if (closed?.varies === true) return 'repeats a repetition or a choice';
      repetitions += 1;
      inner.varies = true;
    } else if (sign === '|') inner.varies = true;
    closed = undefined;
    if (sign === '(') groups.push({ varies: false });
    if (sign === ')' && groups.length > 1) {
      closed = groups.pop();
      const outer = groups.at(-1);
      if (outer !== undefined && closed?.varies === true) outer.varies = true;
    }
  }
  if (/\\[1-9]|\\k</.test(text)) return 'refers back to what it found';
  return repetitions > MOST_REPETITIONS ? 'has many repetitions' : undefined;
}
