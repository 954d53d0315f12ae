import type { DocumentHead } from '../domain/decision.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../domain/document-kinds.table.ts';
import type { StoredDocument } from '../domain/records.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { type Connection, type Synchronous, valueList } from './sql.ts';

/** A document as its tables hold it. */
export interface DocumentRow {
  kind: DocumentKind;
  key: string;
  status: string | null;
  revision: number;
  party: string | null;
  number: string | null;
  amount: string | null;
  currency: string | null;
  date: string | null;
  fileId: string | null;
  fileSequence: number;
  updatedAt: string;
  contentHash: string;
  content: string;
}

export const DOCUMENT_COLUMNS = `document.kind, document.key, status, revision, party, number, amount, currency, date, file_id AS fileId,
  file_sequence AS fileSequence, updated_at AS updatedAt, content_hash AS contentHash, content`;

type DocumentLookUp = 'document' | 'documents' | 'documentsByIndex' | 'keysByIndex' | 'anyInStatus';

/** Look-ups of business documents: by key, by many keys, by the values of an index. The cost does not grow with history. */
export function documentReader(connection: Connection): Synchronous<Pick<LedgerReader, DocumentLookUp>> {
  const byKey = connection.prepare<[string, string], DocumentRow>(
    `SELECT ${DOCUMENT_COLUMNS} FROM document JOIN document_content USING (ordinal) WHERE kind = +? AND key = +?`,
  );
  const byKeys = connection.prepare<[string, string], DocumentRow>(
    `SELECT ${DOCUMENT_COLUMNS} FROM json_each(?) AS wanted
     CROSS JOIN document ON document.kind = +? AND document.key = wanted.value
     CROSS JOIN document_content USING (ordinal)`,
  );
  const byIndex = connection.prepare<[string, string, string], DocumentRow>(
    `SELECT ${DOCUMENT_COLUMNS} FROM document CROSS JOIN document_content USING (ordinal) WHERE ordinal IN (
       SELECT document_index.ordinal FROM json_each(?) AS wanted
       CROSS JOIN document_index ON document_index.kind = +? AND document_index.name = +? AND document_index.value = wanted.value)
     ORDER BY ordinal`,
  );
  const keysOfIndex = connection
    .prepare<[string, string, string], string>(
      `SELECT key FROM document WHERE ordinal IN (
       SELECT document_index.ordinal FROM json_each(?) AS wanted
       CROSS JOIN document_index ON document_index.kind = +? AND document_index.name = +? AND document_index.value = wanted.value)
     ORDER BY ordinal`,
    )
    .pluck();
  const inStatus = connection
    .prepare<[string, string], number>(
      `SELECT 1 FROM json_each(?) AS wanted
       CROSS JOIN document ON document.kind = +? AND coalesce(document.status, 'none') = wanted.value LIMIT 1`,
    )
    .pluck();
  return {
    document(kind, key) {
      const row = byKey.get(kind, key);
      return row === undefined ? undefined : storedDocument(row);
    },
    documents(kind, keys) {
      return keys.length === 0 ? [] : byKeys.all(valueList(keys), kind).map(storedDocument);
    },
    documentsByIndex(kind, index, values) {
      requireIndex(kind, index);
      return values.length === 0 ? [] : byIndex.all(valueList(values), kind, index).map(storedDocument);
    },
    keysByIndex(kind, index, values) {
      requireIndex(kind, index);
      return values.length === 0 ? [] : keysOfIndex.all(valueList(values), kind, index);
    },
    anyInStatus: (kind, statuses) => inStatus.get(valueList(statuses), kind) === 1,
  };
}

/** An index that the table of kinds does not know would find nothing for ever: a defect, said at once. */
export function requireIndex(kind: DocumentKind, index: string): void {
  const known: readonly string[] = DOCUMENT_KINDS[kind].indexes;
  if (!known.includes(index))
    throw new Error(`documents of kind ${kind} have no index "${index}": add it to document-kinds.table.ts`);
}

/** A document as the path knows it. */
export function storedDocument(row: DocumentRow): StoredDocument {
  return {
    kind: row.kind,
    key: row.key,
    content: JSON.parse(row.content),
    contentHash: row.contentHash,
    status: row.status,
    revision: row.revision,
    head: documentHead(row),
    fileId: row.fileId,
    fileSequence: row.fileSequence,
    updatedAt: row.updatedAt,
  };
}

/** The columns of a head, without those that are empty. */
function documentHead(row: DocumentRow): DocumentHead {
  const head: DocumentHead = {};
  if (row.party !== null) head.party = row.party;
  if (row.number !== null) head.number = row.number;
  if (row.amount !== null) head.amount = row.amount;
  if (row.currency !== null) head.currency = row.currency;
  if (row.date !== null) head.date = row.date;
  return head;
}
