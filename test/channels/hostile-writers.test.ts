import {
  appendFileSync,
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOW, openTestInbox } from './inbox-fixture.ts';

const XML = '<order><line/></order>';
const visible = (folder: string) => readdirSync(folder).filter((name) => !name.startsWith('.'));

describe('a writer that pauses', () => {
  it('for many times the settling time is waited for when its file should close', async () => {
    const { inbox, folder, clock, names } = await openTestInbox({ stuckMs: 60_000 });
    const whole = `<order>${'<line/>'.repeat(50)}</order>`;
    for (let from = 0; from < whole.length; from += 40) {
      expect((await inbox.scan()).complete).toEqual([]);
      appendFileSync(join(folder, 'a.xml'), whole.slice(from, from + 40));
      clock.ms += 50_000;
    }
    expect(names(await inbox.scan())).toEqual(['a.xml']);
  });

  it('anywhere in an XML or JSON file never gets a part of it claimed', async () => {
    const text = fc.oneof(
      fc.json({ maxDepth: 3 }).map((json) => `{"a":${json}}`),
      fc.constant('<a><a>1</a><b x="1"/><!-- </a> --></a>'),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), async (whole, share) => {
        const { folder, take } = await openTestInbox();
        const cut = Math.floor(share * whole.length);
        writeFileSync(join(folder, 'a.dat'), whole.slice(0, cut));
        expect(await take()).toEqual([]);
        appendFileSync(join(folder, 'a.dat'), whole.slice(cut));
        const [claim] = await take();
        expect(readFileSync(claim?.path ?? '', 'utf8')).toBe(whole);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a file that changes between scan and claim', () => {
  it('is put back when it was truncated and is being written again, and must then lie still', async () => {
    const { inbox, folder, newId, clock, names, logged } = await openTestInbox();
    writeFileSync(join(folder, 'a.xml'), XML);
    const scan = await inbox.scan();
    const handle = openSync(join(folder, 'a.xml'), 'r+');
    ftruncateSync(handle, 0);
    writeSync(handle, '<order>');
    expect(await inbox.claim(scan.complete, newId, NOW)).toEqual([]);
    expect(readdirSync(join(folder, '.claimed', 'site-one'))).toEqual([]);
    expect(logged.map(({ event }) => event)).toEqual(['inbox-file-put-back']);
    writeSync(handle, '<line/><line/></order>'); // the writer's handle still leads to the file in the inbox
    closeSync(handle);
    expect(await inbox.scan()).toMatchObject({ complete: [], waiting: 1, lookAgainInMs: 2_000 });
    clock.ms += 2_000;
    const settled = await inbox.scan();
    expect(names(settled)).toEqual(['a.xml']);
    const [claim] = await inbox.claim(settled.complete, newId, NOW);
    expect(readFileSync(claim?.path ?? '', 'utf8')).toBe('<order><line/><line/></order>');
  });

  it('is put back when it was rewritten in place with as many bytes', async () => {
    const { inbox, folder, newId } = await openTestInbox();
    writeFileSync(join(folder, 'a.xml'), XML);
    utimesSync(join(folder, 'a.xml'), 1_000, 1_000);
    const scan = await inbox.scan();
    writeFileSync(join(folder, 'a.xml'), XML.replace('line', 'LINE'), { flag: 'r+' });
    expect(await inbox.claim(scan.complete, newId, NOW)).toEqual([]);
    expect(visible(folder)).toEqual(['a.xml']);
  });

  it('is put back when another one was renamed over it', async () => {
    const { inbox, folder, newId, names, clock } = await openTestInbox();
    writeFileSync(join(folder, 'a.xml'), XML);
    const scan = await inbox.scan();
    writeFileSync(join(folder, '.next'), '<order>2');
    renameSync(join(folder, '.next'), join(folder, 'a.xml'));
    expect(await inbox.claim(scan.complete, newId, NOW)).toEqual([]);
    clock.ms += 2_000;
    expect(names(await inbox.scan())).toEqual([]);
    appendFileSync(join(folder, 'a.xml'), '</order>');
    await inbox.scan();
    clock.ms += 2_000;
    expect(names(await inbox.scan())).toEqual(['a.xml']);
  });

  it('is left out when it was deleted', async () => {
    const { inbox, folder, newId } = await openTestInbox();
    writeFileSync(join(folder, 'a.xml'), XML);
    const scan = await inbox.scan();
    rmSync(join(folder, 'a.xml'));
    expect(await inbox.claim(scan.complete, newId, NOW)).toEqual([]);
    expect(readdirSync(join(folder, '.claimed', 'site-one'))).toEqual([]);
    expect(await inbox.scan()).toEqual({ complete: [], waiting: 0, lookAgainInMs: null, refused: [] });
  });

  it('is put back and reported when a link took its place', async () => {
    const { inbox, folder, site, newId } = await openTestInbox();
    writeFileSync(join(folder, 'a.xml'), XML);
    writeFileSync(join(site, 'secret'), XML);
    const scan = await inbox.scan();
    rmSync(join(folder, 'a.xml'));
    symlinkSync(join(site, 'secret'), join(folder, 'a.xml'));
    expect(await inbox.claim(scan.complete, newId, NOW)).toEqual([]);
    expect((await inbox.scan()).refused).toMatchObject([{ name: 'a.xml', code: 'NOT_A_FILE' }]);
  });

  it('keeps its mtime and size, but not its inode: it is another file all the same', async () => {
    const { inbox, folder, newId } = await openTestInbox();
    for (const name of ['a.xml', '.other']) {
      writeFileSync(join(folder, name), XML);
      utimesSync(join(folder, name), 1_000, 1_000);
    }
    const scan = await inbox.scan();
    renameSync(join(folder, '.other'), join(folder, 'a.xml'));
    expect(await inbox.claim(scan.complete, newId, NOW)).toEqual([]);
    expect(visible(folder)).toEqual(['a.xml']);
  });
});

describe('a writer that goes on after the claim', () => {
  it('gets its file back under a name beside the new one of the same name, and both are taken', async () => {
    const { inbox, folder, take, clock, names } = await openTestInbox();
    const handle = openSync(join(folder, 'a.xml'), 'w');
    writeSync(handle, XML);
    const [claim] = await take();
    if (claim === undefined) throw new Error('nothing was claimed');
    writeFileSync(join(folder, 'a.xml'), '<order>new</order>');
    writeSync(handle, '<!-- afterthought -->');
    await inbox.putBack(claim);
    writeSync(handle, '\n');
    closeSync(handle);
    expect(visible(folder)).toEqual(['a.2.xml', 'a.xml']);
    expect(readFileSync(join(folder, 'a.2.xml'), 'utf8')).toBe(`${XML}<!-- afterthought -->\n`);
    expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toBe('<order>new</order>');
    expect(existsSync(join(claim.path, '..'))).toBe(false);
    await inbox.scan();
    clock.ms += 2_000;
    expect(names(await inbox.scan()).toSorted()).toEqual(['a.2.xml', 'a.xml']);
  });

  it('that deleted the file instead leaves nothing to put back', async () => {
    const { inbox, folder, take } = await openTestInbox();
    writeFileSync(join(folder, 'a.xml'), XML);
    const [claim] = await take();
    if (claim === undefined) throw new Error('nothing was claimed');
    rmSync(claim.path);
    await inbox.putBack(claim);
    expect(visible(folder)).toEqual([]);
    expect(await inbox.claimed()).toEqual([]);
  });
});
