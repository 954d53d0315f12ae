import { Fault } from '../../domain/fault.ts';
import { ENCODINGS, type Encoding } from './encoding.table.ts';
import type { LineColumn } from './line-index.ts';

/** Bytes that are no character, and the good text of their piece before them. */
export interface InvalidBytes {
  text: string;
  /** Of the first bad bytes. */
  byte: number;
}

/** The fault for bytes of a piece that did not decode. `at`: line and column of the first bad ones. */
export function invalidBytesFault(encoding: Encoding, piece: Uint8Array, byte: number, at: LineColumn): Fault {
  const shown = [...piece.subarray(byte, byte + encoding.unit)]
    .map((value) => value.toString(16).padStart(2, '0'))
    .join(' ');
  return new Fault(
    'ENCODING_INVALID',
    `The bytes from ${shown} on are no character of ${encoding.name}, as which this file is read.`,
    {
      hint: 'Write the file in the encoding that it declares, without a declaration in UTF-8; or say under source in its mapping how it is written (encoding: windows-1252).',
      at,
    },
  );
}

/** Where the bad bytes of a piece stand. Looked for only now: decoding itself just says that there are some. */
export function firstInvalidByte(encoding: Encoding, piece: Uint8Array): InvalidBytes {
  const multi =
    encoding === ENCODINGS['utf-8'] ? 'utf-8' : encoding === ENCODINGS['utf-16le'] ? 'utf-16le' : 'utf-16be';
  if (encoding.unit === 1 && multi !== 'utf-8') return firstInvalidSingleByte(encoding, piece);
  const lenient = new TextDecoder(multi, { ignoreBOM: true }).decode(piece);
  // A lenient decoder writes U+FFFD where it is at a loss; one that stands in the bytes themselves is no loss.
  const replacement =
    encoding === ENCODINGS['utf-8'] ? [0xef, 0xbf, 0xbd] : multi === 'utf-16le' ? [0xfd, 0xff] : [0xff, 0xfd];
  let byte = 0;
  let read = 0;
  for (let found = lenient.indexOf('\ufffd'); found >= 0; found = lenient.indexOf('\ufffd', found + 1)) {
    const between = lenient.slice(read, found);
    byte += multi === 'utf-8' ? Buffer.byteLength(between) : 2 * between.length;
    read = found;
    if (!replacement.every((value, index) => piece[byte + index] === value))
      return { byte, text: lenient.slice(0, found) };
  }
  return { byte: piece.byteLength, text: lenient };
}

function firstInvalidSingleByte(encoding: Encoding, piece: Uint8Array): InvalidBytes {
  for (let byte = 0; byte < piece.byteLength; byte += 1) {
    try {
      encoding.decode(piece.subarray(byte, byte + 1));
    } catch {
      return { byte, text: encoding.decode(piece.subarray(0, byte)) };
    }
  }
  return { byte: piece.byteLength, text: encoding.decode(piece) };
}
