import type { FaultCode } from '../domain/fault.table.ts';

/** What an error of SQLite means for people: the longest beginning that fits decides. Those of the file system are in src/disk. */
export const MEANINGS: readonly { starts: string; code: FaultCode; says: string; hint: string }[] = [
  {
    starts: 'SQLITE_FULL',
    code: 'DISK_FULL',
    says: 'the disk is full',
    hint: 'Free some space on this disk; the intake goes on by itself.',
  },
  {
    starts: 'SQLITE_IOERR_SHMSIZE', // the index of its log cannot grow, or not even be begun
    code: 'DISK_FULL',
    says: 'the disk is full',
    hint: 'Free some space on this disk; the intake goes on by itself.',
  },
  {
    starts: 'SQLITE_CORRUPT',
    code: 'LEDGER_DAMAGED',
    says: 'the file is damaged',
    hint: 'Stop the service, keep the file as it is, and run `ordrebro restore` with the newest backup.',
  },
  {
    starts: 'SQLITE_NOTADB',
    code: 'LEDGER_DAMAGED',
    says: 'the file is no ledger',
    hint: 'Stop the service, keep the file as it is, and run `ordrebro restore` with the newest backup.',
  },
  {
    starts: 'SQLITE_IOERR_CORRUPTFS',
    code: 'LEDGER_DAMAGED',
    says: 'the file system is damaged',
    hint: 'Check the file system, then run `ordrebro doctor --full`.',
  },
  {
    starts: 'SQLITE_IOERR_SHORT_READ',
    code: 'LEDGER_DAMAGED',
    says: 'the file is shorter than it should be',
    hint: 'Stop the service, keep the file as it is, and run `ordrebro restore` with the newest backup.',
  },
  {
    starts: 'SQLITE_IOERR_READ',
    code: 'READ_FAILED',
    says: 'the disk could not be read',
    hint: 'Look at the system log for errors of this disk, then run `ordrebro doctor --full`.',
  },
  {
    starts: 'SQLITE_IOERR',
    code: 'WRITE_FAILED',
    says: 'the disk did not take what was written',
    hint: 'Look at the system log for errors of this disk; the ledger is opened again and nothing that was committed is lost.',
  },
  {
    starts: 'SQLITE_READONLY',
    code: 'FOLDER_NOT_ACCESSIBLE',
    says: 'it may not be written',
    hint: 'Give the account of the service the right to write this file and its folder.',
  },
  {
    starts: 'SQLITE_CANTOPEN',
    code: 'FOLDER_NOT_ACCESSIBLE',
    says: 'it cannot be opened',
    hint: 'Check that the folder exists and that the account of the service may read and write it.',
  },
  {
    starts: 'SQLITE_PERM',
    code: 'FOLDER_NOT_ACCESSIBLE',
    says: 'access is denied',
    hint: 'Give the account of the service the right to write this file and its folder.',
  },
  {
    starts: 'SQLITE_BUSY',
    code: 'WRITE_FAILED',
    says: 'another program holds it',
    hint: 'Close the other program that has the ledger open (a database browser, a copy job); this is tried again.',
  },
  {
    starts: 'SQLITE_LOCKED',
    code: 'WRITE_FAILED',
    says: 'another program holds it',
    hint: 'Close the other program that has the ledger open; this is tried again.',
  },
];
