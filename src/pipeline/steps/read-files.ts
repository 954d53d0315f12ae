import type { Finding } from '../../domain/decision.ts';
import { Fault } from '../../domain/fault.ts';
import type { UnderstoodFile } from '../../domain/read-documents.ts';
import type { Path } from '../path.ts';
import type { ClaimedFile, Inbox } from '../ports.ts';
import type { ReadClaim } from '../read-claims.ts';
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
 * Reads claimed files and makes documents or findings of them, while the claims become durable. Rejects with the
 * fault of the claims; never for one file's sake.
 */
export async function readFiles(path: Path, inbox: Inbox, files: readonly ToRead[]): Promise<FileInHand[]> {
  const unread = files.map(({ claim, poisoned }) => ({ claim, refused: poisoned }));
  const claims = await path.read(inbox, unread, path.mappings());
  return files.map((file, index) => fileInHand(path, file, claims[index] as ReadClaim));
}

function fileInHand(path: Path, file: ToRead, { bytes, sha256, read, defect }: ReadClaim): FileInHand {
  const { claim, attempts, replayOf } = file;
  const fresh = attempts === 0 && replayOf === null && file.suspect !== true;
  const common = { claim, attempts, replayOf, fresh, sha256 };
  if (bytes instanceof Fault) {
    const nothing = { ...common, bytes: Buffer.alloc(0) };
    if (file.poisoned) return { ...nothing, read: refusal([POISONED]), fault: null };
    if (bytes.transient) return { ...nothing, read: refusal([]), fault: bytes };
    return { ...nothing, read: refusal([findingOf(bytes)]), fault: null };
  }
  if (file.poisoned) return { ...common, bytes, read: refusal([POISONED]), fault: null };
  if (read === null) {
    path.log.error('defect', { file: claim.id, step: 'read', error: defect });
    return { ...common, bytes, read: refusal([defectFinding('read')]), fault: null };
  }
  path.log.debug('file-read', { file: claim.id, channel: claim.channel, documents: read.documents.length });
  return { ...common, bytes, read, fault: null };
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

function refusal(findings: Finding[]): UnderstoodFile {
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
