import type { FaultCode } from '../domain/fault.table.ts';

/** What an error of SQLite or of the file system means for people: the longest beginning that fits decides. */
export const MEANINGS: readonly { starts: string; code: FaultCode; says: string; hint: string }[] = [
  {
    starts: 'SQLITE_FULL',
    code: 'DISK_FULL',
    says: 'the disk is full',
    hint: 'Free some space on this disk; the intake goes on by itself.',
  },
  {
    starts: 'ENOSPC',
    code: 'DISK_FULL',
    says: 'the disk is full',
    hint: 'Free some space on this disk; the intake goes on by itself.',
  },
  {
    starts: 'EDQUOT',
    code: 'DISK_FULL',
    says: 'the disk quota is used up',
    hint: 'Raise the quota of this account or free some space; the intake goes on by itself.',
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
  {
    starts: 'EROFS',
    code: 'FOLDER_NOT_ACCESSIBLE',
    says: 'the file system is read-only',
    hint: 'Mount it writable again; a system does this by itself after disk errors, so look at its log first.',
  },
  {
    starts: 'EACCES',
    code: 'FOLDER_NOT_ACCESSIBLE',
    says: 'access is denied',
    hint: 'Give the account of the service the right to read and write this folder.',
  },
  {
    starts: 'EPERM',
    code: 'FOLDER_NOT_ACCESSIBLE',
    says: 'access is denied',
    hint: 'Give the account of the service the right to read and write this folder.',
  },
  {
    starts: 'ENOENT',
    code: 'FOLDER_NOT_ACCESSIBLE',
    says: 'it is not there',
    hint: 'Check the path, and that the disk it lies on is mounted.',
  },
  {
    starts: 'ENOTDIR',
    code: 'FOLDER_NOT_ACCESSIBLE',
    says: 'a part of the path is no folder',
    hint: 'Check the path.',
  },
  {
    starts: 'EIO',
    code: 'WRITE_FAILED',
    says: 'the disk reported an error',
    hint: 'Look at the system log for errors of this disk.',
  },
  {
    starts: 'EMFILE',
    code: 'WRITE_FAILED',
    says: 'too many files are open',
    hint: 'Raise the limit of open files of the service (LimitNOFILE).',
  },
];
