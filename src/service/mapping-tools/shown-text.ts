/** The text of a file for people, whatever is in it: what cannot be read in its encoding is shown as a mark. */
export function shownText(bytes: Uint8Array, encoding = 'utf-8'): string {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return new TextDecoder(marked ?? encoding, { fatal: false }).decode(bytes);
}
