import type { Migration } from './migration.ts';
import { FIRST_TABLES } from './0001-first-tables.ts';
import { WRITTEN_VALUES } from './0002-written-values.ts';
import { LINKS_BY_ORDER } from './0003-links-by-order.ts';
import { WAITS_FOR_ORDER } from './0004-waits-for-order.ts';

/** All steps in order; the version of a ledger is how many of them it has been through. Only ever appended to. */
export const MIGRATIONS: readonly Migration[] = [FIRST_TABLES, WRITTEN_VALUES, LINKS_BY_ORDER, WAITS_FOR_ORDER];

/** The version that this program reads and writes. */
export const LEDGER_VERSION = MIGRATIONS.length;
