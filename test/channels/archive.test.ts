import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as calls from '../../src/disk/file-calls.ts';
import type { ClaimedFile } from '../../src/pipeline/ports.ts';
import { errno, openTestInbox } from './inbox-fixture.ts';

vi.mock('../../src/disk/file-calls.ts', async (original) =>
  (await import('./spied-calls.ts')).spied(await original<typeof calls>()),
);
afterEach(() => {
  vi.resetAllMocks();
});

const XML = '<order><line/></order>';
const TO = 'archive/invoices/2026-11-21/a.xml.id';

async function oneClaim(): Promise<Awaited<ReturnType<typeof openTestInbox>> & { claim: ClaimedFile }> {
  const opened = await openTestInbox();
  writeFileSync(join(opened.folder, 'a.xml'), XML);
  const [claim] = await opened.take();
  if (claim === undefined) throw new Error('nothing was claimed');
  return { ...opened, claim };
}

describe('archiving', () => {
  it('moves the original to its resting place and leaves nothing among the claimed ones', async () => {
    const { inbox, site, folder, claim } = await oneClaim();
    await inbox.archive(claim, TO, null);
    expect(readFileSync(join(site, TO), 'utf8')).toBe(XML);
    expect(await inbox.claimed()).toEqual([]);
    await inbox.close();
    expect(readdirSync(join(folder, '.claimed', 'site-one'))).toEqual([]);
    await inbox.requireOriginal(TO);
  });

  it('writes the report beside it', async () => {
    const { inbox, site, claim } = await oneClaim();
    await inbox.archive(claim, 'failed/invoices/a.xml.id', '{"findings":[]}\n');
    expect(readdirSync(join(site, 'failed', 'invoices')).sort()).toEqual(['a.xml.id', 'a.xml.id.report.json']);
    expect(readFileSync(join(site, 'failed/invoices/a.xml.id.report.json'), 'utf8')).toBe('{"findings":[]}\n');
  });

  it('may be done again, killed or not', async () => {
    const { inbox, site, claim } = await oneClaim();
    await inbox.archive(claim, TO, null);
    await inbox.archive(claim, TO, null);
    await inbox.archive(claim, TO, null);
    expect(await inbox.claimed()).toEqual([]);
    expect(readFileSync(join(site, TO), 'utf8')).toBe(XML);
  });

  it('copies durably where the archive lies on another disk', async () => {
    const { inbox, site, claim } = await oneClaim();
    vi.mocked(calls.rename).mockRejectedValueOnce(errno('EXDEV', 'rename'));
    vi.mocked(calls.fsync).mockClear();
    await inbox.archive(claim, TO, null);
    expect(calls.fsync).toHaveBeenCalledTimes(2);
    expect(readdirSync(join(site, 'archive/invoices/2026-11-21'))).toEqual(['a.xml.id']);
    expect(readFileSync(join(site, TO), 'utf8')).toBe(XML);
    expect(existsSync(claim.path)).toBe(false);
  });

  it('keeps the original when that copy fails', async () => {
    const { inbox, site, claim } = await oneClaim();
    vi.mocked(calls.rename).mockRejectedValueOnce(errno('EXDEV', 'rename'));
    vi.mocked(calls.fsync).mockRejectedValueOnce(errno('ENOSPC', 'fsync'));
    await expect(inbox.archive(claim, TO, null)).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(readFileSync(claim.path, 'utf8')).toBe(XML);
    expect(readdirSync(join(site, 'archive/invoices/2026-11-21'))).toEqual([]);
  });

  it('makes its folders again when somebody removed them', async () => {
    const { inbox, site, claim, folder, take } = await oneClaim();
    await inbox.archive(claim, TO, null);
    rmSync(join(site, 'archive'), { recursive: true });
    writeFileSync(join(folder, 'b.xml'), XML);
    const [second] = await take();
    if (second === undefined) throw new Error('nothing was claimed');
    await inbox.archive(second, 'archive/invoices/2026-11-21/b.xml.id', null);
    expect(existsSync(join(site, 'archive/invoices/2026-11-21/b.xml.id'))).toBe(true);
  });

  it('says so when the original is nowhere', async () => {
    const { inbox, claim } = await oneClaim();
    rmSync(claim.path);
    await expect(inbox.archive(claim, TO, null)).rejects.toMatchObject({
      code: 'READ_FAILED',
      at: { file: claim.path },
    });
    await expect(inbox.requireOriginal(TO)).rejects.toMatchObject({
      code: 'READ_FAILED',
      hint: expect.stringContaining('backup'),
    });
  });

  it('writes given bytes instead, durably', async () => {
    const { inbox, site } = await openTestInbox();
    await inbox.archiveBytes(Buffer.from('decided'), TO, '{}');
    expect(readFileSync(join(site, TO), 'utf8')).toBe('decided');
    expect(readdirSync(join(site, 'archive/invoices/2026-11-21')).sort()).toEqual(['a.xml.id', 'a.xml.id.report.json']);
  });
});

describe('a resting place', () => {
  it.each(['../outside', 'archive/../../outside', 'inbox/invoices/a.xml', 'archive', '/etc/passwd', 'state/ledger.db'])(
    'is never %s',
    async (to) => {
      const { inbox, claim } = await oneClaim();
      await expect(inbox.archive(claim, to, null)).rejects.toThrow('not a resting place');
      await expect(inbox.requireOriginal(to)).rejects.toThrow('not a resting place');
      expect(existsSync(claim.path)).toBe(true);
    },
  );

  it('is never behind a link inside the archive, but the archive itself may be one', async () => {
    const { inbox, site, claim } = await oneClaim();
    mkdirSync(join(site, 'big-disk'));
    symlinkSync(join(site, 'big-disk'), join(site, 'archive'));
    mkdirSync(join(site, 'outside'));
    symlinkSync(join(site, 'outside'), join(site, 'big-disk', 'stolen'));
    await expect(inbox.archive(claim, 'archive/stolen/a.xml', null)).rejects.toMatchObject({
      code: 'FOLDER_NOT_ACCESSIBLE',
    });
    expect(readdirSync(join(site, 'outside'))).toEqual([]);
    await inbox.archive(claim, TO, null);
    expect(existsSync(join(site, 'big-disk/invoices/2026-11-21/a.xml.id'))).toBe(true);
  });
});
