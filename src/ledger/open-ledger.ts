import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Ledger } from '../pipeline/ledger-port.ts';
import type { Clock, NewId } from '../pipeline/ports.ts';
import { backupLedger } from './backup-ledger.ts';
import { checkLedger } from './check-ledger.ts';
import { openConnection } from './connection.ts';
import { asFault, withFaults } from './ledger-fault.ts';
import { migrate, requireVersion } from './migrate.ts';
import { refuseNetworkShare } from './network-share.ts';
import { ledgerReader } from './reader.ts';
import { isThere, refuseInterruptedRestore } from './restore-files.ts';
import { ensureSite, epochCounter, readSite, type Site } from './site-row.ts';
import type { Connection } from './sql.ts';
import { syncFolder } from '../disk/sync-folder.ts';
import { TransactionTurns } from './transaction-turns.ts';
import { ledgerWriter, type Writer } from './writer.ts';

/** `file`: `state/ledger.db` of the site. `readOnly`: beside a running daemon; a file that is not there yet is an empty ledger. */
export interface LedgerOptions {
  file: string;
  clock: Clock;
  newId: NewId;
  readOnly?: boolean;
}

/**
 * Opens the site's memory, makes it where it is missing, and brings it to this version's schema. Reads see what is
 * committed and wait for nobody: they have a connection of their own.
 * Throws `LEDGER_ON_NETWORK_SHARE`, `LEDGER_DAMAGED`, `LEDGER_OTHER_VERSION`, `FOLDER_NOT_ACCESSIBLE`, `DISK_FULL`.
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  return withFaults(options.file, () =>
    options.readOnly === true ? openForReading(options) : openForWriting(options),
  );
}

async function openForReading({ file, clock, newId }: LedgerOptions): Promise<Ledger> {
  await refuseInterruptedRestore(file);
  const there = await isThere(file);
  const connection = openConnection(file, there ? 'read' : 'memory');
  const refuse = async (): Promise<never> => {
    throw new Error('this ledger was opened for reading');
  };
  try {
    if (there) requireVersion(connection, file);
    else migrate(connection, file);
    const site = there ? readSite(connection, file) : ensureSite(connection, clock, newId);
    return {
      ...readingHalf(file, clock, connection, site),
      epoch: site.epoch,
      begin: refuse,
      beginEpoch: refuse,
      close: async () => {
        connection.close();
      },
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function openForWriting({ file, clock, newId }: LedgerOptions): Promise<Ledger> {
  await mkdir(dirname(file), { recursive: true });
  await refuseNetworkShare(file);
  await refuseInterruptedRestore(file);
  const connection = openConnection(file, 'write');
  let reading: Connection | undefined;
  try {
    migrate(connection, file);
    const site = ensureSite(connection, clock, newId);
    await syncFolder(dirname(file));
    reading = openConnection(file, 'read');
    return writableLedger(ledgerWriter(connection, file, site.siteId, newId), reading, site, clock);
  } catch (error) {
    reading?.close();
    connection.close();
    throw error;
  }
}

type ReadingHalf = Pick<Ledger, 'siteId' | 'read' | 'check' | 'backup'>;

/** What a ledger that reads and one that writes do alike, on the connection that sees what is committed. */
function readingHalf(file: string, clock: Clock, connection: Connection, site: Site): ReadingHalf {
  return {
    siteId: site.siteId,
    read: ledgerReader(connection, file),
    check: (depth, onProgress) => checkLedger(connection, file, depth, onProgress),
    backup: (toFolder, onProgress) => backupLedger({ file, toFolder, site, at: clock.now() }, onProgress),
  };
}

function writableLedger(writer: Writer, reading: Connection, site: Site, clock: Clock): Ledger {
  const { connection, file } = writer;
  const turns = new TransactionTurns(writer);
  const countEpoch = epochCounter(connection);
  return {
    ...readingHalf(file, clock, reading, site),
    get epoch() {
      return site.epoch;
    },
    begin: () => turns.begin(),
    async beginEpoch() {
      const transaction = await turns.begin();
      let epoch: number;
      try {
        epoch = countEpoch();
      } catch (error) {
        await transaction.rollback();
        throw asFault(error, file);
      }
      await transaction.commit();
      site.epoch = epoch;
      return epoch;
    },
    async close() {
      await turns.close();
      reading.close();
      connection.close();
    },
  };
}
