import { open } from 'node:fs/promises';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chance, type Chance } from '../../support/random.ts';
import type { TestSite } from '../../support/site.ts';
import { type Drop, drop } from './drop.ts';
import { brokenFile, invoiceFile, type LoadFile, orderFile, worldFile } from './load-files.ts';

/**
 * Senders that never rest: orders and their invoices, the same bytes again under another name, files that
 * must be refused, and writers that write into the final name slowly. Every file that was completely
 * written is on the list; what is not on the list was never promised.
 */
export interface Writers {
  readonly drops: readonly Drop[];
  /** Resolves when the last file is completely written. */
  stop(): Promise<void>;
}

/** Starts `count` senders beside each other. `pauseMs`: the longest rest between two files of one sender. */
export async function startWriters(
  site: TestSite,
  options: { seed: number; count: number; pauseMs: number; sync?: boolean },
): Promise<Writers> {
  const drops: Drop[] = [await drop(site, worldFile(), { sync: options.sync === true })];
  let running = true;
  const writer = async (index: number): Promise<void> => {
    const choice = chance(options.seed * 1000 + index);
    const sent: LoadFile[] = [];
    for (let n = 1; running; n += 1) {
      const sync = options.sync === true && choice.fraction() < 0.5;
      // A disk whose power was cut takes nothing more: what could not be written was not dropped.
      const written = await writeNext(site, drops, sent, `${index}-${n}`, choice, sync).then(() => true, diskIsDead);
      if (!written) return;
      await sleep(choice.between(0, options.pauseMs));
    }
  };
  const all = Promise.all(Array.from({ length: options.count }, (_, index) => writer(index + 1)));
  return {
    drops,
    stop: async () => {
      running = false;
      await all;
    },
  };
}

function diskIsDead(error: NodeJS.ErrnoException): false {
  if (error.code === 'EIO' || error.code === 'EROFS' || error.code === 'ESHUTDOWN') return false;
  throw error;
}

async function writeNext(
  site: TestSite,
  drops: Drop[],
  sent: LoadFile[],
  number: string,
  choice: Chance,
  sync: boolean,
): Promise<void> {
  const kind = choice.fraction();
  if (kind < 0.1) {
    drops.push(await drop(site, brokenFile(number, choice), { sync }));
  } else if (kind < 0.25 && sent.length > 0) {
    const again = choice.pick(sent);
    drops.push(await drop(site, { ...again, name: `again-${number}-${again.name}` }, { sync }));
  } else if (kind < 0.35) {
    drops.push(await writeSlowly(site, invoiceFile(number, `S${number}`, choice), choice));
  } else {
    const invoice = invoiceFile(number, number, choice);
    // The order comes first, later, or never: an invoice that waits is decided again when its order arrives.
    const order = choice.fraction();
    if (order < 0.7) drops.push(await drop(site, orderFile(number), { sync }));
    drops.push(await drop(site, invoice, { sync }));
    if (order >= 0.7 && order < 0.9) drops.push(await drop(site, orderFile(number), { sync }));
    sent.push(invoice);
  }
}

/** Writes straight into the final name, in pieces, with rests between them: half a file must never be taken. */
async function writeSlowly(site: TestSite, file: LoadFile, choice: Chance): Promise<Drop> {
  const bytes = Buffer.from(file.content);
  await using handle = await open(join(site.inbox(file.channel), file.name), 'wx');
  for (let at = 0; at < bytes.length; ) {
    const piece = choice.between(1, 3000);
    await handle.write(bytes.subarray(at, at + piece));
    at += piece;
    await sleep(choice.between(0, 15));
  }
  return { channel: file.channel, name: file.name, sha256: hash('sha256', bytes, 'hex'), durable: false };
}
