import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as calls from '../../src/disk/file-calls.ts';
import { errno, NOW, openTestInbox } from './inbox-fixture.ts';

vi.mock('../../src/disk/file-calls.ts', async (original) =>
  (await import('./spied-calls.ts')).spied(await original<typeof calls>()),
);
afterEach(() => {
  vi.resetAllMocks();
});

const XML = '<order><line/></order>';
const drop = (folder: string, ...names: string[]) => {
  for (const name of names) writeFileSync(join(folder, name), XML);
};
const visible = (folder: string) => readdirSync(folder).filter((name) => !name.startsWith('.'));
const claimFolders = (folder: string) => readdirSync(join(folder, '.claimed', 'site-one'));

describe('a claim', () => {
  it('moves the file under its own name into a folder of its own, in the order of the candidates', async () => {
    const { folder, take } = await openTestInbox();
    drop(folder, 'b.xml', 'a.xml');
    const claims = await take();
    expect(claims.map((claim) => claim.name)).toEqual(['a.xml', 'b.xml']);
    const [first] = claims;
    expect(first).toMatchObject({ channel: 'invoices', bytes: XML.length, claimedAt: NOW });
    expect(first?.path).toBe(join(folder, '.claimed', 'site-one', first?.id ?? '', 'a.xml'));
    expect(readFileSync(first?.path ?? '', 'utf8')).toBe(XML);
    expect(visible(folder)).toEqual([]);
  });

  it('has a fingerprint that stays until somebody writes on', async () => {
    const { inbox, folder, take } = await openTestInbox();
    drop(folder, 'a.xml');
    const [claim] = await take();
    if (claim === undefined) throw new Error('nothing was claimed');
    await inbox.syncClaims([claim]);
    await inbox.read(claim);
    expect(await inbox.fingerprint(claim)).toBe(claim.fingerprint);
    writeFileSync(claim.path, XML.replace('line', 'LINE'));
    expect(await inbox.fingerprint(claim)).not.toBe(claim.fingerprint);
    rmSync(claim.path);
    expect(await inbox.fingerprint(claim)).toBe('gone');
  });

  it.each(['EBUSY', 'EPERM', 'EACCES', 'ENOENT'])(
    'leaves out a file that cannot be moved yet (%s) and takes the others',
    async (code) => {
      const { inbox, folder, names, take, clock } = await openTestInbox();
      drop(folder, 'a.xml', 'b.xml');
      vi.mocked(calls.rename).mockRejectedValueOnce(errno(code, 'rename'));
      expect((await take()).map((claim) => claim.name)).toEqual(['b.xml']);
      expect(claimFolders(folder)).toHaveLength(1);
      clock.ms += 5_000;
      expect(names(await inbox.scan())).toEqual(['a.xml']);
    },
  );

  it('becomes a fault when a file is held for longer than stuckMs, and is told of in the log once', async () => {
    const { folder, take, clock, logged } = await openTestInbox();
    drop(folder, 'a.xml');
    vi.mocked(calls.rename).mockRejectedValue(errno('EACCES', 'rename'));
    expect(await take()).toEqual([]);
    expect(await take()).toEqual([]);
    clock.ms += 60_000;
    await expect(take()).rejects.toMatchObject({ code: 'FOLDER_NOT_ACCESSIBLE', at: { file: join(folder, 'a.xml') } });
    expect(logged.filter(({ event }) => event === 'inbox-file-not-claimed')).toEqual([
      { level: 'warn', event: 'inbox-file-not-claimed', data: { path: join(folder, 'a.xml'), errno: 'EACCES' } },
    ]);
  });

  it.each([
    ['ENOSPC', 'DISK_FULL'],
    ['EDQUOT', 'DISK_FULL'],
    ['EROFS', 'FOLDER_NOT_ACCESSIBLE'],
    ['EIO', 'WRITE_FAILED'],
    ['EMFILE', 'WRITE_FAILED'],
  ])(
    'that the world stops with %s is the fault %s, and what was claimed before it stays claimed',
    async (errnoCode, code) => {
      const { inbox, folder, take, newId, names } = await openTestInbox();
      drop(folder, 'a.xml', 'b.xml', 'c.xml');
      vi.mocked(calls.mkdir).mockRejectedValueOnce(errno(errnoCode, 'mkdir'));
      await expect(take()).rejects.toMatchObject({
        code,
        hint: expect.any(String),
        message: expect.stringContaining(errnoCode),
      });
      const scan = await inbox.scan();
      expect(names(scan)).toEqual(['a.xml', 'b.xml', 'c.xml']);
      const real = vi.mocked(calls.rename).getMockImplementation();
      vi.mocked(calls.rename).mockImplementationOnce((from, to) => real?.(from, to) as Promise<void>);
      if (errnoCode !== 'EROFS') vi.mocked(calls.rename).mockRejectedValueOnce(errno(errnoCode, 'rename'));
      const claimed = await inbox.claim(scan.complete, newId, NOW);
      expect(claimed.map((claim) => claim.name)).toEqual(
        errnoCode === 'EROFS' ? ['a.xml', 'b.xml', 'c.xml'] : ['a.xml'],
      );
      expect(claimFolders(folder)).toHaveLength(claimed.length);
    },
  );

  it('of two lanes at once takes each file once', async () => {
    const { inbox, folder, newId } = await openTestInbox();
    drop(folder, ...Array.from({ length: 50 }, (_, number) => `${number}.xml`));
    const scan = await inbox.scan();
    const both = await Promise.all([inbox.claim(scan.complete, newId, NOW), inbox.claim(scan.complete, newId, NOW)]);
    expect(
      both
        .flat()
        .map((claim) => claim.name)
        .sort(),
    ).toEqual(scan.complete.map((candidate) => candidate.name).sort());
    expect(claimFolders(folder)).toHaveLength(50);
  });
});
