import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as calls from '../../src/disk/file-calls.ts';
import { openOutbox } from '../../src/channels/folder-outbox.ts';
import type { Outbox } from '../../src/pipeline/ports.ts';
import { errno, newSite } from './inbox-fixture.ts';
import { failOnce } from './spied-calls.ts';

vi.mock('../../src/disk/file-calls.ts', async (original) =>
  (await import('./spied-calls.ts')).spied(await original<typeof calls>()),
);
afterEach(() => {
  vi.resetAllMocks();
});

const BYTES = Buffer.from('{"document":"order-match-result"}\n');
const OURS = { siteId: 'site-one', epoch: 3 };

async function openTestOutbox(): Promise<{ outbox: Outbox; folder: string; staging: string }> {
  const site = newSite();
  const outbox = await openOutbox({ site, folder: 'visma' });
  await outbox.inspect();
  const folder = join(site, 'outbox', 'visma');
  return { outbox, folder, staging: join(folder, '.staging') };
}

describe('the staging folder', () => {
  it('is made where it is missing, and says what lies there', async () => {
    const { outbox, staging } = await openTestOutbox();
    expect(await outbox.inspect()).toEqual({ marker: null, staged: new Set(), leftovers: [] });
    await outbox.writeMarker(OURS);
    await outbox.stage('d1', BYTES);
    writeFileSync(join(staging, 'd2.tmp'), 'half');
    expect(await outbox.inspect()).toEqual({ marker: OURS, staged: new Set(['d1']), leftovers: ['d2.tmp'] });
    await outbox.discard('d2.tmp');
    await outbox.discard('d2.tmp');
    expect((await outbox.inspect()).leftovers).toEqual([]);
  });

  it('may not be a link, the outbox itself may', async () => {
    const site = newSite();
    mkdirSync(join(site, 'elsewhere'));
    mkdirSync(join(site, 'outbox'));
    symlinkSync(join(site, 'elsewhere'), join(site, 'outbox', 'epack'));
    const linked = await openOutbox({ site, folder: 'epack' });
    await linked.inspect();
    await linked.stage('d1', BYTES);
    expect(await linked.handOver('d1', 'out.json')).toBe('handed-over');
    rmSync(join(site, 'elsewhere', '.staging'), { recursive: true });
    symlinkSync(site, join(site, 'elsewhere', '.staging'));
    await expect(linked.inspect()).rejects.toMatchObject({
      code: 'FOLDER_NOT_ACCESSIBLE',
      message: expect.stringContaining('is a link'),
    });
  });
});

describe('the marker', () => {
  it('is intact only when it is of this site and this start', async () => {
    const { outbox, staging } = await openTestOutbox();
    expect(await outbox.markerIntact(OURS)).toBe(false);
    await outbox.writeMarker(OURS);
    expect(await outbox.markerIntact(OURS)).toBe(true);
    expect(await outbox.markerIntact({ ...OURS, epoch: 4 })).toBe(false);
    expect(await outbox.markerIntact({ ...OURS, siteId: 'site-two' })).toBe(false);
    expect(readdirSync(staging)).toEqual(['.ordrebro']);
  });

  it.each(['', '{"siteId":"site-one"', '[]', '{"siteId":1,"epoch":3}', '{"siteId":"site-one","epoch":"3"}', 'null'])(
    'that reads %j proves nothing',
    async (text) => {
      const { outbox, staging } = await openTestOutbox();
      writeFileSync(join(staging, '.ordrebro'), text);
      expect((await outbox.inspect()).marker).toBeNull();
      expect(await outbox.markerIntact(OURS)).toBe(false);
    },
  );

  it('keeps its old content when writing the new one fails', async () => {
    const { outbox, staging } = await openTestOutbox();
    await outbox.writeMarker(OURS);
    vi.mocked(calls.fsync).mockRejectedValueOnce(errno('EIO'));
    await expect(outbox.writeMarker({ ...OURS, epoch: 4 })).rejects.toMatchObject({ code: 'WRITE_FAILED' });
    expect((await outbox.inspect()).marker).toEqual(OURS);
    expect(readdirSync(staging)).toEqual(['.ordrebro']);
  });
});

describe('staging', () => {
  it('writes the bytes and syncs the file before it resolves', async () => {
    const { outbox, staging } = await openTestOutbox();
    vi.mocked(calls.fsync).mockClear();
    await outbox.stage('d1', BYTES);
    expect(calls.fsync).toHaveBeenCalledTimes(1);
    expect(readFileSync(join(staging, 'd1'))).toEqual(BYTES);
    expect(await outbox.staged('d1')).toEqual(BYTES);
    expect(await outbox.staged('d2')).toBeUndefined();
    await outbox.syncStaging();
    expect(calls.fsync).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['open', calls.open, 'ENOSPC', 'DISK_FULL'],
    ['write', calls.write, 'EDQUOT', 'DISK_FULL'],
    ['write', calls.write, 'EIO', 'WRITE_FAILED'],
    ['fsync', calls.fsync, 'EIO', 'WRITE_FAILED'],
    ['open', calls.open, 'EACCES', 'FOLDER_NOT_ACCESSIBLE'],
    ['open', calls.open, 'EPERM', 'FOLDER_NOT_ACCESSIBLE'],
    ['open', calls.open, 'EROFS', 'FOLDER_NOT_ACCESSIBLE'],
    ['open', calls.open, 'ENOENT', 'FOLDER_NOT_ACCESSIBLE'],
    ['open', calls.open, 'EMFILE', 'WRITE_FAILED'],
  ] as const)(
    'that fails in %s is a fault with path and errno, leaves nothing, and succeeds later on a new file',
    async (name, call, code, fault) => {
      const { outbox, staging } = await openTestOutbox();
      failOnce(call, errno(code, name));
      const path = join(staging, 'd1');
      await expect(outbox.stage('d1', BYTES)).rejects.toMatchObject({
        name: 'Fault',
        code: fault,
        transient: true,
        at: { file: path },
        message: expect.stringMatching(new RegExp(`${path}.*${code}`)),
        hint: expect.stringMatching(/\w{10}|\w+ \w+/),
      });
      expect(readdirSync(staging)).toEqual([]);
      vi.mocked(calls.open).mockClear();
      await outbox.stage('d1', BYTES);
      expect(calls.open).toHaveBeenCalledTimes(1);
      expect(readFileSync(path)).toEqual(BYTES);
    },
  );

  it('again replaces what lies there in one step', async () => {
    const { outbox, staging } = await openTestOutbox();
    await outbox.stage('d1', Buffer.from('old'));
    vi.mocked(calls.rename).mockRejectedValueOnce(errno('EIO', 'rename'));
    await expect(outbox.stage('d1', BYTES)).rejects.toMatchObject({ code: 'WRITE_FAILED' });
    expect(readFileSync(join(staging, 'd1'), 'utf8')).toBe('old');
    await outbox.stage('d1', BYTES);
    expect(readFileSync(join(staging, 'd1'))).toEqual(BYTES);
  });

  it('of thousands at once holds a bounded number of descriptors', async () => {
    const { outbox, staging } = await openTestOutbox();
    let open = 0;
    let most = 0;
    const [realOpen, realClose] = [calls.open, calls.close].map((call) => vi.mocked(call).getMockImplementation()) as [
      typeof calls.open,
      typeof calls.close,
    ];
    vi.mocked(calls.open).mockImplementation((async (...request: Parameters<typeof calls.open>) => {
      open += 1;
      most = Math.max(most, open);
      return realOpen(...request);
    }) as typeof calls.open);
    vi.mocked(calls.close).mockImplementation((async (handle: number) => {
      await realClose(handle);
      open -= 1;
    }) as typeof calls.close);
    await Promise.all(Array.from({ length: 2_000 }, (_, number) => outbox.stage(`d${number}`, BYTES)));
    expect(readdirSync(staging)).toHaveLength(2_000);
    expect(most).toBeLessThanOrEqual(64);
  });
});
