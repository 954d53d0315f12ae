import { hash } from 'node:crypto';
import { canonicalText } from '../domain/canonical-text.ts';
import type { PutDocument } from '../domain/decision.ts';
import { DOCUMENT_KINDS } from '../domain/document-kinds.table.ts';
import { requireIndex } from './document-reader.ts';
import { sortableDecimal } from './sortable-decimal.ts';
import type { Connection } from './sql.ts';

interface KnownDocument {
  ordinal: number;
  contentHash: string;
  indexValues: string;
}

type Value = string | number | null;

/**
 * Writes a document: its head always, its content and its index values where they are others than before.
 * A change that comes from no file (an operator's action) leaves the file that the document came from.
 */
export function documentWriter(
  connection: Connection,
): (put: PutDocument, at: string, file: { id: string; sequence: number } | null) => void {
  const find = connection.prepare<[string, string], KnownDocument>(
    'SELECT ordinal, content_hash AS contentHash, index_values AS indexValues FROM document WHERE kind = +? AND key = +?',
  );
  const insert = connection.prepare<Value[]>(
    `INSERT INTO document (status, revision, party, number, amount, amount_order, currency, date, search, content_hash, index_values,
       updated_at, file_id, file_sequence, kind, key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = connection.prepare<Value[]>(
    `UPDATE document SET status = ?, revision = ?, party = ?, number = ?, amount = ?, amount_order = ?, currency = ?, date = ?, search = ?,
       content_hash = ?, index_values = ?, updated_at = ?, file_id = coalesce(?, file_id), file_sequence = coalesce(?, file_sequence)
     WHERE ordinal = +?`,
  );
  const insertContent = connection.prepare<[number | bigint, string]>(
    'INSERT INTO document_content (ordinal, content) VALUES (?, ?)',
  );
  const updateContent = connection.prepare<[string, number]>(
    'UPDATE document_content SET content = ? WHERE ordinal = +?',
  );
  const addIndex = connection.prepare<[string, string, string, number | bigint]>(
    'INSERT INTO document_index (kind, name, value, ordinal) VALUES (?, ?, ?, ?)',
  );
  const dropIndex = connection.prepare<[string, string, string, number]>(
    'DELETE FROM document_index WHERE kind = +? AND name = +? AND value = +? AND ordinal = +?',
  );

  return (put, at, file) => {
    const content = contentText(put);
    const contentHash = hash('sha256', content);
    const indexes = indexPairs(put);
    const indexValues = JSON.stringify(indexes);
    const head = [...headValues(put), contentHash, indexValues, at];
    const known = find.get(put.kind, put.key);
    if (known === undefined) {
      const ordinal = insert.run(...head, file?.id ?? null, file?.sequence ?? 0, put.kind, put.key).lastInsertRowid;
      insertContent.run(ordinal, content);
      for (const [name, value] of indexes) addIndex.run(put.kind, name, value, ordinal);
      return;
    }
    update.run(...head, file?.id ?? null, file?.sequence ?? null, known.ordinal);
    if (known.contentHash !== contentHash) updateContent.run(content, known.ordinal);
    if (known.indexValues === indexValues) return;
    for (const [name, value] of JSON.parse(known.indexValues) as IndexPair[])
      dropIndex.run(put.kind, name, value, known.ordinal);
    for (const [name, value] of indexes) addIndex.run(put.kind, name, value, known.ordinal);
  };
}

/** States are compared with what came before, so their text must not depend on who wrote it; events never are, and are large. */
function contentText(put: PutDocument): string {
  return DOCUMENT_KINDS[put.kind].nature === 'state' ? canonicalText(put.content) : JSON.stringify(put.content);
}

type IndexPair = [name: string, value: string];

/** The index values, each once and in one order: kept with the document too, so that they can be taken out again without a search. */
function indexPairs({ kind, indexes }: PutDocument): IndexPair[] {
  for (const { name } of indexes) requireIndex(kind, name);
  const pairs = indexes.map(({ name, value }): IndexPair => [name, value]);
  if (pairs.length < 2) return pairs;
  return [...new Map(pairs.map((pair) => [pair.join('\n'), pair])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pair]) => pair);
}

/** Status to search text, in the order in which both statements name them. */
function headValues({ key, status, revision, head }: PutDocument): Value[] {
  const { party, number, amount, currency, date } = head;
  return [
    status,
    revision,
    party ?? null,
    number ?? null,
    amount ?? null,
    sortableDecimal(amount),
    currency ?? null,
    date ?? null,
    `${key} ${number ?? ''} ${party ?? ''}`.toLowerCase(),
  ];
}
