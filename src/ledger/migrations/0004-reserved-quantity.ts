import type { Migration } from './migration.ts';

/** How much of a pending link was open when it was made; null where all of it was. */
export const RESERVED_QUANTITY: Migration = {
  name: '0004-reserved-quantity',
  sql: 'ALTER TABLE document_link ADD COLUMN reserved TEXT;',
};
