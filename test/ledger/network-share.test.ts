import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refuseNetworkShare } from '../../src/ledger/network-share.ts';

const probe = (type: bigint, mounts = '') => ({ typeOf: async () => type, mounts: async () => mounts });
const FUSE = 0x65735546n;

test.each([
  ['nfs', 0x6969n],
  ['cifs', 0xff534d42n],
  ['cifs, as a negative number', BigInt.asIntN(32, 0xff534d42n)],
  ['smb2', 0xfe534d42n],
  ['9p', 0x01021997n],
])('a ledger on %s is refused, with where and what to do', async (_, type) => {
  await expect(refuseNetworkShare('/srv/site/state/ledger.db', probe(type))).rejects.toMatchObject({
    code: 'LEDGER_ON_NETWORK_SHARE',
    at: { file: '/srv/site/state/ledger.db' },
    hint: expect.stringContaining('disk of this machine'),
  });
});

test.each([
  ['ext4', 0xef53n],
  ['xfs', 0x58465342n],
  ['btrfs', 0x9123683en],
  ['tmpfs', 0x01021994n],
])('a ledger on %s is fine', (_, type) => refuseNetworkShare('/srv/site/state/ledger.db', probe(type)));

test('behind FUSE the mount decides: sshfs is refused, an NTFS disk is not', async () => {
  const mounts = 'x / ext4 rw 0 0\nme@host: /srv/my\\040site fuse.sshfs rw 0 0\n/dev/sdb1 /srv/disk fuseblk rw 0 0\n';
  await expect(refuseNetworkShare('/srv/my site/state/ledger.db', probe(FUSE, mounts))).rejects.toThrow(/fuse\.sshfs/);
  await refuseNetworkShare('/srv/disk/state/ledger.db', probe(FUSE, mounts));
});

test('a UNC path is refused, the long form of a local path is not', async () => {
  await expect(refuseNetworkShare('\\\\server\\share\\state\\ledger.db', probe(0n))).rejects.toThrow(/UNC/);
  await expect(refuseNetworkShare('\\\\?\\UNC\\server\\share\\ledger.db', probe(0n))).rejects.toThrow(/UNC/);
  await refuseNetworkShare('\\\\?\\C:\\site\\state\\ledger.db', probe(0n));
});

test('the file system of this machine is asked', () => refuseNetworkShare(join(tmpdir(), 'ledger.db')));
