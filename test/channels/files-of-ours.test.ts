import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as calls from '../../src/disk/file-calls.ts';
import { isIgnoredName } from '../../src/channels/ignored-name.ts';
import { nameBeside, putBack } from '../../src/channels/put-back.ts';
import { renamePatiently } from '../../src/disk/rename-patiently.ts';
import { folderFault, worldFault } from '../../src/disk/world-fault.ts';
import { writeDurably } from '../../src/disk/write-durably.ts';
import { Fault } from '../../src/domain/fault.ts';
import { errno, newSite } from './inbox-fixture.ts';
import { failOnce } from './spied-calls.ts';

vi.mock('../../src/disk/file-calls.ts', async (original) =>
  (await import('./spied-calls.ts')).spied(await original<typeof calls>()),
);
afterEach(() => {
  vi.resetAllMocks();
});

describe('a durable write', () => {
  it('makes the folders, and leaves nothing but the file', async () => {
    const path = join(newSite(), 'state', 'desk.json');
    await writeDurably(path, '{"a":1}');
    await writeDurably(path, Buffer.from('{"a":2}'));
    expect(readFileSync(path, 'utf8')).toBe('{"a":2}');
    expect(readdirSync(join(path, '..'))).toEqual(['desk.json']);
  });

  it.each([
    ['open', calls.open],
    ['write', calls.write],
    ['fsync', calls.fsync],
    ['rename', calls.rename],
  ])('that fails in %s leaves the old content and no leftover', async (name, call) => {
    const path = join(newSite(), 'desk.json');
    await writeDurably(path, 'old');
    failOnce(call, errno('ENOSPC', name));
    await expect(writeDurably(path, 'new')).rejects.toMatchObject({ code: 'DISK_FULL', at: { file: path } });
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(join(path, '..'))).toEqual(['desk.json']);
  });

  it('of many at once to one path is never a mixture, and the last one asked for wins', async () => {
    const path = join(newSite(), 'desk.json');
    vi.mocked(calls.fsync).mockRejectedValueOnce(errno('EIO'));
    const writes = Array.from({ length: 20 }, (_, number) => writeDurably(path, String(number).repeat(10_000)));
    const outcomes = await Promise.allSettled(writes);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(readFileSync(path, 'utf8')).toBe('19'.repeat(10_000));
  });

  it('writes all bytes when the system takes them a few at a time', async () => {
    const path = join(newSite(), 'desk.json');
    const real = vi.mocked(calls.write).getMockImplementation() as typeof calls.write;
    vi.mocked(calls.write).mockImplementation(((handle: number, bytes: Uint8Array, from: number) =>
      real(handle, bytes, from, 1)) as unknown as typeof calls.write);
    await writeDurably(path, 'whole');
    expect(readFileSync(path, 'utf8')).toBe('whole');
  });
});

describe('putting a file back', () => {
  it.each([true, false])('overwrites nothing, with hard links or without (%s)', async (links) => {
    const site = newSite();
    for (const name of ['a.xml', 'a.2.xml']) writeFileSync(join(site, name), name);
    writeFileSync(join(site, 'claimed'), 'mine');
    if (!links) vi.mocked(calls.link).mockRejectedValue(errno('EPERM', 'link'));
    expect(await putBack(join(site, 'claimed'), site, 'a.xml')).toBe('a.3.xml');
    expect(readdirSync(site).sort()).toEqual(['a.2.xml', 'a.3.xml', 'a.xml']);
    expect(readFileSync(join(site, 'a.3.xml'), 'utf8')).toBe('mine');
    expect(readFileSync(join(site, 'a.xml'), 'utf8')).toBe('a.xml');
  });

  it('leaves no empty file behind when it fails', async () => {
    const site = newSite();
    writeFileSync(join(site, 'claimed'), 'mine');
    vi.mocked(calls.link).mockRejectedValue(errno('EPERM', 'link'));
    vi.mocked(calls.rename).mockRejectedValueOnce(errno('EIO', 'rename'));
    await expect(putBack(join(site, 'claimed'), site, 'a.xml')).rejects.toMatchObject({ code: 'EIO' });
    expect(readdirSync(site)).toEqual(['claimed']);
  });

  it('finishes what was begun when it was killed half-way', async () => {
    const site = newSite();
    writeFileSync(join(site, 'claimed'), 'mine');
    vi.mocked(calls.unlink).mockRejectedValueOnce(errno('EIO', 'unlink'));
    await expect(putBack(join(site, 'claimed'), site, 'a.xml')).rejects.toMatchObject({ code: 'EIO' });
    expect(await putBack(join(site, 'claimed'), site, 'a.xml')).toBe('a.xml');
    expect(readdirSync(site)).toEqual(['a.xml']);
  });

  it('finds names that fit a file system and keep their ending', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 255, unit: 'grapheme' }),
        fc.integer({ min: 2, max: 999 }),
        (name, number) => {
          fc.pre(Buffer.byteLength(name) <= 255 && !name.includes('/'));
          const beside = nameBeside(`${name}.xml`, number);
          expect(Buffer.byteLength(beside)).toBeLessThanOrEqual(255);
          expect(beside.endsWith(`.${number}.xml`)).toBe(true);
        },
      ),
    );
    expect(nameBeside(`x.${'y'.repeat(253)}`, 2)).toHaveLength(255);
    expect(nameBeside('plain', 2)).toBe('plain.2');
  });
});

describe('a rename', () => {
  it.each(['EBUSY', 'EPERM', 'EACCES'])(
    'waits for a moment while somebody holds the file on Windows (%s)',
    async (code) => {
      const site = newSite();
      writeFileSync(join(site, 'a'), '');
      vi.mocked(calls.rename).mockRejectedValueOnce(errno(code, 'rename')).mockRejectedValueOnce(errno(code, 'rename'));
      await renamePatiently(join(site, 'a'), join(site, 'b'), true);
      expect(existsSync(join(site, 'b'))).toBe(true);
    },
  );

  it('does not wait elsewhere, for anything else, or for ever', async () => {
    vi.mocked(calls.rename).mockRejectedValue(errno('EBUSY', 'rename'));
    await expect(renamePatiently('a', 'b', false)).rejects.toMatchObject({ code: 'EBUSY' });
    expect(calls.rename).toHaveBeenCalledTimes(1);
    await expect(renamePatiently('a', 'b', true)).rejects.toMatchObject({ code: 'EBUSY' });
    expect(calls.rename).toHaveBeenCalledTimes(6);
    vi.mocked(calls.rename).mockRejectedValue(errno('EIO', 'rename'));
    await expect(renamePatiently('a', 'b', true)).rejects.toMatchObject({ code: 'EIO' });
    expect(calls.rename).toHaveBeenCalledTimes(7);
  });
});

describe('what the world says', () => {
  it('becomes a fault by its errno; a fault stays itself, and a defect is never hidden as one', () => {
    expect(worldFault(errno('ENOSPC'), 'writing', '/x')).toMatchObject({ code: 'DISK_FULL' });
    expect(worldFault(errno('EUNHEARDOF'), 'reading', '/x')).toMatchObject({
      code: 'READ_FAILED',
      message: 'Reading /x failed: EUNHEARDOF (i/o error).',
    });
    const fault = new Fault('FILE_TOO_LARGE', 'too large', { hint: 'less' });
    expect(worldFault(fault, 'reading', '/x')).toBe(fault);
    expect(() => worldFault(new TypeError('ours'), 'reading', '/x')).toThrow(TypeError);
    expect(folderFault(errno('EIO', 'scandir'), '/x')).toMatchObject({ code: 'FOLDER_NOT_ACCESSIBLE' });
  });
});

describe('an ignored name', () => {
  it('is known by its beginning or its ending, in any case', () => {
    for (const name of ['.x', '~$x.xlsx', 'a.TMP', 'a.Part', 'README.md']) expect(isIgnoredName(name)).toBe(true);
    for (const name of ['a.xml', 'tmp', 'part.xml', 'readme.md', '~a.xml', 'a.done'])
      expect(isIgnoredName(name)).toBe(false);
  });
});
