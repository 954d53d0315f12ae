import type { DocumentHead, DocumentOutcome, Finding, Reason } from './decision.ts';
import type { DeliveryStatus } from './delivery-status.table.ts';
import type { Acknowledgement } from './documents.generated.ts';
import type { DocumentKind } from './document-kinds.table.ts';
import type { FileStatus } from './file-status.table.ts';
import type { InboxName, OutboxName } from './settings.generated.ts';

/** What the ledger remembers of a file that was taken in: enough to answer again and to tell its whole story. */
export interface FileRecord {
  id: string;
  /** The original name, as text. */
  name: string;
  channel: InboxName;
  /** Counts up per channel, in claim order. */
  sequence: number;
  sha256: string;
  bytes: number;
  receivedAt: string;
  processedAt: string | null;
  status: FileStatus;
  outcome: Acknowledgement['outcome'] | null;
  mapping: { name: string; version: string } | null;
  documents: {
    document: DocumentKind;
    key: string;
    outcome: DocumentOutcome;
    status: string | null;
    reasons: Reason[];
  }[];
  findings: Finding[];
  transportId: string | null;
  /** The file whose answer this one repeats, where it is a duplicate. */
  duplicateOf: string | null;
  replayOf: string | null;
  attempts: number;
  nextAttemptAt: string | null;
  /** Where the original comes to rest, from the site's folder: settled by the decision, so that a kill before the move loses no track of it. Null while the file is undecided. */
  archivedAs: string | null;
}

/** What the ledger remembers of an output. */
export interface DeliveryRecord {
  id: string;
  /** Per site, never repeated; 0 for acknowledgements, which are named after their file. */
  sequence: number;
  folder: OutboxName;
  /** Final file name inside the folder. */
  name: string;
  /** Which document it is (`order-match-result`, `acknowledgement`), and of which key and revision. */
  document: string;
  key: string;
  revision: number;
  fileId: string | null;
  status: DeliveryStatus;
  sha256: string;
  bytes: number;
  /** The kept bytes: path of the compressed bundle from the site's folder, and the entry in it is the delivery id. */
  bundle: string;
  stagedAt: string;
  deliveredAt: string | null;
  attempts: number;
  nextAttemptAt: string | null;
  lastError: string | null;
}

/** A business document as the ledger keeps it. */
export interface StoredDocument {
  kind: DocumentKind;
  key: string;
  content: unknown;
  /** SHA-256 of the content, of a state document in its canonical text: equal means nothing changed. */
  contentHash: string;
  status: string | null;
  revision: number;
  head: DocumentHead;
  fileId: string | null;
  /** Sequence of the file that wrote it, within its channel. */
  fileSequence: number;
  updatedAt: string;
}

/** One row of the append-only, hash-chained audit. */
export interface AuditRecord {
  sequence: number;
  at: string;
  /** `file:<id>`, `schedule`, `user:<name>` or `commands:<name>`. */
  by: string;
  subject: { kind: string; key: string };
  event: string;
  from: string | null;
  to: string | null;
  rule: string | null;
  reason: string | null;
  details: unknown;
  hash: string;
}

export interface AlertRecord {
  id: string;
  code: string;
  severity: 'error' | 'warning';
  subject: { kind: string; key: string };
  text: string;
  raisedAt: string;
  clearedAt: string | null;
}
