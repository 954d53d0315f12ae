/** Shorter texts are copies anyway when they are cut from a longer one. */
const LONGEST_COPIED = 12;

/**
 * The same text in memory of its own. A text that was cut from a piece of a file keeps the whole piece in memory: where a
 * few texts stay of a large file, they would keep all of it.
 */
export function ownCopy(text: string): string {
  return text.length > LONGEST_COPIED ? Buffer.from(text, 'utf16le').toString('utf16le') : text;
}
