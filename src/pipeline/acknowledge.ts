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
  const { length } = file.documents;
  const listed = length <= MAX_LISTED_DOCUMENTS ? file.documents : file.documents.filter(needSomebody);
  const counts = { accepted: 0, held: 0, rejected: 0, duplicate: 0 };
  for (const { outcome } of file.documents) counts[outcome] += 1;
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
    documents: listed.map((one) => ({
      document: one.document,
      key: one.key,
      outcome: one.outcome,
      ...(one.status === null ? {} : { status: one.status }),
      reasons: one.reasons,
    })),
    counts: { documents: length, ...counts },
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

/** What was taken in, or said nothing new, needs nobody. */
function needSomebody({ outcome }: FileRecord['documents'][number]): boolean {
  return outcome === 'held' || outcome === 'rejected';
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
