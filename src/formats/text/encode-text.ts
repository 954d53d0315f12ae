import { WINDOWS_1252 } from './encoding.table.ts';

/** Encodings that we write: what Visma and the senders of invoices read. */
export type OutputEncoding = 'UTF-8' | 'windows-1252' | 'ISO-8859-1';

const BYTES_OF_WINDOWS_1252: ReadonlyMap<string, number> = new Map(
  [...WINDOWS_1252].flatMap((character, index) => (character === '\0' ? [] : [[character, 0x80 + index] as const])),
);

/**
 * Text as bytes. `instead` says in plain ASCII what stands for a character that the encoding does not have: nothing is
 * ever dropped or replaced by a question mark. UTF-8 has every character; half a surrogate pair is the caller's to refuse.
 */
export function encodeText(text: string, encoding: OutputEncoding, instead: (codePoint: number) => string): Uint8Array {
  if (encoding === 'UTF-8') return new TextEncoder().encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    const byte = byteOf(character, codePoint, encoding);
    if (byte === undefined) bytes.push(...new TextEncoder().encode(instead(codePoint)));
    else bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** ISO-8859-1 has the control characters 80-9F, windows-1252 has other characters there. */
function byteOf(character: string, codePoint: number, encoding: OutputEncoding): number | undefined {
  if (codePoint < 0x80) return codePoint;
  if (encoding === 'windows-1252' && codePoint < 0xa0) return undefined;
  if (codePoint <= 0xff) return codePoint;
  return encoding === 'windows-1252' ? BYTES_OF_WINDOWS_1252.get(character) : undefined;
}
