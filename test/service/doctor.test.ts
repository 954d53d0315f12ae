import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/decision.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { clockFindings } from '../../src/service/doctor/check-clock.ts';
import { diskFindings } from '../../src/service/doctor/check-disk.ts';
import { nodeFindings } from '../../src/service/doctor/check-node.ts';
import { doctor } from '../../src/service/doctor.ts';
import { makeSite, newSiteValues } from '../../src/service/make-site.ts';
import { newId } from '../../src/service/new-id.ts';
import { systemClock } from '../../src/service/system-clock.ts';

let site: string;
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'ordrebro-test-'));
  await makeSite(site, newSiteValues(site));
});
afterEach(async () => {
  await chmod(join(site, 'inbox', 'bank'), 0o700).catch(() => undefined);
  await rm(site, { recursive: true });
});

/** Problems by check: notes are none. */
async function problems(full = false): Promise<[string, Finding['code']][]> {
  const report = await doctor(site, { full });
  return report.checks.flatMap(({ name, findings }) =>
    findings
      .filter((finding) => finding.severity !== 'note')
      .map((finding) => [name, finding.code] as [string, Finding['code']]),
  );
}

describe('doctor', () => {
  it('finds a new site well, and changes nothing', async () => {
    const before = await readdir(site, { recursive: true });
    expect(await problems()).toEqual([]);
    expect((await readdir(site, { recursive: true })).sort()).toEqual(before.sort());
  });

  it('gives a repair with every finding', async () => {
    await rm(join(site, 'inbox', 'invoices'), { recursive: true });
    const report = await doctor(site, { full: false });
    for (const finding of report.checks.flatMap((check) => check.findings))
      expect(finding.hint, finding.message).toMatch(/\w/);
  });

  it('sees a missing inbox, a file in the place of a folder, and a link', async () => {
    await rm(join(site, 'inbox', 'invoices'), { recursive: true });
    await rm(join(site, 'outbox', 'visma'), { recursive: true });
    await writeFile(join(site, 'outbox', 'visma'), '');
    await rm(join(site, 'inbox', 'epack'), { recursive: true });
    await symlink(tmpdir(), join(site, 'inbox', 'epack'));
    expect(await problems()).toEqual([
      ['Folders and rights', 'FOLDER_NOT_ACCESSIBLE'],
      ['Folders and rights', 'FOLDER_NOT_ACCESSIBLE'],
      ['Folders and rights', 'FOLDER_NOT_ACCESSIBLE'],
    ]);
  });

  it.skipIf(process.getuid?.() === 0)('sees a folder without rights', async () => {
    await chmod(join(site, 'inbox', 'bank'), 0o500);
    expect(await problems()).toEqual([['Folders and rights', 'FOLDER_NOT_ACCESSIBLE']]);
  });

  it('tells wrong settings with their line', async () => {
    await writeFile(
      join(site, 'mappings', 'site.yaml'),
      'site: { name: X }\nentities: [{ id: A }]\ncompany:\n  tolerencePercent: "2"\n',
    );
    const report = await doctor(site, { full: false });
    expect(report.checks[0]).toMatchObject({ name: 'Settings', findings: [{ severity: 'error', at: { line: 4 } }] });
  });

  it('rejects a folder that is no site', async () => {
    await expect(doctor(tmpdir(), { full: false })).rejects.toMatchObject({
      code: 'SITE_NOT_FOUND',
      hint: expect.stringContaining('init'),
    });
  });

  it('sees an outbox that was replaced, that belongs to another site, and a ledger that is too old', async () => {
    const ledger = await openLedger({ file: join(site, 'state', 'ledger.db'), clock: systemClock(null), newId });
    await ledger.beginEpoch();
    const transaction = await ledger.begin();
    for (const folder of ['visma', 'epack', 'acknowledgements'] as const) await transaction.rememberOutbox(folder);
    await transaction.commit();
    await mark('epack', 'another', 1);
    await mark('acknowledgements', ledger.siteId, 9);
    await ledger.close();
    expect(await problems(true)).toEqual([
      ['Outboxes', 'OUTBOX_REPLACED'],
      ['Outboxes', 'OUTBOX_REPLACED'],
      ['Outboxes', 'LEDGER_OLDER_THAN_OUTBOX'],
    ]);
  });

  it('finds nothing wrong with an outbox or an archive that is a link, unless it points to nothing', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'ordrebro-test-'));
    for (const [folder, to] of [
      ['outbox/visma', elsewhere],
      ['archive', join(elsewhere, 'nothing')],
    ] as const) {
      await rm(join(site, folder), { recursive: true });
      await symlink(to, join(site, folder));
    }
    expect(await problems()).toEqual([['Folders and rights', 'FOLDER_NOT_ACCESSIBLE']]);
    await rm(elsewhere, { recursive: true });
  });

  it('tells a broken audit chain from a damaged ledger', async () => {
    const file = join(site, 'state', 'ledger.db');
    const ledger = await openLedger({ file, clock: systemClock(null), newId });
    await ledger.beginEpoch();
    const transaction = await ledger.begin();
    const subject = { kind: 'channel', key: 'visma' };
    const row = { at: '2026-11-21T12:00:00.000Z', by: 'user:kari', subject, event: 'pause', from: null, to: null };
    await transaction.audit({ ...row, rule: null, reason: 'r', details: null });
    await transaction.commit();
    await ledger.close();
    const raw = new BetterSqlite3(file);
    const triggers = raw
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_master WHERE tbl_name = 'audit' AND type = 'trigger'",
      )
      .all();
    for (const { name } of triggers) raw.exec(`DROP TRIGGER "${name}"`);
    raw.exec("UPDATE audit SET reason = 'another'");
    for (const { sql } of triggers) raw.exec(sql);
    raw.close();
    expect(await problems(true)).toContainEqual(['Ledger', 'AUDIT_CHAIN_BROKEN']);
  });

  it('sees files that another ledger claimed', async () => {
    const claim = join(site, 'inbox', 'invoices', '.claimed', 'othersite', 'fileid');
    await mkdir(claim, { recursive: true });
    await writeFile(join(claim, 'a.xml'), '<a/>');
    expect(await problems()).toEqual([['Leftovers', 'LEFTOVER']]);
  });

  it('sees a ledger that is none', async () => {
    await writeFile(join(site, 'state', 'ledger.db'), 'this is no ledger, and long enough to be looked at'.repeat(100));
    expect(await problems()).toEqual([['Ledger', 'LEDGER_DAMAGED']]);
  });
});

async function mark(folder: string, siteId: string, epoch: number): Promise<void> {
  await mkdir(join(site, 'outbox', folder, '.staging'), { recursive: true });
  await writeFile(join(site, 'outbox', folder, '.staging', '.ordrebro'), JSON.stringify({ siteId, epoch }));
}

describe('what doctor thinks of', () => {
  it.each([
    ['26.10.0', []],
    ['27.0.0', []],
    ['26.9.1', ['NODE_TOO_OLD']],
    ['22.0.0', ['NODE_TOO_OLD']],
  ])('Node %s', (version, codes) => {
    expect(nodeFindings(version).map((finding) => finding.code)).toEqual(codes);
  });

  it.each([
    [50n, 1000n, ['DISK_FULL']],
    [500n, 5000n, ['DISK_NEARLY_FULL']],
    [5000n, 0n, ['DISK_FULL']],
    [5000n, 10n, ['DISK_NEARLY_FULL']],
    [5000n, null, []],
    [5000n, 5000n, []],
  ])('a disk with %s MiB and room for %s files', (mebibytes, names, codes) => {
    expect(diskFindings('state', mebibytes * 1024n * 1024n, names).map((finding) => finding.code)).toEqual(codes);
  });

  it.each([
    ['2026-11-21T08:00:00.000Z', ['2026-11-21T07:59:00.000Z'], []],
    ['2026-11-21T08:00:00.000Z', ['2026-11-21T08:04:00.000Z'], []],
    ['2026-11-20T08:00:00.000Z', ['2026-11-21T07:59:00.000Z', '2026-11-01T00:00:00.000Z'], ['CLOCK_UNSOUND']],
    ['1970-01-01T00:00:10.000Z', [], ['CLOCK_UNSOUND']],
  ])('a clock at %s after files at %o', (now, seen, codes) => {
    expect(clockFindings(now, seen).map((finding) => finding.code)).toEqual(codes);
  });
});
