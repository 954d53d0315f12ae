import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestInbox } from './inbox-fixture.ts';

const XML = '<order><line/></order>';

describe('what is no file', () => {
  it('is never opened and reported once: links, named pipes, sockets; folders are passed over', async () => {
    const { inbox, folder, site, clock } = await openTestInbox();
    writeFileSync(join(site, 'elsewhere.xml'), XML);
    symlinkSync(join(site, 'elsewhere.xml'), join(folder, 'link.xml'));
    symlinkSync('/dev/zero', join(folder, 'device.xml'));
    execFileSync('mkfifo', [join(folder, 'pipe.xml')]);
    mkdirSync(join(folder, 'folder.xml'));
    const server = createServer().listen(join(folder, 'socket.xml'));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const scan = await inbox.scan();
    expect(scan.complete).toEqual([]);
    expect(scan.refused.map(({ name, what }) => [name, what.split(':')[0]])).toEqual([
      ['device.xml', 'a link'],
      ['link.xml', 'a link'],
      ['pipe.xml', 'a named pipe'],
      ['socket.xml', 'a socket'],
    ]);
    clock.ms += 100_000;
    expect((await inbox.scan()).refused).toEqual([]);
    rmSync(join(folder, 'link.xml'));
    symlinkSync('/dev/null', join(folder, 'other.xml'));
    expect((await inbox.scan()).refused.map(({ name }) => name)).toEqual(['other.xml']);
  });
});

describe('a hard link', () => {
  it('of a dropped file is a file of its own, and one that stays outside changes nothing', async () => {
    const { inbox, folder, site, take } = await openTestInbox();
    writeFileSync(join(folder, 'a.xml'), XML);
    linkSync(join(folder, 'a.xml'), join(folder, 'b.xml'));
    linkSync(join(folder, 'a.xml'), join(site, 'kept-by-the-sender'));
    const claims = await take();
    expect(claims.map((claim) => claim.name)).toEqual(['a.xml', 'b.xml']);
    for (const claim of claims)
      await inbox.archive(claim, `archive/invoices/2026-11-21/${claim.name}.${claim.id}`, null);
    expect(readdirSync(join(site, 'archive', 'invoices', '2026-11-21'))).toHaveLength(2);
    expect(await inbox.claimed()).toEqual([]);
  });
});

describe('the same name again', () => {
  it('is a new file, each time it is dropped', async () => {
    const { folder, take } = await openTestInbox();
    const taken: string[] = [];
    for (const content of ['<a>1</a>', '<a>2</a>', '<a>1</a>']) {
      writeFileSync(join(folder, 'a.xml'), content);
      for (const claim of await take()) taken.push(readFileSync(claim.path, 'utf8'));
    }
    expect(taken).toEqual(['<a>1</a>', '<a>2</a>', '<a>1</a>']);
  });
});
