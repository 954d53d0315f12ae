import type { Finding } from '../domain/decision.ts';
import type { Acknowledgement } from '../domain/documents.generated.ts';
import type { FileRecord } from '../domain/records.ts';

/** Above this many documents an acknowledgement gives counts and the exceptions only (contract 2). */
const MAX_LISTED_DOCUMENTS = 1000;

/** The one answer to a file, made from what the ledger remembers of it: the first time and every later time the same. */
export function acknowledgementOf(
  file: FileRecord,
  more: { processedAt: string; extraFindings?: Finding[]; first?: FileRecord | undefined },
): Acknowledgement {
  const documents = file.documents.map((one) => ({
    document: one.document,
    key: one.key,
    outcome: one.outcome,
    ...(one.status === null ? {} : { status: one.status }),
    reasons: one.reasons,
  }));
  const count = (outcome: string) => documents.filter((one) => one.outcome === outcome).length;
  return {
    document: 'acknowledgement',
    file: {
      id: file.id,
      name: file.name,
      channel: file.channel,
      sha256: file.sha256,
      bytes: file.bytes,
      receivedAt: file.receivedAt,
      ...(file.replayOf === null ? {} : { replayOf: file.replayOf }),
    },
    processedAt: more.processedAt,
    outcome: file.outcome ?? 'rejected',
    documents:
      documents.length <= MAX_LISTED_DOCUMENTS ? documents : documents.filter((one) => one.outcome !== 'accepted'),
    counts: {
      documents: documents.length,
      accepted: count('accepted'),
      held: count('held'),
      rejected: count('rejected'),
      duplicate: count('duplicate'),
    },
    findings: [...file.findings, ...(more.extraFindings ?? [])],
    ...(more.first === undefined
      ? {}
      : {
          firstAcknowledgement: acknowledgementOf(more.first, {
            processedAt: more.first.processedAt ?? more.processedAt,
          }),
        }),
  };
}

/** The outcome of a file from those of its documents (contract 4). A file without documents was refused. */
export function fileOutcome(outcomes: readonly string[], refusedRecords: boolean): Acknowledgement['outcome'] {
  const all = (outcome: string) => outcomes.every((one) => one === outcome);
  if (outcomes.length === 0 || all('rejected')) return 'rejected';
  if (refusedRecords || outcomes.includes('rejected')) return 'partly-accepted';
  if (all('duplicate')) return 'duplicate';
  return outcomes.includes('held') ? 'held' : 'accepted';
}

/** The resting place of a file with an outcome. */
export function fileStatus(outcome: Acknowledgement['outcome']): FileRecord['status'] {
  return FILE_STATUS_OF_OUTCOME[outcome];
}

const FILE_STATUS_OF_OUTCOME = {
  accepted: 'completed',
  'partly-accepted': 'completed',
  held: 'held',
  rejected: 'rejected',
  duplicate: 'duplicate',
} as const satisfies Record<Acknowledgement['outcome'], FileRecord['status']>;
