import type { Fault } from '../../domain/fault.ts';
import type { UnderstoodFile } from '../../domain/read-documents.ts';
import type { ClaimedFile } from '../ports.ts';
import type { BytesNotKept } from '../read-claims.ts';

/** A claimed file on its way through one batch. */
export interface FileInHand {
  claim: ClaimedFile;
  /** Kept until the original is archived: should somebody write on, these are the bytes that were decided. */
  bytes: Buffer | BytesNotKept;
  sha256: string;
  read: UnderstoodFile;
  /** The world failed while reading: nothing was read. */
  fault: Fault | null;
  /** How often reading was tried before this time. */
  attempts: number;
  /** Just claimed: the ledger has never heard of it, so it need not be asked. */
  fresh: boolean;
  /** The file that an operator has asked to take in again, where this is a replay. */
  replayOf: string | null;
}
