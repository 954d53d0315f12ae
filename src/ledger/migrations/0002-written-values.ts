import type { Migration } from './migration.ts';

/**
 * What invoices wrote to an order line ("Oppdater fakturaverdier"), as a JSON list beside the line's snapshot: the
 * order itself stays as the buyer's file has it, so that our own value is never taken for the buyer's.
 */
export const WRITTEN_VALUES: Migration = {
  name: '0002-written-values',
  sql: 'ALTER TABLE order_line_snapshot ADD COLUMN written TEXT;',
};
