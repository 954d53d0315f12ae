import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { auditReader } from './audit-reader.ts';
import { deliveryReader } from './delivery-reader.ts';
import { documentReader } from './document-reader.ts';
import { fileReader } from './file-reader.ts';
import { asFault } from './ledger-fault.ts';
import { orderUseReader } from './known-order-use.ts';
import { linkReader } from './link-reader.ts';
import { listReader } from './list-reader.ts';
import type { Connection, Synchronous } from './sql.ts';

/** Every look-up of the ledger on one connection, each statement prepared once, here. */
export function synchronousReader(connection: Connection): Synchronous<LedgerReader> {
  const links = linkReader(connection);
  return {
    ...documentReader(connection),
    ...links,
    ...orderUseReader(links),
    ...fileReader(connection),
    ...deliveryReader(connection),
    ...auditReader(connection),
    ...listReader(connection),
  };
}

/** The look-ups as the port promises them: asynchronous, and with faults instead of SQLite's errors. */
export function ledgerReader(connection: Connection, file: string): LedgerReader {
  return promised<LedgerReader>(synchronousReader(connection), file);
}

/** Methods that answer at once as methods that promise to; the one place where the two shapes are known to agree. */
export function promised<Port extends object>(methods: Synchronous<Port>, file: string): Port {
  const entries = Object.entries(methods as Record<string, (...parameters: unknown[]) => unknown>).map(
    ([name, method]) => [
      name,
      async (...parameters: unknown[]) => {
        try {
          return method(...parameters);
        } catch (error) {
          throw asFault(error, file);
        }
      },
    ],
  );
  return Object.fromEntries(entries) as Port;
}
