import { hash } from 'node:crypto';
import { Fault } from '../../domain/fault.ts';
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
  const bytes = await bytesNow(inbox, file);
  if (bytes === undefined || bytes.length !== file.bytes.length || hash('sha256', bytes) !== file.sha256) return true;
  file.claim.fingerprint = now;
  return false;
}

/** One byte more than was claimed, should it have grown; undefined where it has grown beyond what the channel takes. */
async function bytesNow(inbox: Inbox, file: FileInHand): Promise<Buffer | undefined> {
  try {
    return await inbox.read({ ...file.claim, bytes: file.claim.bytes + 1 });
  } catch (error) {
    if (error instanceof Fault && error.code === 'FILE_TOO_LARGE') return undefined;
    throw error;
  }
}
