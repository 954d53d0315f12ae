import type { DeliveryRecord, FileRecord } from '../../domain/records.ts';
import type { KeptOutput, OutputArchive } from '../ports.ts';

/**
 * An output that a decision asked for. Its row lacks the bundle that will keep its bytes, and what staging finds out: their
 * hash and how many there are.
 */
export interface PlannedDelivery {
  record: DeliveryRecord;
  /** A text becomes bytes (UTF-8) where it is written. Empty once they are staged: nobody needs them any more. */
  bytes: Buffer | string;
  /** The canonical JSON that a mapping made the bytes of: kept beside them, so that it can be written anew. */
  canonical?: string;
}

/** What is kept of an output: its bytes, and the canonical JSON behind them where that is something else. */
export function keptOutputs({ record, bytes, canonical }: PlannedDelivery): KeptOutput[] {
  const kept: KeptOutput = { deliveryId: record.id, bytes };
  return canonical === undefined ? [kept] : [kept, { deliveryId: canonicalEntry(record.id), bytes: canonical }];
}

/** Where the canonical JSON of a delivery lies in its bundle. */
function canonicalEntry(deliveryId: string): string {
  return `${deliveryId}.canonical`;
}

/** What an output is written anew from: its canonical JSON, or where that is what was sent, its bytes. Undefined where they are gone. */
export async function keptContent(
  archive: OutputArchive,
  { bundle, id }: Pick<DeliveryRecord, 'bundle' | 'id'>,
): Promise<Buffer | undefined> {
  return (await archive.find(bundle, canonicalEntry(id))) ?? archive.find(bundle, id);
}

/** What one decided file leaves behind, before the commit, beside what it has planned to send. */
export interface DecidedFile {
  record: FileRecord;
  /** Staged deliveries of older revisions that this decision withdrew: their staging is removed after the commit. */
  withdrawn: DeliveryRecord[];
}
