/** A character encoding that we read. */
export interface Encoding {
  name: string;
  /** Bytes of one code unit: a cut or a piece must be a multiple of it. */
  unit: 1 | 2;
  /** Bytes to text. Throws a TypeError on bytes that the encoding does not have; nothing is ever replaced. */
  decode(bytes: Uint8Array): string;
}

const fatal = (name: string): ((bytes: Uint8Array) => string) => {
  const decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
};

/**
 * What is declared is what is read. ISO-8859-1 therefore stays ISO-8859-1, although browsers read it as
 * windows-1252: the bytes 80-9F are then the control characters U+0080-U+009F, which XML allows, and not a
 * guess at what somebody may have meant. A sender of windows-1252 declares windows-1252.
 */
export const ENCODINGS = {
  'utf-8': { name: 'UTF-8', unit: 1, decode: fatal('utf-8') },
  'utf-16le': { name: 'UTF-16 (little endian)', unit: 2, decode: fatal('utf-16le') },
  'utf-16be': { name: 'UTF-16 (big endian)', unit: 2, decode: fatal('utf-16be') },
  'iso-8859-1': { name: 'ISO-8859-1', unit: 1, decode: latin1 },
  'iso-8859-15': { name: 'ISO-8859-15', unit: 1, decode: fatal('iso-8859-15') },
  'windows-1252': { name: 'windows-1252', unit: 1, decode: windows1252 },
} as const satisfies Record<string, Encoding>;
export type EncodingKey = keyof typeof ENCODINGS;

/** Names that XML declarations use, in lower case. ASCII is the part of UTF-8 that needs one byte a character. */
export const ENCODING_NAMES: Readonly<Record<string, EncodingKey | 'utf-16'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16',
  'utf-16be': 'utf-16',
  unicode: 'utf-16',
  'iso-8859-1': 'iso-8859-1',
  'iso8859-1': 'iso-8859-1',
  iso_8859_1: 'iso-8859-1',
  latin1: 'iso-8859-1',
  'latin-1': 'iso-8859-1',
  'iso-8859-15': 'iso-8859-15',
  'iso8859-15': 'iso-8859-15',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'cp-1252': 'windows-1252',
};

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** What windows-1252 has at 80-9F; NUL stands at the five places that it leaves empty, which are refused. */
export const WINDOWS_1252 =
  '\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0' +
  '\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178';

function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\x80-\x9f]/g, (character) => {
    const known = WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80);
    if (known === '\0') throw new TypeError('a byte that windows-1252 does not have');
    return known;
  });
}
