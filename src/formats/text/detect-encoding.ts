import { Fault } from '../../domain/fault.ts';
import { ENCODING_NAMES, type EncodingKey } from './encoding.table.ts';

export interface DetectedEncoding {
  encoding: EncodingKey;
  /** Bytes of the byte order mark: the text begins after it. */
  markBytes: number;
}

/** An XML declaration is ASCII, and its encoding stands early. */
export const DECLARATION_BYTES = 256;
const DECLARED = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"'>]*)["']/;

/**
 * Says how bytes are to be read: by the byte order mark, else by the pattern of UTF-16, else by the XML
 * declaration, else as `otherwise` says. A mark beats a declaration, because the mark is in the bytes themselves and the
 * declaration survives every re-coding on the way. Throws `ENCODING_INVALID` on an encoding that we do not read.
 */
export function detectEncoding(bytes: Uint8Array, otherwise: EncodingKey = 'utf-8'): DetectedEncoding {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  const wide = (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
  if (wide) throw unsupported('UTF-32');
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  // Everything that we read begins with an ASCII character: beside a zero byte it is one of UTF-16.
  if (a !== 0 && b === 0 && c !== 0) return { encoding: 'utf-16le', markBytes: 0 };
  if (a === 0 && b !== 0 && b !== undefined) return { encoding: 'utf-16be', markBytes: 0 };
  return { encoding: declaredEncoding(bytes, otherwise), markBytes: 0 };
}

/** The encoding of an XML declaration; `otherwise` where there is none. */
function declaredEncoding(bytes: Uint8Array, otherwise: EncodingKey): EncodingKey {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, DECLARATION_BYTES)).toString(
    'latin1',
  );
  const declared = DECLARED.exec(head)?.[1];
  if (declared === undefined) return otherwise;
  const known = Object.hasOwn(ENCODING_NAMES, declared.toLowerCase())
    ? ENCODING_NAMES[declared.toLowerCase()]
    : undefined;
  if (known === undefined) throw unsupported(declared);
  // We have just read that declaration one byte a character, so UTF-16 it is not: programs that write to
  // memory first are known to declare it and then to save UTF-8. Bytes that are no UTF-8 are refused all the same.
  return known === 'utf-16' ? 'utf-8' : known;
}

function unsupported(name: string): Fault {
  return new Fault(
    'ENCODING_INVALID',
    `The file is in the character encoding "${name.slice(0, 40)}", which is not read.`,
    {
      hint: 'Send it as UTF-8. UTF-16, ISO-8859-1, ISO-8859-15 and windows-1252 are read too.',
      at: { line: 1, column: 1 },
    },
  );
}
