import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as calls from '../../src/channels/file-calls.ts';
import { errno, NOW, openTestInbox } from './inbox-fixture.ts';

vi.mock('../../src/channels/file-calls.ts', async (original) =>
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

describe('making claims durable', () => {
  it('syncs each file, each claim folder, the folder of the claims and the inbox', async () => {
    const { inbox, folder, take } = await openTestInbox();
    drop(folder, 'a.xml', 'b.xml');
    const claims = await take();
    vi.mocked(calls.open).mockClear();
    vi.mocked(calls.fsync).mockClear();
    await inbox.syncClaims(claims);
    const opened = vi
      .mocked(calls.open)
      .mock.calls.map(([path]) => String(path))
      .sort();
    const expected = [
      folder,
      join(folder, '.claimed', 'site-one'),
      ...claims.flatMap(({ path }) => [path, join(path, '..')]),
    ];
    expect(opened).toEqual(expected.sort());
    expect(calls.fsync).toHaveBeenCalledTimes(expected.length);
  });

  it('fails with the path and the errno of the claim that could not be synced', async () => {
    const { inbox, folder, take } = await openTestInbox();
    drop(folder, 'a.xml');
    const claims = await take();
    vi.mocked(calls.fsync).mockRejectedValueOnce(errno('EIO'));
    await expect(inbox.syncClaims(claims)).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      at: { file: claims[0]?.path },
      message: expect.stringContaining('EIO'),
    });
    await inbox.syncClaims(claims);
  });

  it.each(['EINVAL', 'ENOTSUP'])('takes %s on a folder for unsupported, not for broken', async (code) => {
    const { inbox, folder, take } = await openTestInbox();
    drop(folder, 'a.xml');
    const claims = await take();
    const real = vi.mocked(calls.fsync).getMockImplementation();
    vi.mocked(calls.fsync)
      .mockImplementationOnce((handle) => real?.(handle) as Promise<void>)
      .mockRejectedValue(errno(code));
    await inbox.syncClaims(claims);
    expect(calls.fsync).toHaveBeenCalled();
  });
});

describe('what lies among the claimed ones', () => {
  it('is found in the order of the claims by a process that knows nothing else', async () => {
    const first = await openTestInbox();
    drop(first.folder, 'z.xml');
    await first.inbox.scan();
    drop(first.folder, 'm.xml', 'a.xml');
    const claimed = [...(await first.take())];
    drop(first.folder, 'b.xml');
    claimed.push(...(await first.take()));
    expect(claimed.map((claim) => claim.name)).toEqual(['z.xml', 'a.xml', 'm.xml', 'b.xml']);
    const second = await openTestInbox({}, { site: first.site });
    const found = await second.inbox.claimed();
    expect(
      found.map(({ id, name, path, bytes, fingerprint, channel }) => ({ id, name, path, bytes, fingerprint, channel })),
    ).toEqual(
      claimed.map(({ id, name, path, bytes, fingerprint, channel }) => ({
        id,
        name,
        path,
        bytes,
        fingerprint,
        channel,
      })),
    );
  });

  it('is the beginning of the order when the process died half-way, the one without its stamp last', async () => {
    const { inbox, folder, newId } = await openTestInbox();
    drop(folder, ...Array.from({ length: 8 }, (_, number) => `${9 - number}.xml`));
    const scan = await inbox.scan();
    const real = vi.mocked(calls.utimes).getMockImplementation();
    let stamps = 0;
    const { promise: died, resolve: goOn } = Promise.withResolvers<void>();
    vi.mocked(calls.utimes).mockImplementation((...stamp) => {
      stamps += 1;
      return stamps < 5 ? (real?.(...stamp) as Promise<void>) : died; // between rename and stamp
    });
    void inbox.claim(scan.complete, () => `${90 - Number(newId().slice(-2).replace('a', ''))}`, NOW);
    await vi.waitFor(() => expect(stamps).toBe(5));
    const found = await inbox.claimed();
    expect(found.map((claim) => claim.name)).toEqual(['2.xml', '3.xml', '4.xml', '5.xml', '6.xml']);
    goOn();
  });

  it('loses its empty folders, and leaves those of other sites alone', async () => {
    const { inbox, folder } = await openTestInbox();
    mkdirSync(join(folder, '.claimed', 'site-one', 'died-before-rename'));
    mkdirSync(join(folder, '.claimed', 'site-two', 'foreign'), { recursive: true });
    writeFileSync(join(folder, '.claimed', 'site-two', 'foreign', 'a.xml'), XML);
    expect(await inbox.claimed()).toEqual([]);
    expect(claimFolders(folder)).toEqual([]);
    expect(existsSync(join(folder, '.claimed', 'site-two', 'foreign', 'a.xml'))).toBe(true);
  });

  it('does not come twice when the process died while it put a file back', async () => {
    const { inbox, folder, take, names } = await openTestInbox();
    drop(folder, 'a.xml', 'linked.xml');
    linkSync(join(folder, 'linked.xml'), join(folder, '.own-link-of-the-sender'));
    const claims = await take();
    linkSync(claims[0]?.path ?? '', join(folder, 'a.xml'));
    expect((await inbox.claimed()).map((claim) => claim.name)).toEqual(['linked.xml']);
    expect(names(await inbox.scan())).toEqual(['a.xml']);
  });
});

describe('a replay', () => {
  it('lies among the claimed ones like any claim, durably, and may be repeated', async () => {
    const { inbox, folder } = await openTestInbox();
    const bytes = Buffer.from(XML);
    const claim = await inbox.adopt('replayed', 'a:b.xml', bytes, NOW);
    expect(await inbox.adopt('replayed', 'a:b.xml', bytes, NOW)).toMatchObject({ id: 'replayed', path: claim.path });
    expect(await inbox.read(claim)).toEqual(bytes);
    expect((await inbox.claimed()).map(({ id, name }) => [id, name])).toEqual([['replayed', 'a:b.xml']]);
    expect(statSync(join(folder, '.claimed', 'site-one', 'replayed')).isDirectory()).toBe(true);
  });

  it('that died half-way never was', async () => {
    const { inbox, folder } = await openTestInbox();
    vi.mocked(calls.rename).mockRejectedValueOnce(errno('EIO', 'rename'));
    await expect(inbox.adopt('replayed', 'a.xml', Buffer.from(XML), NOW)).rejects.toMatchObject({
      code: 'WRITE_FAILED',
    });
    expect(readdirSync(join(folder, '.claimed', 'site-one', 'replayed'))).toEqual(['.adopting']);
    expect(await inbox.claimed()).toEqual([]);
    expect(claimFolders(folder)).toEqual([]);
  });
});

describe('reading', () => {
  it('refuses what is larger than the channel takes, unread', async () => {
    const { inbox, folder, take } = await openTestInbox({ maxBytes: 10 });
    drop(folder, 'a.xml');
    const [claim] = await take();
    if (claim === undefined) throw new Error('nothing was claimed');
    await expect(inbox.read(claim)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      transient: false,
      hint: expect.stringContaining('channels.invoices.maxBytes'),
    });
  });

  it('fails in a way that may pass when the disk fails', async () => {
    const { inbox, folder, take } = await openTestInbox();
    drop(folder, 'a.xml');
    const [claim] = await take();
    if (claim === undefined) throw new Error('nothing was claimed');
    vi.mocked(calls.read).mockRejectedValueOnce(errno('EIO', 'read'));
    await expect(inbox.read(claim)).rejects.toMatchObject({
      code: 'READ_FAILED',
      transient: true,
      message: expect.stringContaining(claim.path),
    });
    expect((await inbox.read(claim)).toString()).toBe(XML);
    renameSync(claim.path, `${claim.path}.gone`);
    await expect(inbox.read(claim)).rejects.toMatchObject({ code: 'READ_FAILED' });
  });
});
