import { hash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as calls from '../../src/disk/file-calls.ts';
import { hashOfClaim } from '../../src/pipeline/hash-of-claim.ts';
import type { ClaimedFile, Inbox } from '../../src/pipeline/ports.ts';
import { errno, openTestInbox } from './inbox-fixture.ts';

vi.mock('../../src/disk/file-calls.ts', async (original) =>
  (await import('./spied-calls.ts')).spied(await original<typeof calls>()),
);
afterEach(() => {
  vi.resetAllMocks();
});

/** More than two pieces. */
const XML = `<orders>${Array.from({ length: 60_000 }, (_, number) => `<order no="${number}"/>`).join('\n')}</orders>`;
const TO = 'archive/invoices/2026-11-21/a.xml.id';

async function oneClaim(more: Parameters<typeof openTestInbox>[0] = {}) {
  const opened = await openTestInbox(more);
  writeFileSync(join(opened.folder, 'a.xml'), XML);
  const [claim] = await opened.take();
  if (claim === undefined) throw new Error('nothing was claimed');
  return { ...opened, claim };
}

async function piecesOf(inbox: Inbox, claim: ClaimedFile): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of inbox.pieces(claim)) pieces.push(Buffer.from(piece).toString());
  return pieces;
}

describe('the pieces of a claimed file', () => {
  it('are its bytes, durable at the end', async () => {
    const { inbox, claim } = await oneClaim();
    vi.mocked(calls.fsync).mockClear();
    const pieces = await piecesOf(inbox, claim);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join('')).toBe(XML);
    expect(calls.fsync).toHaveBeenCalledTimes(1);
    expect(await inbox.fingerprint(claim)).toBe(claim.fingerprint);
  });

  it('end where the file ended when it was claimed', async () => {
    const { inbox, claim } = await oneClaim();
    appendFileSync(claim.path, 'more');
    expect((await piecesOf(inbox, claim)).join('')).toBe(XML);
    expect(await hashOfClaim(inbox, claim)).toEqual({ sha256: hash('sha256', XML), bytes: XML.length });
    expect(await hashOfClaim(inbox, { ...claim, bytes: claim.bytes + 1 })).toMatchObject({ bytes: XML.length + 1 });
  });

  it('of a file that is too large are none, and of one that is gone neither', async () => {
    const { inbox, claim, settings } = await oneClaim();
    settings.maxBytes = 10;
    await expect(piecesOf(inbox, claim)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', at: { file: 'a.xml' } });
    settings.maxBytes = claim.bytes;
    rmSync(claim.path);
    await expect(piecesOf(inbox, claim)).rejects.toMatchObject({ code: 'READ_FAILED', transient: true });
  });

  it('are written anew when their sync fails, and the fingerprint tells', async () => {
    const { inbox, claim } = await oneClaim();
    vi.mocked(calls.fsync).mockRejectedValueOnce(errno('EIO'));
    expect((await piecesOf(inbox, claim)).join('')).toBe(XML);
    expect(readFileSync(claim.path, 'utf8')).toBe(XML);
    expect(readdirSync(dirname(claim.path))).toEqual(['a.xml']);
    expect(await inbox.fingerprint(claim)).not.toBe(claim.fingerprint);
  });

  it('that the disk gives otherwise after a failed sync are not taken', async () => {
    const { inbox, claim } = await oneClaim();
    vi.mocked(calls.fsync).mockImplementationOnce(async () => {
      writeFileSync(claim.path, XML.replace('<orders>', '<ORDERS>'));
      throw errno('EIO');
    });
    await expect(piecesOf(inbox, claim)).rejects.toMatchObject({ code: 'READ_FAILED', transient: true });
    expect(readdirSync(dirname(claim.path))).toEqual(['a.xml']);
  });
});

describe('archiving the beginning of a file that was written on', () => {
  const decided = { bytes: XML.length, sha256: hash('sha256', XML) };

  it('keeps what was decided, durably, with its report', async () => {
    const { inbox, site, claim } = await oneClaim();
    appendFileSync(claim.path, '<orders/>');
    vi.mocked(calls.fsync).mockClear();
    expect(await inbox.archiveBeginning(claim, decided, TO, '{}')).toBe(true);
    expect(readFileSync(join(site, TO), 'utf8')).toBe(XML);
    expect(readdirSync(dirname(join(site, TO))).sort()).toEqual(['a.xml.id', 'a.xml.id.report.json']);
    expect(vi.mocked(calls.fsync).mock.calls.length).toBeGreaterThanOrEqual(3); // report, copy, folders
    expect(readFileSync(claim.path, 'utf8')).toBe(`${XML}<orders/>`);
  });

  it.each([
    ['was written over', (path: string) => writeFileSync(path, XML.replace('no="7"', 'no="8"'))],
    ['was shortened', (path: string) => writeFileSync(path, XML.slice(0, -1))],
    ['is gone', (path: string) => rmSync(path)],
  ])('keeps nothing of one that %s', async (_, change) => {
    const { inbox, site, claim } = await oneClaim();
    change(claim.path);
    expect(await inbox.archiveBeginning(claim, decided, TO, null)).toBe(false);
    expect(existsSync(join(site, TO))).toBe(false);
    expect(readdirSync(dirname(join(site, TO)))).toEqual([]);
  });

  it('tries again when the disk is full', async () => {
    const { inbox, site, claim } = await oneClaim();
    vi.mocked(calls.fsync).mockRejectedValueOnce(errno('ENOSPC', 'fsync'));
    await expect(inbox.archiveBeginning(claim, decided, TO, null)).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(readdirSync(dirname(join(site, TO)))).toEqual([]);
    expect(await inbox.archiveBeginning(claim, decided, TO, null)).toBe(true);
  });
});
