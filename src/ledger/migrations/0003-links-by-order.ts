import type { Migration } from './migration.ts';

/**
 * The links of a document to the lines of one order become one row. A row for each link cost three places in the
 * ledger each, nine in ten of what an invoice of many lines wrote; and links are written, read and replaced together.
 * `links` is a JSON list, each link with its `place` among all links of the document (link-rows.ts).
 */
export const LINKS_BY_ORDER: Migration = {
  name: '0003-links-by-order',
  sql: `
CREATE TABLE links_by_order (
  ordinal INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL CHECK (document_id <> ''),
  order_no TEXT NOT NULL CHECK (order_no <> ''),
  links TEXT NOT NULL CHECK (links <> '')
) STRICT;

INSERT INTO links_by_order (document_id, order_no, links)
SELECT document_id, order_no, json_group_array(json(link) ORDER BY ordinal)
FROM (
  SELECT ordinal, document_id, order_no, CASE
    WHEN received_at IS NULL THEN json_object('place', place, 'documentId', document_id, 'invoiceLineId', invoice_line_id,
      'orderNo', order_no, 'orderLineNo', order_line_no, 'quantity', quantity, 'amount', amount, 'price', price,
      'kind', kind, 'state', state)
    ELSE json_object('place', place, 'documentId', document_id, 'invoiceLineId', invoice_line_id,
      'orderNo', order_no, 'orderLineNo', order_line_no, 'quantity', quantity, 'amount', amount, 'price', price,
      'kind', kind, 'state', state, 'receivedAt', received_at)
    END AS link
  FROM (SELECT *, row_number() OVER (PARTITION BY document_id ORDER BY ordinal) - 1 AS place FROM document_link)
)
GROUP BY document_id, order_no
ORDER BY min(ordinal);

DROP TABLE document_link;
ALTER TABLE links_by_order RENAME TO document_link;
CREATE INDEX document_link_by_document ON document_link (document_id);
CREATE INDEX document_link_by_order ON document_link (order_no);
`,
};
