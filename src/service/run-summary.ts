import type { PathLog } from '../pipeline/path.ts';

/** What a run did, counted from its own log events: files by outcome, deliveries handed over, and what failed. */
export interface RunSummary {
  files: number;
  accepted: number;
  held: number;
  rejected: number;
  duplicate: number;
  failed: number;
  deliveries: number;
}

const OUTCOME_COUNTS = {
  accepted: 'accepted',
  'partly-accepted': 'accepted',
  held: 'held',
  rejected: 'rejected',
  duplicate: 'duplicate',
} as const;

/** A log that passes everything on and counts. */
export function countingLog(log: PathLog): { log: PathLog; summary: () => RunSummary } {
  const summary: RunSummary = { files: 0, accepted: 0, held: 0, rejected: 0, duplicate: 0, failed: 0, deliveries: 0 };
  const counting: PathLog = {
    debug: (event, data) => log.debug(event, data),
    info: (event, data) => {
      if (event === 'file-decided') {
        summary.files += 1;
        const count = OUTCOME_COUNTS[data.outcome as keyof typeof OUTCOME_COUNTS];
        if (count !== undefined) summary[count] += 1;
      }
      if (event === 'delivery-handed-over') summary.deliveries += 1;
      log.info(event, data);
    },
    warn: (event, data) => {
      if (event === 'delivery-failed' || event === 'file-retrying' || event === 'intake-waits') summary.failed += 1;
      log.warn(event, data);
    },
    error: (event, data) => {
      if (event === 'outbox-paused') summary.failed += 1;
      log.error(event, data);
    },
  };
  return { log: counting, summary: () => ({ ...summary }) };
}
