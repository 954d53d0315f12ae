import { hash } from 'node:crypto';
import { Fault } from '../../domain/fault.ts';
import { hashOfClaim } from '../hash-of-claim.ts';
import type { Inbox } from '../ports.ts';
import type { FileInHand } from './file-in-hand.ts';

/**
 * Has somebody written on since the claim? The fingerprint tells at once that nobody has; where it differs, the bytes
 * decide: a backup that makes hard links, or a change of rights, alters the times and not the file.
 */
export async function isWrittenOn(inbox: Inbox, file: FileInHand): Promise<boolean> {
  const now = await inbox.fingerprint(file.claim);
  if (now === file.claim.fingerprint) return false;
  if (now === 'gone') return true;
  if (file.sha256 === '') return false; // it was refused unread: no bytes of it were decided
  const found = await contentNow(inbox, file);
  if (found === undefined || found.bytes !== file.bytes.length || found.sha256 !== file.sha256) return true;
  file.claim.fingerprint = now;
  return false;
}

/** Of one byte more than was claimed, should it have grown; undefined where it has grown beyond what the channel takes. */
async function contentNow(inbox: Inbox, file: FileInHand): Promise<{ sha256: string; bytes: number } | undefined> {
  const claim = { ...file.claim, bytes: file.claim.bytes + 1 };
  try {
    if (!Buffer.isBuffer(file.bytes)) return await hashOfClaim(inbox, claim);
    const bytes = await inbox.read(claim);
    return { sha256: hash('sha256', bytes), bytes: bytes.length };
  } catch (error) {
    if (error instanceof Fault && error.code === 'FILE_TOO_LARGE') return undefined;
    throw error;
  }
}
