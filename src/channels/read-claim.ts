import { Fault } from '../domain/fault.ts';
import type { ClaimedFile } from '../pipeline/ports.ts';
import { constants } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, fsync, open, READ_STRANGER, read, rename } from '../disk/file-calls.ts';
import { worldFault } from '../disk/world-fault.ts';
import { writeSynced } from '../disk/write-synced.ts';

/** Windows syncs only what is open for writing; elsewhere reading is enough, and more than reading is not always allowed. */
const FOR_SYNC = process.platform === 'win32' ? constants.O_RDWR : READ_STRANGER;

/**
 * The bytes of a claimed file, durable on the disk (the sender may not have synced them): one handle serves both. Rejects with `FILE_TOO_LARGE` beyond `maxBytes` without having read it, and with
 * `READ_FAILED` (which may pass) for what the file system says.
 */
export async function readClaim(claim: ClaimedFile, maxBytes: number): Promise<Buffer> {
  let handle: number | undefined;
  try {
    requireSize(claim, maxBytes);
    handle = await openClaim(claim);
    const bytes = await readUpTo(handle, claim.bytes);
    await fsync(handle).catch(() => renew(claim, bytes));
    return bytes;
  } catch (error) {
    throw worldFault(error, 'reading', claim.path);
  } finally {
    if (handle !== undefined) await close(handle);
  }
}

/** Throws `FILE_TOO_LARGE`. */
export function requireSize(claim: ClaimedFile, maxBytes: number): void {
  if (claim.bytes > maxBytes) throw tooLarge(claim, maxBytes);
}

/** A handle to read and to sync a claimed file with. */
export function openClaim(claim: ClaimedFile): Promise<number> {
  return open(claim.path, FOR_SYNC);
}

/**
 * A sync that failed may have dropped the bytes that are still in memory, and a second one would say that all is
 * well: they are written anew instead. The file is then another one than was claimed, so its fingerprint differs, and
 * it goes back to the inbox whole.
 */
async function renew(claim: ClaimedFile, bytes: Buffer): Promise<void> {
  const fresh = join(dirname(claim.path), '.renewing');
  await writeSynced(fresh, bytes, 'w');
  await rename(fresh, claim.path);
}

/** What is written on after the claim is not read: the fingerprint tells, and the file is put back. */
async function readUpTo(handle: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(bytes);
  let filled = 0;
  while (filled < bytes) {
    const { bytesRead } = await read(handle, buffer, filled, bytes - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

function tooLarge(claim: ClaimedFile, maxBytes: number): Fault {
  return new Fault('FILE_TOO_LARGE', `${claim.name} is ${claim.bytes} bytes; this channel takes at most ${maxBytes}.`, {
    hint: `Send it in smaller parts, or raise channels.${claim.channel}.maxBytes in mappings/site.yaml.`,
    at: { file: claim.name },
  });
}
