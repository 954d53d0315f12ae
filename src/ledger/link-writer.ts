import type { LinkState, OrderLineSnapshot } from '../domain/decision.ts';
import { LINK_COLUMNS, type LinkRow, linkState } from './link-reader.ts';
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
  const drop = connection.prepare<[string], LinkRow>(
    `DELETE FROM document_link WHERE document_id = +? RETURNING ${LINK_COLUMNS}`,
  );
  const add = connection.prepare<(string | number | null)[]>(
    `INSERT INTO document_link (document_id, invoice_line_id, order_no, order_line_no, quantity, amount, price, kind, state, received_at, reserved)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putSnapshot = connection.prepare<(string | number | null)[]>(
    `INSERT INTO order_line_snapshot (order_no, line_no, price, discount_percent, written_price, written) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET price = excluded.price, discount_percent = excluded.discount_percent,
       written_price = excluded.written_price, written = excluded.written`,
  );
  return {
    putLinks(documentId, links) {
      const former = drop.all(documentId).map(linkState);
      for (const link of links) {
        if (link.documentId !== documentId)
          throw new Error(`a link of ${link.documentId} among those of ${documentId}`);
        add.run(
          documentId,
          link.invoiceLineId,
          link.orderNo,
          link.orderLineNo,
          link.quantity,
          link.amount,
          link.price,
          link.kind,
          link.state,
          link.receivedAt ?? null,
          link.reserved ?? null,
        );
      }
      written(former, links);
    },
    putSnapshot(orderNo, lineNo, { price, discountPercent, writtenPrice, written }) {
      const values = written === undefined ? null : JSON.stringify(written);
      putSnapshot.run(orderNo, lineNo, price, discountPercent ?? null, writtenPrice ?? null, values);
    },
  };
}
