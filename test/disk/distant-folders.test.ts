import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isDistant, noteDistance } from '../../src/disk/distant-folders.ts';
import type { FileSystemProbe } from '../../src/disk/network-file-system.ts';
import { writeSynced } from '../../src/disk/write-synced.ts';
import { temporaryFolder } from './temporary-folder.ts';

const probe = (type: bigint): FileSystemProbe => ({ typeOf: async () => type, mounts: async () => '' });
const NFS = probe(0x6969n);
const EXT4 = probe(0xef53n);

test('a folder on a share, and all that lies in it, is distant; its neighbours are not', async () => {
  const folder = await temporaryFolder();
  const share = join(folder, 'share');
  await noteDistance(share, NFS);
  await noteDistance(join(folder, 'local'), EXT4);
  expect([share, join(share, 'in', 'a.xml')].map(isDistant)).toEqual([true, true]);
  expect([folder, `${share}-2`, join(folder, 'local', 'a.xml')].map(isDistant)).toEqual([false, false, false]);
});

test('a folder that cannot be asked counts as distant, also under a name that ends with a separator', async () => {
  const folder = await temporaryFolder();
  await noteDistance(`${join(folder, 'gone')}/`);
  expect(isDistant(join(folder, 'gone', 'a.xml'))).toBe(true);
  expect(isDistant(join(folder, 'gone'))).toBe(true);
});

test('a file of a distant folder is written and refused as any other', async () => {
  const folder = await temporaryFolder();
  await noteDistance(folder, NFS);
  const path = join(folder, 'a.txt');
  await writeSynced(path, Buffer.from('x'), 'wx');
  await expect(writeSynced(path, Buffer.from('y'), 'wx')).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await readdir(folder)).toEqual(['a.txt']);
});
