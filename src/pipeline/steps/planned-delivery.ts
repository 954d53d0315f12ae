import type { DeliveryRecord, FileRecord } from '../../domain/records.ts';

/** An output that a decision asked for: its row still lacks the bundle that will keep its bytes. */
export interface PlannedDelivery {
  record: DeliveryRecord;
  bytes: Buffer;
}

/** Everything that one decided file leaves behind, before the commit. */
export interface DecidedFile {
  record: FileRecord;
  deliveries: PlannedDelivery[];
  /** Staged deliveries of older revisions that this decision withdrew: their staging is removed after the commit. */
  withdrawn: DeliveryRecord[];
}
