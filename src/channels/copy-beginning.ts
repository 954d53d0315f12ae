import { createHash } from 'node:crypto';
import { close, fsync, open, READ_STRANGER, read, unlink, write } from '../disk/file-calls.ts';

const PIECE_BYTES = 524_288;

/**
 * Copies the first bytes of a file, as many as were read of it, and makes the copy durable; its name is durable once its
 * folder is synced. False, and there is no copy, where they are not the bytes of this hash any more. Rejects with the
 * error of the file system.
 */
export async function copyBeginning(
  from: string,
  to: string,
  known: { bytes: number; sha256: string },
): Promise<boolean> {
  const source = await open(from, READ_STRANGER);
  try {
    const target = await open(to, 'w');
    let kept = false;
    try {
      if ((await copyBytes(source, target, known.bytes)) !== known.sha256) return false;
      await fsync(target);
      kept = true;
      return true;
    } finally {
      await close(target);
      if (!kept) await unlink(to);
    }
  } finally {
    await close(source);
  }
}

/** Gives the hash of what was copied. */
async function copyBytes(source: number, target: number, bytes: number): Promise<string> {
  const buffer = Buffer.allocUnsafeSlow(Math.min(PIECE_BYTES, bytes + 1));
  const digest = createHash('sha256');
  for (let taken = 0; taken < bytes; ) {
    const { bytesRead } = await read(source, buffer, 0, Math.min(buffer.length, bytes - taken), taken);
    if (bytesRead === 0) break;
    digest.update(buffer.subarray(0, bytesRead));
    for (let from = 0; from < bytesRead; ) from += (await write(target, buffer, from, bytesRead - from)).bytesWritten;
    taken += bytesRead;
  }
  return digest.digest('hex');
}
