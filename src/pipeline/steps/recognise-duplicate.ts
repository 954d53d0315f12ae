import type { Change, Finding } from '../../domain/decision.ts';
import { DOCUMENT_KINDS } from '../../domain/document-kinds.table.ts';
import { kindsOf } from '../../domain/read-documents.ts';
import type { FileRecord } from '../../domain/records.ts';
import type { LedgerReader } from '../ledger-port.ts';
import type { FileInHand } from './file-in-hand.ts';

/** The first file with the same answer, and what is to be said about the likeness. */
export interface Duplicate {
  first: FileRecord;
  findings: Finding[];
  changes: Change[];
}

/**
 * Is this file an event that was answered before: the same bytes, or the same transport id (architecture 3,
 * Duplicates)? State documents are compared one by one when they are decided, for the same bytes may rightly
 * come again. A replay is asked for, so it is never one; refused files never count.
 */
export async function recogniseDuplicate(ledger: LedgerReader, file: FileInHand): Promise<Duplicate | undefined> {
  const { documents, transportId } = file.read;
  if (file.replayOf !== null || documents.length === 0) return undefined;
  for (const kind of kindsOf(documents)) if (DOCUMENT_KINDS[kind].nature !== 'event') return undefined;
  const sameBytes = await ledger.acceptedFileByHash(file.sha256);
  if (sameBytes !== undefined) return { first: sameBytes, findings: [], changes: [] };
  if (transportId === undefined) return undefined;
  const sameTransport = await ledger.acceptedFileByTransportId(transportId);
  if (sameTransport === undefined) return undefined;
  return { first: sameTransport, ...otherBytes(file, sameTransport, transportId) };
}

function otherBytes(file: FileInHand, first: FileRecord, transportId: string): Omit<Duplicate, 'first'> {
  const message = `The envelope says "${transportId}", and so did the file ${first.name} of ${first.receivedAt}, but the bytes differ.`;
  return {
    findings: [
      {
        code: 'DUPLICATE_TRANSPORT_ID',
        severity: 'warning',
        message,
        hint: 'Nothing of this file was taken in. If it is a new document, send it in an envelope with an identifier of its own.',
      },
    ],
    changes: [
      {
        change: 'raise-alert',
        code: 'DUPLICATE_TRANSPORT_ID',
        subject: { kind: 'file', key: file.claim.id },
        text: message,
      },
    ],
  };
}
