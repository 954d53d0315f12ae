import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openTestInbox } from './inbox-fixture.ts';

const XML = '<order><line/></order>';
const PATIENT = { timeout: 20_000, interval: 5 };

/** An inbox that is watched, with the number of hints since the last `calm`. */
async function watched(changes: Parameters<typeof openTestInbox>[0] = {}) {
  const opened = await openTestInbox(changes);
  let hints = 0;
  opened.inbox.onHint(() => {
    hints += 1;
  });
  await opened.inbox.scan();
  await vi.waitFor(() => expect(hints).toBeGreaterThan(0), PATIENT); // the watch says when it is ready
  return {
    ...opened,
    hints: () => hints,
    hinted: (since: number) => vi.waitFor(() => expect(hints).toBeGreaterThan(since), PATIENT),
  };
}

describe('a hint', () => {
  it('comes when a file is dropped, also by a rename, and when one is written on', async () => {
    const { folder, site, hints, hinted } = await watched();
    let before = hints();
    writeFileSync(join(folder, 'a.xml'), '<order>');
    await hinted(before);
    before = hints();
    writeFileSync(join(folder, 'a.xml'), XML, { flag: 'a' });
    await hinted(before);
    writeFileSync(join(site, 'b.xml'), XML);
    before = hints();
    renameSync(join(site, 'b.xml'), join(folder, 'b.xml'));
    await hinted(before);
  });

  it('comes a few times for a burst of 5,000 files, which the scan then finds', async () => {
    const { inbox, folder, hints, hinted } = await watched();
    const before = hints();
    for (let number = 0; number < 5_000; number += 1) writeFileSync(join(folder, `${number}.xml`), XML);
    await hinted(before);
    expect(hints() - before).toBeLessThan(500);
    expect((await inbox.scan()).complete).toHaveLength(1_000);
  });

  it('comes again after the folder was removed and made again, once a scan has seen that', async () => {
    const { inbox, folder, hints, logged, names } = await watched();
    rmSync(folder, { recursive: true });
    await expect(inbox.scan()).rejects.toMatchObject({ code: 'FOLDER_NOT_ACCESSIBLE' });
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.xml'), XML);
    expect(names(await inbox.scan())).toEqual(['a.xml']);
    expect(logged.map(({ event }) => event)).toContain('inbox-watch-renewed');
    await vi.waitFor(async () => {
      const before = hints();
      writeFileSync(join(folder, 'b.xml'), XML);
      await vi.waitFor(() => expect(hints()).toBeGreaterThan(before), { timeout: 1_000, interval: 5 });
    }, PATIENT);
  });

  it('comes again when a folder was replaced between two scans by one that looks the same', async () => {
    const { inbox, folder, hinted, hints, logged, names } = await watched();
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.xml'), XML);
    expect(names(await inbox.scan())).toEqual(['a.xml']);
    expect(logged.map(({ event }) => event)).toContain('inbox-watch-renewed');
    const before = hints();
    await vi.waitFor(async () => {
      writeFileSync(join(folder, 'b.xml'), XML);
      await vi.waitFor(() => expect(hints()).toBeGreaterThan(before), { timeout: 1_000, interval: 5 });
    }, PATIENT);
    await hinted(before);
  });

  it('comes by polling as well, for network shares', async () => {
    const { folder, hints, hinted, settings } = await watched({ polling: true, rescanMs: 50 });
    expect(settings.polling).toBe(true);
    const before = hints();
    writeFileSync(join(folder, 'a.xml'), XML);
    await hinted(before);
  });
});
