import type { LinkState, OrderLineSnapshot } from '../domain/decision.ts';
import { LINK_COLUMNS } from './link-reader.ts';
import { linksOf, type LinksRow, rowsOf } from './link-rows.ts';
import type { Connection } from './sql.ts';

/** Writes links of a document and snapshots of order lines. */
export interface LinkWriter {
  /** All links of a document are replaced by these. Throws where a link names another document. */
  putLinks(documentId: string, links: readonly LinkState[]): void;
  /** The order line as the first match saw it; replaces the former one. */
  putSnapshot(orderNo: string, lineNo: number, snapshot: OrderLineSnapshot): void;
}

/** Told of each replacement: the links that a document had, and those that it has now. */
export type LinksWritten = (former: readonly LinkState[], now: readonly LinkState[]) => void;

export function linkWriter(connection: Connection, written: LinksWritten): LinkWriter {
  const drop = connection.prepare<[string], LinksRow>(
    `DELETE FROM document_link WHERE document_id = +? RETURNING ${LINK_COLUMNS}`,
  );
  const add = connection.prepare<[string, string, string]>(
    'INSERT INTO document_link (document_id, order_no, links) VALUES (?, ?, ?)',
  );
  const putSnapshot = connection.prepare<(string | number | null)[]>(
    `INSERT INTO order_line_snapshot (order_no, line_no, price, discount_percent, written_price, written) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET price = excluded.price, discount_percent = excluded.discount_percent,
       written_price = excluded.written_price, written = excluded.written`,
  );
  return {
    putLinks(documentId, links) {
      for (const link of links) {
        if (link.documentId !== documentId)
          throw new Error(`a link of ${link.documentId} among those of ${documentId}`);
      }
      const former = linksOf(drop.all(documentId));
      for (const row of rowsOf(documentId, links)) add.run(documentId, row.orderNo, row.links);
      written(former, links);
    },
    putSnapshot(orderNo, lineNo, { price, discountPercent, writtenPrice, written }) {
      const values = written === undefined ? null : JSON.stringify(written);
      putSnapshot.run(orderNo, lineNo, price, discountPercent ?? null, writtenPrice ?? null, values);
    },
  };
}
