import type { Migration } from './migration.ts';
import { FIRST_TABLES } from './0001-first-tables.ts';
import { WRITTEN_VALUES } from './0002-written-values.ts';
import { WAITS_FOR_ORDER } from './0003-waits-for-order.ts';
import { RESERVED_QUANTITY } from './0004-reserved-quantity.ts';

/** All steps in order; the version of a ledger is how many of them it has been through. Only ever appended to. */
export const MIGRATIONS: readonly Migration[] = [FIRST_TABLES, WRITTEN_VALUES, WAITS_FOR_ORDER, RESERVED_QUANTITY];

/** The version that this program reads and writes. */
export const LEDGER_VERSION = MIGRATIONS.length;
