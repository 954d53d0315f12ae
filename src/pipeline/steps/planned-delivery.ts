import type { DeliveryRecord, FileRecord } from '../../domain/records.ts';

/**
 * An output that a decision asked for. Its row lacks the bundle that will keep its bytes, and what staging finds out: their
 * hash and how many there are.
 */
export interface PlannedDelivery {
  record: DeliveryRecord;
  /** A text becomes bytes (UTF-8) where it is written. Empty once they are staged: nobody needs them any more. */
  bytes: Buffer | string;
}

/** What one decided file leaves behind, before the commit, beside what it has planned to send. */
export interface DecidedFile {
  record: FileRecord;
  /** Staged deliveries of older revisions that this decision withdrew: their staging is removed after the commit. */
  withdrawn: DeliveryRecord[];
}
