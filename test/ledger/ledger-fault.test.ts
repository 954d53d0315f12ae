import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { worldFault } from '../../src/disk/world-fault.ts';
import { Fault } from '../../src/domain/fault.ts';
import { asFault } from '../../src/ledger/ledger-fault.ts';

const ofSystem = (code: string) => Object.assign(new Error(code), { code, syscall: 'open' });

test.each(['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'ENOENT', 'EIO', 'EMFILE', 'ESTALE'])(
  'what %s means is said once, for the ledger and for every other file of ours',
  (code) => {
    const error = ofSystem(code);
    expect(asFault(error, '/site/state/ledger.db')).toEqual(worldFault(error, 'writing', '/site/state/ledger.db'));
  },
);

test.each([
  ['SQLITE_FULL', 'DISK_FULL'],
  ['SQLITE_IOERR_SHMSIZE', 'DISK_FULL'],
  ['SQLITE_IOERR_WRITE', 'WRITE_FAILED'],
  ['SQLITE_IOERR_READ', 'READ_FAILED'],
  ['SQLITE_IOERR_SHORT_READ', 'LEDGER_DAMAGED'],
  ['SQLITE_CORRUPT_INDEX', 'LEDGER_DAMAGED'],
  ['SQLITE_READONLY_DBMOVED', 'FOLDER_NOT_ACCESSIBLE'],
])('%s is %s', (code, fault) => {
  expect(asFault(new BetterSqlite3.SqliteError('x', code), '/l.db')).toMatchObject({
    code: fault,
    at: { file: '/l.db' },
  });
});

test('faults and defects stay what they are', () => {
  const all = [
    new Fault('DISK_FULL', 'x', { hint: 'y' }),
    new Error('x'),
    new BetterSqlite3.SqliteError('x', 'SQLITE_CONSTRAINT'),
  ];
  for (const one of all) expect(asFault(one, '/l.db')).toBe(one);
});
