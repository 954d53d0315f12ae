import type { Change, LinkState, OrderLineSnapshot } from '../domain/decision.ts';
import type { DocumentKind } from '../domain/document-kinds.table.ts';
import type { AlertRecord, AuditRecord, DeliveryRecord, FileRecord, StoredDocument } from '../domain/records.ts';
import type { InboxName, OutboxName } from '../domain/settings.generated.ts';

/** What the path needs from the site's memory. Asynchronous and free of any database's words: a second implementation needs no change above it. */

/** Reads of the ledger: committed state outside a transaction, the transaction's own state inside. */
export interface LedgerReader {
  document(kind: DocumentKind, key: string): Promise<StoredDocument | undefined>;
  documents(kind: DocumentKind, keys: readonly string[]): Promise<StoredDocument[]>;
  /** Documents that have one of the values in the named index (document-kinds.table.ts). */
  documentsByIndex(kind: DocumentKind, index: string, values: readonly string[]): Promise<StoredDocument[]>;
  /** Their keys alone, in the order in which they first came: for whoever takes many of them a few at a time. */
  keysByIndex(kind: DocumentKind, index: string, values: readonly string[]): Promise<string[]>;
  /** Is there a document of the kind in one of these statuses? Costs the same however many there are. */
  anyInStatus(kind: DocumentKind, statuses: readonly string[]): Promise<boolean>;
  linksOfOrders(orderNos: readonly string[]): Promise<LinkState[]>;
  /**
   * The same for whoever asks only what is used of the order lines; few, however many invoices an order has. Links of
   * the documents `apart` come one by one, whatever their state. All others that count come summed up, with an empty
   * `documentId`: one per line, kind, state, sign, and side of the order's `asOf`; `receivedAt` is the last of them.
   */
  useOfOrders(
    orders: readonly { readonly orderNo: string; readonly asOf?: string }[],
    apart: readonly string[],
  ): Promise<LinkState[]>;
  linksOfDocument(documentId: string): Promise<LinkState[]>;
  orderLineSnapshots(orderNos: readonly string[]): Promise<({ orderNo: string; lineNo: number } & OrderLineSnapshot)[]>;
  file(id: string): Promise<FileRecord | undefined>;
  /** The first file of these bytes that was accepted or held (rejected files never count). */
  acceptedFileByHash(sha256: string): Promise<FileRecord | undefined>;
  acceptedFileByTransportId(transportId: string): Promise<FileRecord | undefined>;
  /** Files in these statuses, oldest first. */
  filesInStatus(statuses: readonly FileRecord['status'][], limit: number): Promise<FileRecord[]>;
  delivery(id: string): Promise<DeliveryRecord | undefined>;
  deliveriesOfFile(fileId: string): Promise<DeliveryRecord[]>;
  /** Deliveries in these statuses in sequence order. */
  deliveriesInStatus(statuses: readonly DeliveryRecord['status'][], limit: number): Promise<DeliveryRecord[]>;
  /** Undelivered results about a key, for withdrawal of an older revision. */
  openDeliveriesOfKey(document: string, key: string): Promise<DeliveryRecord[]>;
  auditOf(subject: { kind: string; key: string }): Promise<AuditRecord[]>;
  openAlerts(): Promise<AlertRecord[]>;
  /** How often a file was alone in processing when the process died. */
  suspectCount(fileId: string): Promise<number>;
  /** Has this outbox folder ever had our marker? */
  outboxKnown(folder: OutboxName): Promise<boolean>;
  list(request: ListRequest): Promise<ListPage>;
  /** How many documents of a kind there are by status; files and deliveries too. */
  countByStatus(kind: ListKind): Promise<Record<string, number>>;
  lastFileAt(): Promise<Partial<Record<InboxName, string>>>;
}

export type ListKind = DocumentKind | 'file' | 'delivery' | 'alert';

/** A search (dashboard's language, parsed): all conditions hold. */
export interface ListRequest {
  kind: ListKind;
  conditions: {
    field: ListField;
    /** `one-of` and `none-of`: the value is a JSON list of texts. */
    comparison: '=' | '<' | '>' | '<=' | '>=' | 'contains' | 'one-of' | 'none-of';
    value: string;
  }[];
  limit: number;
  offset: number;
}

export type ListField =
  | 'key'
  | 'status'
  | 'party'
  | 'number'
  | 'amount'
  | 'currency'
  | 'date'
  | 'channel'
  | 'name'
  | 'folder'
  | 'order'
  | 'learned-link'
  | 'code'
  | 'updatedAt'
  | 'text';

export interface ListPage {
  total: number;
  rows: Record<string, unknown>[];
}

/** Something that happened outside a transaction and rides on the next commit. */
export type Mark =
  | { mark: 'delivered'; deliveryId: string; at: string }
  | {
      mark: 'delivery-failed';
      deliveryId: string;
      error: string;
      attempts: number;
      nextAttemptAt: string | null;
      status: 'retrying' | 'stopped';
    };

/** One transaction. Opened exclusively: a second `begin` waits for the first to end. */
export interface LedgerTransaction extends LedgerReader {
  /** Runs the work inside a savepoint: a throw undoes the work's own writes, and is thrown on. */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
  /** Applies the changes of a decision; audit rows get `by` and the chain's hash. */
  apply(
    changes: readonly Change[],
    by: string,
    at: string,
    file: { id: string; sequence: number } | null,
  ): Promise<void>;
  audit(record: Omit<AuditRecord, 'sequence' | 'hash'>): Promise<void>;
  /** Next value of a counter that never repeats: `output`, `accounting-document`, `file:<channel>`, `voucher-series:<no>`. */
  nextNumber(counter: string): Promise<number>;
  /** The last value that was given, 0 before the first: a decision that needs the next one takes it by `take-number`. */
  lastNumber(counter: string): Promise<number>;
  putFile(file: FileRecord): Promise<void>;
  putDelivery(delivery: DeliveryRecord): Promise<void>;
  setDeliveryStatus(id: string, status: DeliveryRecord['status']): Promise<void>;
  mark(marks: readonly Mark[]): Promise<void>;
  raiseSuspicion(fileId: string): Promise<number>;
  clearSuspicion(fileId: string): Promise<void>;
  rememberOutbox(folder: OutboxName): Promise<void>;
  /** Durable when it resolves. When it rejects nobody knows: the caller must reopen the ledger and recover. */
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** The site's memory. */
export interface Ledger {
  readonly siteId: string;
  readonly epoch: number;
  readonly read: LedgerReader;
  begin(): Promise<LedgerTransaction>;
  /** Epoch + 1, durable: once at each start, before the markers are written. */
  beginEpoch(): Promise<number>;
  /** `quick` does not grow with history (at each start); `full` reads everything, with the audit chain. */
  check(depth: 'quick' | 'full', onProgress?: (done: number, total: number) => void): Promise<LedgerFinding[]>;
  /** A consistent copy while running; gives its path. */
  backup(toFolder: string, onProgress?: (done: number, total: number) => void): Promise<string>;
  close(): Promise<void>;
}

export interface LedgerFinding {
  code: 'LEDGER_DAMAGED' | 'AUDIT_CHAIN_BROKEN';
  what: string;
  where: string;
}
