import { existsSync, linkSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as calls from '../../src/disk/file-calls.ts';
import { errno, NOW, openTestInbox } from './inbox-fixture.ts';

vi.mock('../../src/disk/file-calls.ts', async (original) =>
  (await import('./spied-calls.ts')).spied(await original<typeof calls>()),
);
afterEach(() => {
  vi.resetAllMocks();
});

const XML = '<order><line/></order>';
const drop = (folder: string, ...names: string[]) => {
  for (const name of names) writeFileSync(join(folder, name), XML);
};
const claimFolders = (folder: string) => readdirSync(join(folder, '.claimed', 'site-one'));

describe('what lies among the claimed ones', () => {
  it('is found in the order of the claims by a process that knows nothing else', async () => {
    const first = await openTestInbox();
    drop(first.folder, 'z.xml');
    await first.inbox.scan();
    drop(first.folder, 'm.xml', 'a.xml');
    const claimed = [...(await first.take())];
    drop(first.folder, 'b.xml');
    claimed.push(...(await first.take()));
    expect(claimed.map((claim) => claim.name)).toEqual(['z.xml', 'a.xml', 'm.xml', 'b.xml']);
    const second = await openTestInbox({}, { site: first.site });
    const found = await second.inbox.claimed();
    expect(
      found.map(({ id, name, path, bytes, fingerprint, channel }) => ({ id, name, path, bytes, fingerprint, channel })),
    ).toEqual(
      claimed.map(({ id, name, path, bytes, fingerprint, channel }) => ({
        id,
        name,
        path,
        bytes,
        fingerprint,
        channel,
      })),
    );
  });

  it('is the beginning of the order when the process died half-way, the one without its stamp last', async () => {
    const { inbox, folder, newId } = await openTestInbox();
    drop(folder, ...Array.from({ length: 8 }, (_, number) => `${9 - number}.xml`));
    const scan = await inbox.scan();
    const real = vi.mocked(calls.utimes).getMockImplementation();
    let stamps = 0;
    const { promise: died, resolve: goOn } = Promise.withResolvers<void>();
    vi.mocked(calls.utimes).mockImplementation((...stamp) => {
      stamps += 1;
      return stamps < 5 ? (real?.(...stamp) as Promise<void>) : died; // between rename and stamp
    });
    void inbox.claim(scan.complete, () => `${90 - Number(newId().slice(-2).replace('a', ''))}`, NOW);
    await vi.waitFor(() => expect(stamps).toBe(5));
    const found = await inbox.claimed();
    expect(found.map((claim) => claim.name)).toEqual(['2.xml', '3.xml', '4.xml', '5.xml', '6.xml']);
    goOn();
  });

  it('loses its empty folders, and leaves those of other sites alone', async () => {
    const { inbox, folder } = await openTestInbox();
    mkdirSync(join(folder, '.claimed', 'site-one', 'died-before-rename'));
    mkdirSync(join(folder, '.claimed', 'site-two', 'foreign'), { recursive: true });
    writeFileSync(join(folder, '.claimed', 'site-two', 'foreign', 'a.xml'), XML);
    expect(await inbox.claimed()).toEqual([]);
    expect(claimFolders(folder)).toEqual([]);
    expect(existsSync(join(folder, '.claimed', 'site-two', 'foreign', 'a.xml'))).toBe(true);
  });

  it('does not come twice when the process died while it put a file back', async () => {
    const { inbox, folder, take, names } = await openTestInbox();
    drop(folder, 'a.xml', 'linked.xml');
    linkSync(join(folder, 'linked.xml'), join(folder, '.own-link-of-the-sender'));
    const claims = await take();
    linkSync(claims[0]?.path ?? '', join(folder, 'a.xml'));
    expect((await inbox.claimed()).map((claim) => claim.name)).toEqual(['linked.xml']);
    expect(names(await inbox.scan())).toEqual(['a.xml']);
  });
});

/** An original in the archive, by its path from the site's folder. */
function archived(site: string): string {
  mkdirSync(join(site, 'archive', 'invoices'), { recursive: true });
  writeFileSync(join(site, 'archive', 'invoices', 'a.xml.id'), XML);
  return 'archive/invoices/a.xml.id';
}

describe('a replay', () => {
  it('of an original that is gone says so', async () => {
    const { inbox } = await openTestInbox();
    await expect(inbox.adopt('replayed', 'a.xml', 'archive/invoices/gone.id', NOW)).rejects.toMatchObject({
      code: 'READ_FAILED',
    });
  });

  it('lies among the claimed ones like any claim, durably, and may be repeated', async () => {
    const { inbox, folder, site } = await openTestInbox();
    const original = archived(site);
    const claim = await inbox.adopt('replayed', 'a:b.xml', original, NOW);
    expect(await inbox.adopt('replayed', 'a:b.xml', original, NOW)).toMatchObject({ id: 'replayed', path: claim.path });
    expect(claim.bytes).toBe(Buffer.byteLength(XML));
    expect(await inbox.read(claim)).toEqual(Buffer.from(XML));
    expect((await inbox.claimed()).map(({ id, name }) => [id, name])).toEqual([['replayed', 'a:b.xml']]);
    expect(statSync(join(folder, '.claimed', 'site-one', 'replayed')).isDirectory()).toBe(true);
  });

  it('that died half-way never was', async () => {
    const { inbox, folder, site } = await openTestInbox();
    const original = archived(site);
    vi.mocked(calls.rename).mockRejectedValueOnce(errno('EIO', 'rename'));
    await expect(inbox.adopt('replayed', 'a.xml', original, NOW)).rejects.toMatchObject({
      code: 'WRITE_FAILED',
    });
    expect(readdirSync(join(folder, '.claimed', 'site-one', 'replayed'))).toEqual(['.adopting']);
    expect(await inbox.claimed()).toEqual([]);
    expect(claimFolders(folder)).toEqual([]);
  });
});
