import { Fault } from '../domain/fault.ts';
import type { ClaimedFile } from '../pipeline/ports.ts';
import { close, open, READ_STRANGER, read, stat } from './file-calls.ts';
import { worldFault } from './world-fault.ts';

/**
 * The bytes of a claimed file. Rejects with `FILE_TOO_LARGE` beyond `maxBytes` without having read it, and with
 * `READ_FAILED` (which may pass) for what the file system says.
 */
export async function readClaim(claim: ClaimedFile, maxBytes: number): Promise<Buffer> {
  let handle: number | undefined;
  try {
    const { size } = await stat(claim.path);
    if (size > BigInt(maxBytes)) throw tooLarge(claim, size, maxBytes);
    handle = await open(claim.path, READ_STRANGER);
    return await readUpTo(handle, Number(size));
  } catch (error) {
    throw worldFault(error, 'reading', claim.path);
  } finally {
    if (handle !== undefined) await close(handle);
  }
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

function tooLarge(claim: ClaimedFile, size: bigint, maxBytes: number): Fault {
  return new Fault('FILE_TOO_LARGE', `${claim.name} is ${size} bytes; this channel takes at most ${maxBytes}.`, {
    hint: `Send it in smaller parts, or raise channels.${claim.channel}.maxBytes in mappings/site.yaml.`,
    at: { file: claim.name },
  });
}
