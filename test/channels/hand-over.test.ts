import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as calls from '../../src/disk/file-calls.ts';
import { openOutbox } from '../../src/channels/folder-outbox.ts';
import type { Outbox } from '../../src/pipeline/ports.ts';
import { errno, newSite } from './inbox-fixture.ts';

vi.mock('../../src/disk/file-calls.ts', async (original) =>
  (await import('./spied-calls.ts')).spied(await original<typeof calls>()),
);
afterEach(() => {
  vi.resetAllMocks();
});

const BYTES = Buffer.from('{"document":"order-match-result"}\n');

async function openTestOutbox(): Promise<{ outbox: Outbox; folder: string; staging: string }> {
  const site = newSite();
  const outbox = await openOutbox({ site, folder: 'visma' });
  await outbox.inspect();
  const folder = join(site, 'outbox', 'visma');
  return { outbox, folder, staging: join(folder, '.staging') };
}
const visible = (folder: string) => readdirSync(folder).filter((name) => !name.startsWith('.'));

describe('handing over', () => {
  it('renames to the final name and consumes the staged file', async () => {
    const { outbox, folder, staging } = await openTestOutbox();
    await outbox.stage('d1', BYTES);
    expect(await outbox.handOver('d1', '0000000001_order-match-result_x_d1.json')).toBe('handed-over');
    expect(readFileSync(join(folder, '0000000001_order-match-result_x_d1.json'))).toEqual(BYTES);
    expect(readdirSync(staging)).toEqual([]);
    vi.mocked(calls.fsync).mockClear();
    vi.mocked(calls.open).mockClear();
    await outbox.syncHandOvers();
    expect(
      vi
        .mocked(calls.open)
        .mock.calls.map(([path]) => path)
        .sort(),
    ).toEqual([folder, staging]);
    expect(calls.fsync).toHaveBeenCalledTimes(2);
  });

  it('says that the staged file is gone, whether its output is still there or was taken', async () => {
    const { outbox, folder } = await openTestOutbox();
    await outbox.stage('d1', BYTES);
    await outbox.handOver('d1', 'out.json');
    expect(await outbox.handOver('d1', 'out.json')).toBe('gone');
    rmSync(join(folder, 'out.json'));
    expect(await outbox.handOver('d1', 'out.json')).toBe('gone');
  });

  it('never takes a missing folder for a delivery', async () => {
    const { outbox, folder, staging } = await openTestOutbox();
    await outbox.stage('d1', BYTES);
    renameSync(staging, `${staging}.away`);
    await expect(outbox.handOver('d1', 'out.json')).rejects.toMatchObject({
      code: 'FOLDER_NOT_ACCESSIBLE',
      at: { file: staging },
    });
    renameSync(folder, `${folder}.away`);
    await expect(outbox.handOver('d1', 'out.json')).rejects.toMatchObject({ code: 'FOLDER_NOT_ACCESSIBLE' });
    renameSync(`${folder}.away`, folder);
    renameSync(`${staging}.away`, staging);
    expect(await outbox.handOver('d1', 'out.json')).toBe('handed-over');
  });

  it('overwrites nothing: other bytes are a fault, the same bytes are a delivery', async () => {
    const { outbox, folder, staging } = await openTestOutbox();
    await outbox.stage('d1', BYTES);
    writeFileSync(join(folder, 'out.json'), 'somebody else');
    await expect(outbox.handOver('d1', 'out.json')).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      at: { file: join(folder, 'out.json') },
    });
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('somebody else');
    expect(readdirSync(staging)).toEqual(['d1']);
    writeFileSync(join(folder, 'out.json'), BYTES);
    expect(await outbox.handOver('d1', 'out.json')).toBe('handed-over');
    expect(readdirSync(staging)).toEqual([]);
  });

  it.each([
    ['EACCES', 'FOLDER_NOT_ACCESSIBLE'],
    ['EBUSY', 'WRITE_FAILED'],
    ['EXDEV', 'FOLDER_NOT_ACCESSIBLE'],
    ['EIO', 'WRITE_FAILED'],
  ])('that fails with %s is %s, and is done by the next attempt', async (code, fault) => {
    const { outbox, folder } = await openTestOutbox();
    await outbox.stage('d1', BYTES);
    vi.mocked(calls.rename).mockRejectedValueOnce(errno(code, 'rename'));
    await expect(outbox.handOver('d1', 'out.json')).rejects.toMatchObject({ code: fault, transient: true });
    expect(await outbox.handOver('d1', 'out.json')).toBe('handed-over');
    expect(visible(folder)).toEqual(['out.json']);
  });

  it.each(['../out.json', 'a/b.json', '..', '.', '', 'a\\b.json', 'c:out.json', 'a\0b'])(
    'never leaves the folder by the name %j',
    async (name) => {
      const { outbox, folder } = await openTestOutbox();
      await outbox.stage('d1', BYTES);
      await expect(outbox.handOver('d1', name)).rejects.toThrow('not a plain file name');
      await expect(outbox.takeBack(name)).rejects.toThrow('not a plain file name');
      await expect(outbox.stage(name, BYTES)).rejects.toThrow('not a plain file name');
      expect(visible(join(folder, '..'))).toEqual(['visma']);
    },
  );
});

describe('taking back', () => {
  it('removes what its receiver has not taken, durably, and says whether there was anything', async () => {
    const { outbox, folder } = await openTestOutbox();
    await outbox.stage('d1', BYTES);
    await outbox.handOver('d1', 'out.json');
    vi.mocked(calls.fsync).mockClear();
    expect(await outbox.takeBack('out.json')).toBe(true);
    expect(calls.fsync).toHaveBeenCalledTimes(1);
    expect(existsSync(join(folder, 'out.json'))).toBe(false);
    expect(await outbox.takeBack('out.json')).toBe(false);
    rmSync(folder, { recursive: true });
    await expect(outbox.takeBack('out.json')).rejects.toMatchObject({ code: 'FOLDER_NOT_ACCESSIBLE' });
  });
});
