import { randomInt } from 'node:crypto';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { EXPORT_MAPPING, justLarge, XML_EXPORT } from '../support/large-files.ts';
import { runOnce, startDaemon } from '../support/daemon.ts';
import { emptySite } from '../support/run-in-process.ts';
import { dropFile, readAcks } from '../support/site.ts';

/** How many orders are committed, seen as a new process sees them. */
function committedOrders(dir: string): number {
  const ledger = new BetterSqlite3(join(dir, 'state', 'ledger.db'));
  const count = ledger.prepare<[], number>("SELECT count(*) FROM document WHERE kind = 'purchase-order'").pluck().get();
  ledger.close();
  return Number(count);
}

it('killed at any moment, a large file is decided as a whole or not at all, and answered once', async () => {
  const site = await emptySite({ channels: { visma: { partial: true } } });
  await mkdir(join(site.dir, 'mappings/partner'), { recursive: true });
  await writeFile(join(site.dir, 'mappings/partner/export.yaml'), EXPORT_MAPPING);
  const { count, text } = justLarge(XML_EXPORT, { bad: 77 });
  await dropFile(site, 'visma', 'export.xml', text);
  const seen = [];
  // Two deaths alone are forgiven, the third would be the file's guilt: each file is killed twice at most.
  for (let kills = 0; kills < 2; kills += 1) {
    const daemon = startDaemon(site);
    await daemon.ready;
    const claimed = join(site.dir, 'inbox/visma/export.xml');
    while (
      await access(claimed).then(
        () => true,
        () => false,
      )
    )
      await sleep(5);
    await sleep(randomInt(50, 1_500)); // while it is read, decided, committed, answered or archived
    await daemon.kill();
    seen.push(committedOrders(site.dir));
  }
  await runOnce(site);
  seen.push(committedOrders(site.dir));
  for (const orders of seen) expect([0, count - 1]).toContain(orders);
  expect(seen.at(-1)).toBe(count - 1);
  const acks = (await readAcks(site)).get('export.xml') ?? [];
  expect(acks).toHaveLength(1);
  expect(acks[0]).toMatchObject({ outcome: 'partly-accepted', counts: { accepted: count - 1 } });
}, 120_000);
