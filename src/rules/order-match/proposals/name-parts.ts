import { foldText } from '../../identity/fold-text.ts';

/** A name taken apart for comparison: its words and the runs of three letters in them, each once. */
export interface NameParts {
  words: ReadonlySet<string>;
  trigrams: ReadonlySet<string>;
}

/** Letters that no decomposition takes apart, and what people write for them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', œ: 'oe', đ: 'd', ł: 'l', þ: 'th', ð: 'd' };

/** Letters or digits; a longer run counts as several. */
const WORD = /\p{L}{1,60}|\p{N}{1,60}/gu;
/** Words of a name that are compared: more is a text, not a name. */
const MOST_WORDS = 50;

/**
 * The parts of a name: folded (Unicode NFKC, case), without diacritics, numbers apart from letters, so that
 * "Blåbærsyltetøy 500g" and "BLABAERSYLTETOY 500 G" have the same. The order of words does not count.
 */
export function nameParts(text: string): NameParts {
  const plain = foldText(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[æøœđłþð]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
  const all = [...new Set(plain.match(WORD) ?? [])];
  const words = new Set(all.length > MOST_WORDS ? all.sort().slice(0, MOST_WORDS) : all);
  const trigrams = new Set<string>();
  for (const word of words) {
    const letters = [...`  ${word} `];
    for (let start = 0; start + 3 <= letters.length; start += 1) trigrams.add(letters.slice(start, start + 3).join(''));
  }
  return { words, trigrams };
}

/**
 * How alike two names are, per mille: the mean of what they share in words and in trigrams (Dice: twice the shared over
 * the sum), in whole numbers. Symmetric, 0 to 1000; 1000 is the same words, 0 nothing in common or nothing said.
 */
export function similarity(a: NameParts, b: NameParts): number {
  return similarityOf(a, b, sharedOf(a.trigrams, b.trigrams));
}

/** The same, where the shared trigrams are counted already. */
export function similarityOf(a: NameParts, b: NameParts, sharedTrigrams: number): number {
  const shared = perMille(sharedOf(a.words, b.words), a.words.size + b.words.size);
  return Math.floor((shared + perMille(sharedTrigrams, a.trigrams.size + b.trigrams.size)) / 2);
}

function sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const one of fewer) if (more.has(one)) shared += 1;
  return shared;
}

function perMille(shared: number, sizes: number): number {
  return sizes === 0 ? 0 : Math.floor((2000 * shared) / sizes);
}
