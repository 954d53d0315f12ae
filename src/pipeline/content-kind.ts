import { Fault } from '../domain/fault.ts';

/** What a file looks like, before it is known whether it is a good one. */
export type ContentKind = 'xml' | 'json' | 'json-lines' | 'other';

const LINES = /\.(?:ndjson|jsonl)$/i;
const BY_FIRST: Readonly<Record<string, ContentKind>> = { '<': 'xml', '{': 'json', '[': 'json' };

/** By its first character, and by its name where that decides how lines count. Throws `EMPTY_FILE` where nothing stands in it. */
export function contentKind(bytes: Uint8Array, name: string): ContentKind {
  const first = bytes.find((byte, index) => byte > 0x20 && !(index < 3 && isMark(byte)));
  if (first === undefined) {
    const what = bytes.byteLength === 0 ? 'is empty: it has 0 bytes' : 'has no content, only white space or zero bytes';
    throw new Fault('EMPTY_FILE', `The file ${what}.`, {
      hint: 'Send the file again: it arrived without content.',
      at: { line: 1, column: 1 },
    });
  }
  const kind = BY_FIRST[String.fromCharCode(first)] ?? 'other';
  return kind === 'json' && LINES.test(name) ? 'json-lines' : kind;
}

/** Bytes of a byte order mark, of UTF-8 or UTF-16. */
function isMark(byte: number): boolean {
  return byte === 0xef || byte === 0xbb || byte === 0xbf || byte === 0xfe || byte === 0xff;
}
