import { didYouMean } from '../domain/did-you-mean.ts';

/** `Did you mean "x"?` as the beginning of a hint, empty where no known word is near. */
export function didYouMeanHint(word: string, known: readonly string[]): string {
  const best = didYouMean(word, known);
  return best === undefined ? '' : `Did you mean "${best}"?`;
}
