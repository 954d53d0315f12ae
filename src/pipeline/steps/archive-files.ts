import { Fault } from '../../domain/fault.ts';
import type { FileRecord } from '../../domain/records.ts';
import { restingPlace } from '../output-names.ts';
import type { Path } from '../path.ts';
import type { Inbox } from '../ports.ts';
import type { FileInHand } from './file-in-hand.ts';
import { isWrittenOn } from './is-written-on.ts';

/**
 * Moves decided originals to their resting place; gives those that could not be moved now. They stay among the
 * claimed ones: a later attempt moves them, or the next start, since their rows say that they were decided.
 */
export async function archiveFiles(
  path: Path,
  inbox: Inbox,
  files: readonly FileInHand[],
  records: ReadonlyMap<string, FileRecord>,
): Promise<FileInHand[]> {
  const moved = await Promise.all(files.map((file) => archiveFile(path, inbox, file, records.get(file.claim.id))));
  return files.filter((_, index) => moved[index] === false);
}

async function archiveFile(
  path: Path,
  inbox: Inbox,
  file: FileInHand,
  record: FileRecord | undefined,
): Promise<boolean> {
  if (record === undefined) return true;
  try {
    if (file.fault === null && (await isWrittenOn(inbox, file))) await keepWhatWasDecided(path, inbox, file, record);
    else await inbox.archive(file.claim, restingPlace(record), reportOf(record));
    path.log.info('file-archived', { file: record.id, status: record.status });
    return true;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    path.log.warn('archive-waits', { file: record.id, code: error.code, error: error.message });
    return false;
  }
}

/**
 * Somebody wrote on after the decision: the decided bytes are kept as the original, the changed ones become a new file. Of a
 * large file they are what it begins with; where somebody wrote over them as well, nobody has them, and that is said.
 */
async function keepWhatWasDecided(path: Path, inbox: Inbox, file: FileInHand, record: FileRecord): Promise<void> {
  const [to, report] = [restingPlace(record), reportOf(record)];
  if (Buffer.isBuffer(file.bytes)) await inbox.archiveBytes(file.bytes, to, report);
  else {
    const decided = { bytes: file.bytes.length, sha256: file.sha256 };
    if (!(await inbox.archiveBeginning(file.claim, decided, to, report))) sayNotKept(path, record);
  }
  await inbox.putBack(file.claim);
  path.log.warn('file-put-back', { file: record.id, channel: record.channel, code: 'FILE_CHANGED_AFTER_CLAIM' });
}

function sayNotKept(path: Path, { id, name }: FileRecord): void {
  path.riders.changes.push({
    change: 'raise-alert',
    code: 'FILE_CHANGED_AFTER_CLAIM',
    subject: { kind: 'file', key: id },
    text: `Somebody wrote over the file ${name} after it was decided and before it could be archived: what was decided of it stands, its original is lost. What lies there now is taken in as a new file.`,
  });
  path.riders.added();
}

/** The report that stands beside a refused original, for whoever opens the folder. */
export function reportOf(record: FileRecord): string | null {
  if (record.outcome !== 'rejected') return null;
  const { id, name, channel, receivedAt, processedAt, findings, documents } = record;
  return `${JSON.stringify({ file: { id, name, channel, receivedAt, processedAt }, findings, documents }, null, 2)}\n`;
}
