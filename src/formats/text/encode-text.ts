import { WINDOWS_1252 } from './encoding.table.ts';

/** Encodings that we write: what Visma, ePack and the senders of invoices read. */
export type OutputEncoding = 'UTF-8' | 'UTF-16LE' | 'windows-1252' | 'ISO-8859-1';

const BYTES_OF_WINDOWS_1252: ReadonlyMap<string, number> = new Map(
  [...WINDOWS_1252].flatMap((character, index) => (character === '\0' ? [] : [[character, 0x80 + index] as const])),
);

/**
 * Text as bytes. `instead` says in plain ASCII what stands for a character that the encoding does not have: nothing is
 * ever dropped or replaced by a question mark. UTF-8 and UTF-16 have every character; half a surrogate pair is the
 * caller's to refuse.
 */
export function encodeText(text: string, encoding: OutputEncoding, instead: (codePoint: number) => string): Uint8Array {
  if (encoding === 'UTF-8') return new TextEncoder().encode(text);
  if (encoding === 'UTF-16LE') return utf16le(text);
  const bytes: number[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    const byte = byteOf(character, codePoint, encoding);
    if (byte !== undefined) bytes.push(byte);
    else for (const other of new TextEncoder().encode(instead(codePoint))) bytes.push(other);
  }
  return Uint8Array.from(bytes);
}

/** The first character of a text that the encoding does not have, and which character of the text it is, from 1; half a surrogate pair no encoding has. */
export function characterNotInEncoding(
  text: string,
  encoding: OutputEncoding,
): { character: string; position: number } | undefined {
  const whole = encoding === 'UTF-8' || encoding === 'UTF-16LE';
  if (whole && text.isWellFormed()) return undefined;
  let position = 0;
  for (const character of text) {
    position += 1;
    const codePoint = character.codePointAt(0) as number;
    const lacks = whole ? !character.isWellFormed() : byteOf(character, codePoint, encoding) === undefined;
    if (lacks) return { character, position };
  }
  return undefined;
}

type SingleByte = Exclude<OutputEncoding, 'UTF-8' | 'UTF-16LE'>;

/** ISO-8859-1 has the control characters 80-9F, windows-1252 has other characters there. */
function byteOf(character: string, codePoint: number, encoding: SingleByte): number | undefined {
  if (codePoint < 0x80) return codePoint;
  if (encoding === 'windows-1252' && codePoint < 0xa0) return undefined;
  if (codePoint <= 0xff) return codePoint;
  return encoding === 'windows-1252' ? BYTES_OF_WINDOWS_1252.get(character) : undefined;
}

function utf16le(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), true);
  return bytes;
}
