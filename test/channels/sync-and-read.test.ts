import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as calls from '../../src/disk/file-calls.ts';
import { errno, openTestInbox } from './inbox-fixture.ts';

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

describe('making claims durable', () => {
  it('syncs each file, each claim folder, the folder of the claims and the inbox', async () => {
    const { inbox, folder, take } = await openTestInbox();
    drop(folder, 'a.xml', 'b.xml');
    const claims = await take();
    vi.mocked(calls.open).mockClear();
    vi.mocked(calls.fsync).mockClear();
    for (const claim of claims) await inbox.read(claim);
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

  it('fails with the path and the errno of the folder that could not be synced', async () => {
    const { inbox, folder, take } = await openTestInbox();
    drop(folder, 'a.xml');
    const claims = await take();
    vi.mocked(calls.fsync).mockRejectedValueOnce(errno('EIO'));
    await expect(inbox.syncClaims(claims)).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      at: { file: join(claims[0]?.path ?? '', '..') },
      message: expect.stringContaining('EIO'),
    });
    await inbox.syncClaims(claims);
  });

  it('writes the bytes anew when their sync fails, and the fingerprint tells', async () => {
    const { inbox, folder, take } = await openTestInbox();
    drop(folder, 'a.xml');
    const [claim] = await take();
    if (claim === undefined) throw new Error('nothing was claimed');
    vi.mocked(calls.fsync).mockRejectedValueOnce(errno('EIO'));
    expect((await inbox.read(claim)).toString()).toBe(XML);
    expect(await inbox.fingerprint(claim)).not.toBe(claim.fingerprint);
    expect((await inbox.read(claim)).toString()).toBe(XML);
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
