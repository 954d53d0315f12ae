import { createHash } from 'node:crypto';
import type { ClaimedFile, Inbox } from './ports.ts';

/** The hash of a claimed file as it is now, and how many bytes were read for it: `claim.bytes` at most. Its bytes are never held together. */
export async function hashOfClaim(
  inbox: Pick<Inbox, 'pieces'>,
  claim: ClaimedFile,
): Promise<{ sha256: string; bytes: number }> {
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const piece of inbox.pieces(claim)) {
    digest.update(piece);
    bytes += piece.byteLength;
  }
  return { sha256: digest.digest('hex'), bytes };
}
