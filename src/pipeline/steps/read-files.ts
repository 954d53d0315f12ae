import { hash } from 'node:crypto';
import type { Finding, ReadResult } from '../../domain/decision.ts';
import { Fault } from '../../domain/fault.ts';
import type { Path } from '../path.ts';
import type { ClaimedFile, Inbox } from '../ports.ts';
import type { FileInHand } from './file-in-hand.ts';

/** What reading starts from: a claimed file and its story so far. */
export interface ToRead {
  claim: ClaimedFile;
  attempts: number;
  replayOf: string | null;
  /** The process died with this file alone in hand too often: it is refused unread. */
  poisoned: boolean;
  /** Its count of deaths was raised before it was taken up: taken back when it is the world that fails, not the file. */
  suspect?: boolean;
}

/**
 * Reads the bytes of claimed files, side by side, and makes documents or findings of them while the claims become
 * durable. Rejects with the fault of the claims; never for one file's sake.
 */
export async function readFiles(path: Path, inbox: Inbox, files: readonly ToRead[]): Promise<FileInHand[]> {
  const read = await Promise.all(files.map(({ claim }) => bytesOrFault(inbox, claim)));
  const understood = (file: ToRead, index: number) => understand(path, file, read[index] as Buffer | Fault);
  const [hands] = await Promise.all([
    Promise.all(files.map(understood)),
    inbox.syncClaims(files.map(({ claim }) => claim)),
  ]);
  return hands;
}

async function bytesOrFault(inbox: Inbox, claim: ClaimedFile): Promise<Buffer | Fault> {
  try {
    return await inbox.read(claim);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

async function understand(path: Path, file: ToRead, bytes: Buffer | Fault): Promise<FileInHand> {
  const { claim, attempts, replayOf } = file;
  const fresh = attempts === 0 && replayOf === null && file.suspect !== true;
  const common = { claim, attempts, replayOf, fresh };
  if (file.poisoned) return poisonedFile(common, bytes);
  if (bytes instanceof Fault) {
    const nothing = { ...common, bytes: Buffer.alloc(0), sha256: '' };
    if (bytes.transient) return { ...nothing, read: refusal([]), fault: bytes };
    return { ...nothing, read: refusal([findingOf(bytes)]), fault: null };
  }
  const sha256 = hash('sha256', bytes, 'hex');
  const read = await readOrDefect(path, claim, bytes);
  path.log.debug('file-read', { file: claim.id, channel: claim.channel, documents: read.documents.length });
  return { ...common, bytes, sha256, read, fault: null };
}

/** Refused unread; its hash where there are bytes. */
function poisonedFile(
  common: Omit<FileInHand, 'bytes' | 'sha256' | 'read' | 'fault'>,
  bytes: Buffer | Fault,
): FileInHand {
  const known = bytes instanceof Fault ? Buffer.alloc(0) : bytes;
  const sha256 = bytes instanceof Fault ? '' : hash('sha256', bytes, 'hex');
  return { ...common, bytes: known, sha256, read: refusal([POISONED]), fault: null };
}

async function readOrDefect(path: Path, claim: ClaimedFile, bytes: Buffer): Promise<ReadResult> {
  try {
    return await path.read({ fileId: claim.id, channel: claim.channel, name: claim.name, bytes });
  } catch (error) {
    path.log.error('defect', { file: claim.id, step: 'read', error: (error as Error).stack });
    return refusal([defectFinding('read')]);
  }
}

/** A file that we ourselves could not handle is still answered: refused, kept, and reported to those who maintain the program. */
export function defectFinding(step: string): Finding {
  return {
    code: 'POISON',
    severity: 'error',
    message: `This file made the program fail in the step "${step}". The file was set aside so that it cannot stop the others.`,
    hint: 'The original is kept in failed/. Send it with the log to those who maintain Ordrebro, then replay it after the repair.',
  };
}

const POISONED: Finding = {
  code: 'POISON',
  severity: 'error',
  message:
    'The program ended more than once while it had only this file in hand. The file was set aside so that it cannot stop the others.',
  hint: 'Nothing of it was taken in. Look at the file in failed/; once the cause is known, `ordrebro file replay` takes it in again.',
};

function refusal(findings: Finding[]): ReadResult {
  return { mapping: { name: 'none', version: '0' }, documents: [], findings };
}

function findingOf(fault: Fault): Finding {
  return {
    code: fault.code,
    severity: 'error',
    message: fault.message,
    hint: fault.hint,
    ...(fault.at === undefined ? {} : { at: fault.at }),
  };
}
