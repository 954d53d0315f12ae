import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import { close, fsync, read, rename } from '../disk/file-calls.ts';
import { worldFault } from '../disk/world-fault.ts';
import type { ClaimedFile } from '../pipeline/ports.ts';
import { copyBeginning } from './copy-beginning.ts';
import { openClaim, requireSize } from './read-claim.ts';

/** Read with one call each: long enough for a disk, and short enough to be kept by nobody. */
const PIECE_BYTES = 524_288;

/**
 * The bytes of a claimed file, piece by piece, all of them durable on the disk when the last one was asked for. A piece is
 * overwritten by the next. Rejects as `readClaim` does.
 */
export async function* claimPieces(claim: ClaimedFile, maxBytes: number): AsyncGenerator<Uint8Array, void, undefined> {
  const buffer = Buffer.allocUnsafeSlow(Math.min(PIECE_BYTES, claim.bytes + 1));
  const digest = createHash('sha256');
  let handle: number | undefined;
  let taken = 0;
  try {
    requireSize(claim, maxBytes);
    handle = await openClaim(claim);
    while (taken < claim.bytes) {
      const { bytesRead } = await read(handle, buffer, 0, Math.min(buffer.length, claim.bytes - taken), taken);
      if (bytesRead === 0) break;
      taken += bytesRead;
      const piece = buffer.subarray(0, bytesRead);
      digest.update(piece);
      yield piece;
    }
    const file = { path: claim.path, bytes: taken };
    await fsync(handle).catch(() => renew(file, () => digest.digest('hex')));
  } catch (error) {
    throw worldFault(error, 'reading', claim.path);
  } finally {
    if (handle !== undefined) await close(handle);
  }
}

/**
 * A sync that failed may have dropped bytes that are still in memory, and a second one would say that all is well: they are
 * written anew, and have to be those that were read. The file is then another one than was claimed, so its fingerprint
 * differs, and its hash tells that nobody wrote on.
 */
async function renew(file: { path: string; bytes: number }, sha256: () => string): Promise<void> {
  const fresh = join(dirname(file.path), '.renewing');
  const copied = await copyBeginning(file.path, fresh, { bytes: file.bytes, sha256: sha256() });
  if (copied) return rename(fresh, file.path);
  throw new Fault('READ_FAILED', `${file.path}: the disk no longer gives the bytes that were read.`, {
    hint: 'Look at the system log for errors of this disk. The file is tried again; ask the sender for it where it stays unreadable.',
    at: { file: file.path },
  });
}
