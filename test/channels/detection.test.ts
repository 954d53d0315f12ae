import { appendFileSync, mkdirSync, renameSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTestInbox } from './inbox-fixture.ts';

const XML = '<order><line/></order>';

describe('a complete file', () => {
  it('is taken at once when its end proves it: XML that closes its root, JSON that parses', async () => {
    const { inbox, folder, names } = await openTestInbox();
    writeFileSync(join(folder, 'a.xml'), XML);
    writeFileSync(join(folder, 'b.json'), '{"document":"supplier"}\n');
    const scan = await inbox.scan();
    expect(names(scan)).toEqual(['a.xml', 'b.json']);
    expect(scan.complete[0]?.bytes).toBe(XML.length);
    expect(scan.waiting).toBe(0);
  });

  it('is one that has lain still for settleMs since we saw it, where its end proves nothing', async () => {
    const { inbox, folder, clock, names } = await openTestInbox();
    writeFileSync(join(folder, 'a.csv'), 'a;b\n1;2\n');
    utimesSync(join(folder, 'a.csv'), 1, 1); // however old its own times are
    const first = await inbox.scan();
    expect(first).toMatchObject({ complete: [], waiting: 1, lookAgainInMs: 2_000 });
    clock.ms += 1_999;
    expect((await inbox.scan()).lookAgainInMs).toBe(1);
    clock.ms += 1;
    expect(names(await inbox.scan())).toEqual(['a.csv']);
  });

  it('starts to settle anew at each change', async () => {
    const { inbox, folder, clock, names } = await openTestInbox();
    writeFileSync(join(folder, 'a.csv'), 'a;b\n');
    for (let paused = 0; paused < 5; paused += 1) {
      await inbox.scan();
      clock.ms += 1_900;
      appendFileSync(join(folder, 'a.csv'), '1;2\n');
    }
    expect((await inbox.scan()).lookAgainInMs).toBe(2_000);
    clock.ms += 2_000;
    expect(names(await inbox.scan())).toEqual(['a.csv']);
  });

  it('is waited for until stuckMs when it should close and does not, and then taken to be refused', async () => {
    const { inbox, folder, clock, names } = await openTestInbox();
    writeFileSync(join(folder, 'a.xml'), '<order><line/>');
    writeFileSync(join(folder, 'b.json'), '{"a":{}');
    writeFileSync(join(folder, 'empty.csv'), '');
    expect(await inbox.scan()).toMatchObject({ complete: [], waiting: 3, lookAgainInMs: 60_000 });
    clock.ms += 59_999;
    expect((await inbox.scan()).complete).toEqual([]);
    clock.ms += 1;
    expect(names(await inbox.scan())).toEqual(['a.xml', 'b.json', 'empty.csv']);
  });

  it('is not waited for longer than settleMs by a run that ends', async () => {
    const { inbox, folder, clock, names } = await openTestInbox({}, { once: true });
    writeFileSync(join(folder, 'a.xml'), '<order><line/>');
    expect((await inbox.scan()).lookAgainInMs).toBe(2_000);
    clock.ms += 2_000;
    expect(names(await inbox.scan())).toEqual(['a.xml']);
  });

  it('is seen when the writer closes it later', async () => {
    const { inbox, folder, names } = await openTestInbox();
    writeFileSync(join(folder, 'a.xml'), '<order>');
    expect(await inbox.scan()).toMatchObject({ complete: [], waiting: 1 });
    appendFileSync(join(folder, 'a.xml'), '</order>');
    expect(names(await inbox.scan())).toEqual(['a.xml']);
  });

  it('is not one that was filled with zeros beforehand', async () => {
    const { inbox, folder } = await openTestInbox();
    writeFileSync(join(folder, 'a.xml'), XML);
    truncateSync(join(folder, 'a.xml'), 100_000);
    expect((await inbox.scan()).complete).toEqual([]);
  });

  it('never is a JSON text cut behind a brace, whatever its size', async () => {
    const { inbox, folder, names } = await openTestInbox();
    const whole = `{"lines":[${'{"quantity":"1"},'.repeat(9_000)}{}]}`;
    expect(whole.length).toBeGreaterThan(100_000);
    writeFileSync(join(folder, 'cut.json'), whole.slice(0, whole.lastIndexOf('{') - 1));
    writeFileSync(join(folder, 'whole.json'), whole);
    expect(names(await inbox.scan())).toEqual(['whole.json']);
  });
});

describe('names', () => {
  it('of files being written, of hidden files and of the README are ignored', async () => {
    const { inbox, folder } = await openTestInbox();
    const ignored = [
      '.a.xml',
      '~$a.xml',
      'a.tmp',
      'a.xml.part',
      'a.PARTIAL',
      'a.filepart',
      'a.xml.crdownload',
      'a.writing',
      'README.md',
    ];
    for (const name of ignored) writeFileSync(join(folder, name), XML);
    mkdirSync(join(folder, 'old'));
    expect(await inbox.scan()).toEqual({ complete: [], waiting: 0, lookAgainInMs: null, refused: [] });
  });

  it('are taken up to the longest that a file system knows', async () => {
    const { folder, take } = await openTestInbox();
    const name = `${'å'.repeat(125)}x.xml`;
    expect(Buffer.byteLength(name)).toBe(255);
    writeFileSync(join(folder, name), XML);
    expect((await take()).map((claim) => claim.name)).toEqual([name]);
  });

  it('that are not UTF-8 are reported once and never opened', async () => {
    const { inbox, folder, names } = await openTestInbox();
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.xml')]), XML);
    writeFileSync(join(folder, 'really-\uFFFD.xml'), XML);
    const scan = await inbox.scan();
    expect(scan.refused).toEqual([{ name: 'caf\\xe9.xml', code: 'NAME_NOT_UTF8', what: expect.any(String) }]);
    expect(names(scan)).toEqual(['really-\uFFFD.xml']);
    expect((await inbox.scan()).refused).toEqual([]);
  });
});

describe('claim order', () => {
  it('is by the scan that first saw a file, then by name', async () => {
    const { inbox, folder, names } = await openTestInbox();
    for (const name of ['m.xml', 'k.xml']) writeFileSync(join(folder, name), XML);
    await inbox.scan();
    for (const name of ['z.xml', 'a.xml']) writeFileSync(join(folder, name), XML);
    expect(names(await inbox.scan())).toEqual(['k.xml', 'm.xml', 'a.xml', 'z.xml']);
  });

  it('puts a file that was renamed over an older one behind those that came before it', async () => {
    const { inbox, folder, clock, names } = await openTestInbox();
    for (const name of ['a.xml', 'b.xml']) writeFileSync(join(folder, name), XML);
    await inbox.scan();
    clock.ms += 1_000;
    writeFileSync(join(folder, '.new'), '<order>2</order>');
    renameSync(join(folder, '.new'), join(folder, 'a.xml'));
    expect(names(await inbox.scan())).toEqual(['b.xml', 'a.xml']);
    clock.ms += 1_000;
    expect(names(await inbox.scan())).toEqual(['b.xml', 'a.xml']);
  });

  it('holds for any sequence of drops and scans, also when a scan gives few of them', async () => {
    const batch = fc.uniqueArray(fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { maxLength: 4 }), async (batches) => {
        const { inbox, folder, newId } = await openTestInbox({ rescanMs: 0 }, { maxCandidates: 3 });
        const promised: string[] = [];
        for (const names of batches) {
          const fresh = names
            .map((name) => `${name}.xml`)
            .filter((name) => !promised.some((one) => one.toLowerCase() === name.toLowerCase()));
          for (const name of fresh) writeFileSync(join(folder, name), XML);
          promised.push(...fresh.sort());
          expect((await inbox.scan()).complete.map(({ name }) => name)).toEqual(promised.slice(0, 3));
        }
        const claimed: string[] = [];
        for (let scan = await inbox.scan(); scan.complete.length > 0; scan = await inbox.scan()) {
          expect(scan.lookAgainInMs).toBe(scan.complete.length < 3 ? null : 0);
          for (const { name } of await inbox.claim(scan.complete, newId, '2026-11-21T18:17:00.000Z'))
            claimed.push(name);
        }
        expect(claimed).toEqual(promised);
      }),
      { numRuns: 25 },
    );
  });
});
