import { distance } from 'fastest-levenshtein';

/**
 * The known word that somebody probably meant by a misspelt one: the nearest, and only where no more than a third
 * of its letters differ (at least one, so that a slip in a short word is found too). Case, spaces, dashes and
 * underscores do not count: `time_zone` means `timeZone`. A beginning that fits one word only means that word.
 */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const asked = folded(word);
  const prefixed = known.filter((candidate) => asked.length >= 3 && folded(candidate).startsWith(asked));
  if (prefixed.length === 1) return prefixed[0];
  let best: { candidate: string; letters: number } | undefined;
  for (const candidate of known) {
    const letters = isSwapped(asked, folded(candidate)) ? 1 : distance(asked, folded(candidate));
    if (best === undefined || letters < best.letters) best = { candidate, letters };
  }
  if (best === undefined) return undefined;
  const allowed = Math.max(1, Math.floor(Math.max(best.candidate.length, word.length) / 3));
  return best.letters <= allowed ? best.candidate : undefined;
}

/** Two letters beside each other the wrong way round are one slip, not two: form means from. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) && at + 1 < a.length;
}

function folded(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}
