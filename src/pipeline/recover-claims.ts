import { Fault } from '../domain/fault.ts';
import type { FileRecord } from '../domain/records.ts';
import type { Intake } from './intake.ts';
import { hashOfClaim } from './hash-of-claim.ts';
import { restingPlace } from './output-names.ts';
import type { Path } from './path.ts';
import type { ClaimedFile, Inbox } from './ports.ts';
import { reportOf } from './steps/archive-files.ts';
import { raiseSuspicion } from './suspicion.ts';

/** The process may die this often with one file alone in hand; then the file is refused as poison. */
const DEATHS_ALONE = 2;

/** More replays than a person ever has under way at once. */
const MAX_REPLAYS = 10_000;

/**
 * Takes up what lies among the claimed files of a channel: decided ones are archived, undecided ones are adopted
 * and processed one at a time, each with a durable count of how often the process died with it alone in hand.
 * (A death with a whole batch in hand accuses nobody yet.) Gives the number of files taken up.
 */
export async function recoverClaims(path: Path, inbox: Inbox, intake: Intake): Promise<number> {
  const claims = [...(await inbox.claimed()), ...(await interruptedReplays(path, inbox))];
  for (const claim of claims) {
    try {
      await recoverClaim(path, inbox, intake, claim);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      leaveClaim(path, claim, error);
    }
  }
  return claims.length;
}

/** One claim that the world does not let us take up must not keep the others: the next start tries it again. */
function leaveClaim(path: Path, claim: ClaimedFile, fault: Fault): void {
  path.log.error('archive-waits', { file: claim.id, channel: claim.channel, code: fault.code, error: fault.message });
  const subject = { kind: 'channel', key: claim.channel };
  path.riders.changes.push({ change: 'raise-alert', code: fault.code, subject, text: fault.message });
}

/** A replay whose row is there but whose bytes are not among the claimed files yet: they are taken from the archive again. */
async function interruptedReplays(path: Path, inbox: Inbox): Promise<ClaimedFile[]> {
  const received = await path.ledger.read.filesInStatus(['received'], MAX_REPLAYS);
  const claimed = new Set((await inbox.claimed()).map((claim) => claim.id));
  const lost = received.filter((record) => record.channel === inbox.channel && !claimed.has(record.id));
  const claims: ClaimedFile[] = [];
  for (const record of lost) {
    const original = record.replayOf === null ? undefined : await path.ledger.read.file(record.replayOf);
    if (!original?.archivedAs) continue;
    try {
      claims.push(await inbox.adopt(record.id, record.name, original.archivedAs, record.receivedAt));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      path.log.error('archive-waits', { file: record.id, code: error.code, error: error.message });
    }
  }
  return claims;
}

async function recoverClaim(path: Path, inbox: Inbox, intake: Intake, claim: ClaimedFile): Promise<void> {
  const record = await path.ledger.read.file(claim.id);
  if (record !== undefined && record.outcome !== null) {
    await archiveDecided(path, inbox, claim, record);
    return;
  }
  const poisoned = (await raiseSuspicion(path, claim.id)) > DEATHS_ALONE;
  path.log.info(poisoned ? 'file-poisoned' : 'file-adopted', { file: claim.id, channel: claim.channel });
  await intake.give([
    { claim, attempts: record?.attempts ?? 0, replayOf: record?.replayOf ?? null, poisoned, suspect: true },
  ]);
  await intake.idle();
}

/** Decided, and not archived yet. Bytes that were written after the decision are not the original: they become a new file. */
async function archiveDecided(path: Path, inbox: Inbox, claim: ClaimedFile, record: FileRecord): Promise<void> {
  const original = record.sha256 === '' || (await hashOfClaim(inbox, claim)).sha256 === record.sha256;
  if (!original) {
    await inbox.putBack(claim);
    path.log.warn('file-put-back', { file: record.id, channel: record.channel, code: 'FILE_CHANGED_AFTER_CLAIM' });
    return;
  }
  await inbox.archive(claim, restingPlace(record), reportOf(record));
}
