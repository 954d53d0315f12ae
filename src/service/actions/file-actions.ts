import { FILE_STATUSES, filesThatAre } from '../../domain/file-status.table.ts';
import type { FileRecord } from '../../domain/records.ts';
import { type ActionOutcome, type ActionScene, refused } from '../operator-action.ts';
import { statusList } from './status-list.ts';
import { auditAction, inTransaction } from './audit-action.ts';

/** Takes a rejected or held file in again from its archived original, as a new file with an answer of its own (contract 6). */
export async function replayFile(scene: ActionScene, key: string): Promise<ActionOutcome> {
  const { path } = scene.session;
  const record = await path.ledger.read.file(key);
  if (record === undefined) return refused('NOT_FOUND', `There is no file ${key}.`);
  if (!FILE_STATUSES[record.status].replayable)
    return refused(
      'ACTION_REFUSED',
      `File ${key} is ${record.status}: only one that is ${statusList(filesThatAre('replayable'))} can be replayed. An accepted document is decided again where it stands: see \`ordrebro show\` for the actions it allows.`,
    );
  const inbox = path.inboxes.get(record.channel);
  if (inbox === undefined || record.archivedAs === null)
    return refused('ACTION_REFUSED', `The original of file ${key} is not in the archive yet.`);
  await inbox.requireOriginal(record.archivedAs);
  const id = path.newId();
  await inTransaction(scene, async (transaction) => {
    await transaction.putFile(received(record, id, path.clock.now(), await transaction.nextNumber('file')));
    await auditAction(
      scene,
      transaction,
      { kind: 'file', key },
      'replay',
      { from: record.status, to: record.status },
      { as: id },
    );
  });
  const claim = await inbox.adopt(id, record.name, record.archivedAs, path.clock.now());
  const intake = scene.session.intake(record.channel);
  const given = await intake?.give([{ claim, attempts: 0, replayOf: key, poisoned: false }]);
  await given?.ended;
  const outcome = await path.ledger.read.file(id);
  return {
    done: true,
    message: `Replayed as file ${id}: ${outcome?.outcome ?? 'waiting'}.`,
    data: { file: id, outcome: outcome?.outcome ?? null },
  };
}

/** The row of a replay before its bytes are claimed: should the process end in between, the next start makes them again. */
function received(of: FileRecord, id: string, now: string, sequence: number): FileRecord {
  return {
    ...of,
    ...{ id, sequence, receivedAt: now, processedAt: null, status: 'received', outcome: null, mapping: null },
    ...{
      documents: [],
      findings: [],
      duplicateOf: null,
      replayOf: of.id,
      attempts: 0,
      nextAttemptAt: null,
      archivedAs: null,
    },
  };
}
