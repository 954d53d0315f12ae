import type { Migration } from './migration.ts';

/** Invoices that wait, by the status index. */
const WAITING = `document.kind = 'supplier-invoice' AND coalesce(document.status, 'none') IN ('3', '4', '7', '8', '9', '10', '11')`;

/**
 * Waiting invoices are found by the orders that they were matched to, not only by those that were missing, so that a new
 * file of an order decides them again. What was stored before gets these look-up values from those of its orders.
 */
export const WAITS_FOR_ORDER: Migration = {
  name: '0004-waits-for-order',
  sql: `
INSERT OR IGNORE INTO document_index (kind, name, value, ordinal)
  SELECT document.kind, 'waits-for-order', pair.value ->> 1, document.ordinal
  FROM document CROSS JOIN json_each(document.index_values) AS pair
  WHERE ${WAITING} AND pair.value ->> 0 = 'order';
UPDATE document SET index_values = (
    SELECT json_group_array(json_array(name, value)) FROM (
      SELECT pair.value ->> 0 AS name, pair.value ->> 1 AS value FROM json_each(document.index_values) AS pair
      UNION
      SELECT 'waits-for-order', pair.value ->> 1 FROM json_each(document.index_values) AS pair WHERE pair.value ->> 0 = 'order'))
  WHERE ${WAITING};
`,
};
