import { closesItself, jsonIsWhole } from '../pipeline/is-complete.ts';
import { close, open, READ_STRANGER, read } from '../disk/file-calls.ts';
import type { Proof } from './sighting.ts';

/** A file up to this size is read whole, with one call; of a larger one the two ends are. */
const WHOLE_BYTES = 65_536;
const END_BYTES = 4_096;
/** A JSON file up to this size must parse to be complete; a larger one must lie still instead. */
const JSON_BYTES = 4_194_304;

/**
 * What the end of a file proves, from its first and last 4 kB; JSON must parse as well, since a cut can fall
 * behind a brace. An empty file is one whose content has yet to come. Rejects with the error of the file system.
 */
export async function proofOfEnd(path: string, name: string, size: bigint): Promise<Proof> {
  if (size === 0n) return 'open';
  const bytes = Number(size);
  const handle = await open(path, READ_STRANGER);
  try {
    const whole = bytes <= WHOLE_BYTES ? await readRange(handle, 0, bytes) : undefined;
    const head = whole?.subarray(0, END_BYTES) ?? (await readRange(handle, 0, END_BYTES));
    const tail = whole?.subarray(-END_BYTES) ?? (await readRange(handle, bytes - END_BYTES, END_BYTES));
    const proof = closesItself(name, head, tail);
    if (proof !== 'complete' || !startsAsJson(head)) return proof;
    if (bytes > JSON_BYTES) return 'unknown';
    return jsonIsWhole((whole ?? (await readRange(handle, 0, bytes))).toString('utf8')) ? 'complete' : 'open';
  } finally {
    await close(handle);
  }
}

async function readRange(handle: number, from: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(bytes);
  let filled = 0;
  while (filled < bytes) {
    const { bytesRead } = await read(handle, buffer, filled, bytes - filled, from + filled);
    if (bytesRead === 0) break; // somebody shortened it since we looked; the next look sees that
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** Does the first byte that is no white space, byte order mark or NUL (UTF-16) open a JSON text? */
function startsAsJson(head: Uint8Array): boolean {
  const first = head.find(
    (byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf && byte !== 0xff && byte !== 0xfe,
  );
  return first === 0x7b || first === 0x5b;
}
