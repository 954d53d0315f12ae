import type { DocumentKind } from '../domain/document-kinds.table.ts';
import type { StoredDocument } from '../domain/records.ts';
import { DOCUMENT_COLUMNS, type DocumentRow, requireIndex, storedDocument } from './document-reader.ts';
import { type Connection, valueList } from './sql.ts';

/** A document with its place among all: lists of documents are in this order. */
export interface IndexedDocument {
  ordinal: number;
  document: StoredDocument;
}

/** What each value of an index finds, by value; a value that finds nothing is not in it. */
export type IndexAnswers = (
  kind: DocumentKind,
  index: string,
  values: readonly string[],
) => Map<string, IndexedDocument[]>;

/** Look-ups by index that say which value found what, for whoever remembers the answers one by one. */
export function documentIndexReader(connection: Connection): IndexAnswers {
  const byValue = connection.prepare<[string, string, string], DocumentRow & { value: string; ordinal: number }>(
    `SELECT wanted.value AS value, document.ordinal AS ordinal, ${DOCUMENT_COLUMNS} FROM json_each(?) AS wanted
     CROSS JOIN document_index ON document_index.kind = +? AND document_index.name = +? AND document_index.value = wanted.value
     CROSS JOIN document USING (ordinal) CROSS JOIN document_content USING (ordinal)`,
  );
  return (kind, index, values) => {
    requireIndex(kind, index);
    const answers = new Map<string, IndexedDocument[]>();
    const parsed = new Map<number, IndexedDocument>();
    for (const row of byValue.iterate(valueList(values), kind, index)) {
      const one = parsed.get(row.ordinal) ?? { ordinal: row.ordinal, document: storedDocument(row) };
      parsed.set(row.ordinal, one);
      const answer = answers.get(row.value);
      if (answer === undefined) answers.set(row.value, [one]);
      else answer.push(one);
    }
    return answers;
  };
}
