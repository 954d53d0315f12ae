import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestInbox } from './inbox-fixture.ts';

const XML = '<order><line/></order>';

describe('a channel with markers', () => {
  const marked = { markers: true };

  it('takes a file with its marker and not without, and removes the marker', async () => {
    const { inbox, folder, clock, take } = await openTestInbox(marked);
    writeFileSync(join(folder, 'a.csv'), 'a;b\n');
    writeFileSync(join(folder, 'b.xml'), XML);
    clock.ms += 100_000;
    expect(await inbox.scan()).toMatchObject({ complete: [], waiting: 2, lookAgainInMs: null });
    utimesSync(join(folder, 'a.csv'), 1, 1);
    writeFileSync(join(folder, 'a.csv.done'), '');
    expect((await take()).map((claim) => claim.name)).toEqual(['a.csv']);
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['b.xml']);
  });

  it('does not believe a marker that came before the last byte', async () => {
    const { inbox, folder, clock, names } = await openTestInbox(marked);
    writeFileSync(join(folder, 'a.csv.done'), '');
    writeFileSync(join(folder, 'a.csv'), 'a;b\n');
    const future = statSync(join(folder, 'a.csv.done')).ctimeMs / 1_000 + 60;
    utimesSync(join(folder, 'a.csv'), future, future);
    expect(await inbox.scan()).toMatchObject({ complete: [], waiting: 1, lookAgainInMs: 60_000 });
    clock.ms += 60_000;
    expect(names(await inbox.scan())).toEqual(['a.csv']);
  });

  it('goes by the content where no marker can come: a name too long for one', async () => {
    const { inbox, folder, names } = await openTestInbox(marked);
    const name = `${'a'.repeat(248)}.xml`;
    writeFileSync(join(folder, name), XML);
    expect(names(await inbox.scan())).toEqual([name]);
  });

  it('does not keep a run that ends waiting for a marker', async () => {
    const { inbox, folder } = await openTestInbox(marked, { once: true });
    writeFileSync(join(folder, 'a.xml'), XML);
    expect(await inbox.scan()).toMatchObject({ complete: [], waiting: 0 });
  });
});

describe('a folder', () => {
  it('that never was is made', async () => {
    const { inbox, folder } = await openTestInbox();
    expect(readdirSync(folder)).toEqual(['.claimed']);
    expect((await inbox.scan()).complete).toEqual([]);
  });

  it('that goes missing is said at each scan, is not made anew, and is taken up again when it is back', async () => {
    const { inbox, folder, names } = await openTestInbox();
    writeFileSync(join(folder, 'a.xml'), XML);
    await inbox.scan();
    rmSync(folder, { recursive: true });
    const fault = {
      code: 'FOLDER_NOT_ACCESSIBLE',
      hint: expect.stringContaining('Mount or restore'),
      at: { file: folder },
    };
    await expect(inbox.scan()).rejects.toMatchObject(fault);
    await expect(inbox.scan()).rejects.toMatchObject({ ...fault, message: expect.stringContaining('ENOENT') });
    mkdirSync(folder);
    writeFileSync(join(folder, 'b.xml'), XML);
    expect(names(await inbox.scan())).toEqual(['b.xml']);
  });

  it('that was replaced between two scans is not taken for the one it was', async () => {
    const { inbox, folder, names } = await openTestInbox();
    writeFileSync(join(folder, 'a.xml'), XML);
    expect(names(await inbox.scan())).toEqual(['a.xml']);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.xml'), '<order>');
    expect(await inbox.scan()).toMatchObject({ complete: [], waiting: 1 });
  });

  it('that a file stands in the place of is said as well', async () => {
    const { inbox, folder } = await openTestInbox();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    await expect(inbox.scan()).rejects.toMatchObject({ code: 'FOLDER_NOT_ACCESSIBLE' });
  });

  it('of 5,000 files dropped at once is found whole by the scan alone', async () => {
    const { inbox, folder, newId } = await openTestInbox();
    for (let number = 0; number < 5_000; number += 1) writeFileSync(join(folder, `${number}.xml`), XML);
    const claimed = new Set<string>();
    for (let scan = await inbox.scan(); scan.complete.length > 0; scan = await inbox.scan()) {
      for (const { name } of await inbox.claim(scan.complete, newId, '2026-11-21T18:17:00.000Z')) claimed.add(name);
    }
    expect(claimed.size).toBe(5_000);
  });
});
