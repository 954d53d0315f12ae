import { backoffMs } from '../../domain/backoff.ts';
import type { FileRecord } from '../../domain/records.ts';
import { acknowledgementOf } from '../acknowledge.ts';
import { restingPlace } from '../output-names.ts';
import type { Path } from '../path.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { FileInHand } from './file-in-hand.ts';
import { planAcknowledgement } from './plan-delivery.ts';
import type { PlannedDelivery } from './planned-delivery.ts';

/**
 * Records that a file could not be read this time. While attempts are left it rests as `retrying`; when they
 * are used up it is `stopped`, answered as rejected with the fault, and a person is told.
 */
export async function recordRetry(
  path: Path,
  transaction: LedgerTransaction,
  file: FileInHand,
): Promise<{ inMs: number | null; record: FileRecord; deliveries: PlannedDelivery[] }> {
  const { retry } = path.settings().channels[file.claim.channel];
  const attempts = file.attempts + 1;
  const now = path.clock.now();
  const again = attempts < retry.attempts;
  const inMs = again ? backoffMs(retry, attempts, Math.random()) : null;
  const known = await transaction.file(file.claim.id);
  const record: FileRecord = {
    id: file.claim.id,
    name: file.claim.name,
    channel: file.claim.channel,
    sequence: known?.sequence ?? (await transaction.nextNumber('file')),
    sha256: '',
    bytes: file.claim.bytes,
    receivedAt: file.claim.claimedAt,
    processedAt: again ? null : now,
    status: again ? 'retrying' : 'stopped',
    outcome: again ? null : 'rejected',
    mapping: null,
    documents: [],
    findings: findings(file),
    transportId: null,
    duplicateOf: null,
    replayOf: file.replayOf,
    attempts,
    nextAttemptAt: inMs === null ? null : Temporal.Instant.from(now).add({ milliseconds: inMs }).toString(),
    archivedAs: null,
  };
  if (!file.fresh) await transaction.clearSuspicion(record.id); // the world failed, the file is not to blame
  if (!again) record.archivedAs = restingPlace(record);
  await transaction.putFile(record);
  path.log.warn('file-retrying', { file: record.id, attempts, code: file.fault?.code, error: file.fault?.message });
  if (again) return { inMs, record, deliveries: [] };
  await transaction.apply(
    [
      {
        change: 'raise-alert',
        code: file.fault?.code ?? 'READ_FAILED',
        subject: { kind: 'file', key: record.id },
        text: file.fault?.message ?? '',
      },
    ],
    `file:${record.id}`,
    now,
    null,
  );
  const content = acknowledgementOf(record, { processedAt: now });
  return { inMs, record, deliveries: [await planAcknowledgement(path, content, record, 1, now)] };
}

function findings(file: FileInHand): FileRecord['findings'] {
  const { fault } = file;
  if (fault === null) return [];
  return [{ code: fault.code, severity: 'error', message: fault.message, hint: fault.hint }];
}
