/** ASCII: by far the most, and nothing but its case can differ. */
const PLAIN = /^[ -~]*$/;

/**
 * Text as it is compared without regard to case, width and composition: Unicode NFKC, and upper case before lower
 * case, so that "ß" and "SS", "ﬁ" and "FI" meet. No locale: the same on every machine.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

/** Folded, and nothing left but letters and digits: how numbers are compared that people write with spaces and dashes. */
export function lettersAndDigits(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}
