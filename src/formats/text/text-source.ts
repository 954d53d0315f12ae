import { detectEncoding } from './detect-encoding.ts';
import { ENCODINGS, type Encoding, type EncodingKey } from './encoding.table.ts';
import { firstInvalidByte, invalidBytesFault } from './invalid-bytes.ts';
import { lineIndex } from './line-index.ts';

/** Bytes whose encoding is known, ready to be read as text. */
export interface TextSource {
  bytes: Uint8Array;
  encoding: Encoding;
  /** The text lies in `bytes` from `start` up to `end`. */
  start: number;
  end: number;
  /** The bytes stop inside a character: whatever this is, its end is missing. */
  cut: boolean;
}

const PIECE_BYTES = 65_536;

/** Finds out how bytes are to be read; as `otherwise` where they do not say. Throws `ENCODING_INVALID` on an encoding that is not read. */
export function textSource(bytes: Uint8Array, otherwise?: EncodingKey): TextSource {
  const { encoding: key, markBytes } = detectEncoding(bytes, otherwise);
  const encoding = ENCODINGS[key];
  const end = wholeCharacters(bytes, encoding, markBytes, bytes.byteLength);
  return { bytes, encoding, start: markBytes, end, cut: end < bytes.byteLength };
}

/** The whole text. Throws `ENCODING_INVALID` with line and column of the first bytes that are no character. */
export function wholeText(source: TextSource): string {
  const pieces: string[] = [];
  for (const piece of textPieces(source, Number.POSITIVE_INFINITY)) pieces.push(piece);
  return pieces.join('');
}

/** The same text in pieces of some ten thousand characters, so that a large file is never in memory twice. */
export function* textPieces(source: TextSource, pieceBytes = PIECE_BYTES): Generator<string, void, undefined> {
  const { end } = source;
  let from = source.start;
  while (from < end) {
    const to = pieceEnd(source, from, pieceBytes);
    yield decodePiece(source, from, to);
    from = to;
  }
}

function decodePiece(source: TextSource, from: number, to: number): string {
  const piece = source.bytes.subarray(from, to);
  try {
    return source.encoding.decode(piece);
  } catch {
    const { text, byte } = firstInvalidByte(source.encoding, piece);
    const before = [...textPieces({ ...source, end: from }), text];
    const at = lineIndex(before).at(before.reduce((length, part) => length + part.length, 0));
    throw invalidBytesFault(source.encoding, piece, byte, at);
  }
}

/** The last piece takes all there is; one that holds no whole character at all is left to the decoder, which says why. */
export function pieceEnd({ bytes, encoding, end }: TextSource, from: number, pieceBytes = PIECE_BYTES): number {
  if (from + pieceBytes >= end) return end;
  const to = wholeCharacters(bytes, encoding, from, from + pieceBytes);
  return to > from ? to : from + pieceBytes;
}

/** The largest end, not beyond `end`, that does not lie inside a character. */
export function wholeCharacters(bytes: Uint8Array, encoding: Encoding, start: number, end: number): number {
  if (encoding === ENCODINGS['utf-8']) return wholeUtf8(bytes, start, end);
  if (encoding.unit === 1) return end;
  const even = end - ((end - start) % 2);
  if (even <= start) return even;
  const high = bytes[encoding === ENCODINGS['utf-16le'] ? even - 1 : even - 2] ?? 0;
  return high >= 0xd8 && high <= 0xdb ? even - 2 : even;
}

/** UTF-8: steps back over an unfinished sequence of at most four bytes; what is no UTF-8 at all is left to the decoder. */
function wholeUtf8(bytes: Uint8Array, start: number, end: number): number {
  for (let back = 1; back <= 3 && end - back >= start; back += 1) {
    const byte = bytes[end - back] ?? 0;
    if (byte < 0x80) return end;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? end - back : end;
  }
  return end;
}
