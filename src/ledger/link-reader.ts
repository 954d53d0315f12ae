import type { LinkState, WrittenValues } from '../domain/decision.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { type Connection, type Synchronous, valueList } from './sql.ts';

/** A link as its table holds it. */
export type LinkRow = Omit<LinkState, 'receivedAt' | 'reserved'> & {
  receivedAt: string | null;
  reserved: string | null;
};

interface SnapshotRow {
  orderNo: string;
  lineNo: number;
  price: string;
  discountPercent: string | null;
  writtenPrice: string | null;
  /** As JSON text. */
  written: string | null;
}

export const LINK_COLUMNS = `document_id AS documentId, invoice_line_id AS invoiceLineId, order_no AS orderNo, order_line_no AS orderLineNo,
  quantity, amount, price, kind, state, received_at AS receivedAt, reserved`;

/** Look-ups of links of invoice lines to order lines (Dokumentkobling), and of order lines as the first match saw them. */
export function linkReader(
  connection: Connection,
): Synchronous<Pick<LedgerReader, 'linksOfOrders' | 'linksOfDocument' | 'orderLineSnapshots'>> {
  const ofOrders = connection.prepare<[string], LinkRow>(
    `SELECT ${LINK_COLUMNS} FROM json_each(?) AS wanted CROSS JOIN document_link ON document_link.order_no = wanted.value
     ORDER BY document_link.ordinal`,
  );
  const ofDocument = connection.prepare<[string], LinkRow>(
    `SELECT ${LINK_COLUMNS} FROM document_link WHERE document_id = +? ORDER BY ordinal`,
  );
  const snapshots = connection.prepare<[string], SnapshotRow>(
    `SELECT order_no AS orderNo, line_no AS lineNo, price, discount_percent AS discountPercent, written_price AS writtenPrice, written
     FROM json_each(?) AS wanted CROSS JOIN order_line_snapshot ON order_line_snapshot.order_no = wanted.value
     ORDER BY order_no, line_no`,
  );
  return {
    linksOfOrders: (orderNos) => (orderNos.length === 0 ? [] : ofOrders.all(valueList(orderNos)).map(linkState)),
    linksOfDocument: (documentId) => ofDocument.all(documentId).map(linkState),
    orderLineSnapshots: (orderNos) =>
      orderNos.length === 0 ? [] : snapshots.all(valueList(orderNos)).map(orderLineSnapshot),
  };
}

/** A link as the path knows it. */
export function linkState({ receivedAt, reserved, ...link }: LinkRow): LinkState {
  return {
    ...link,
    ...(receivedAt === null ? {} : { receivedAt }),
    ...(reserved === null ? {} : { reserved }),
  };
}

function orderLineSnapshot({ discountPercent, writtenPrice, written, ...line }: SnapshotRow) {
  return {
    ...line,
    ...(discountPercent === null ? {} : { discountPercent }),
    ...(writtenPrice === null ? {} : { writtenPrice }),
    ...(written === null ? {} : { written: JSON.parse(written) as WrittenValues[] }),
  };
}
