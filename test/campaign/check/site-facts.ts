import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { INBOXES, OUTBOXES, type TestSite } from '../../support/site.ts';
import type { Drop } from '../load/drop.ts';
import { read, type Taken } from '../load/reader.ts';
import { type LedgerFacts, ledgerFacts } from './ledger-queries.ts';

/** A file of a sender as it lies on the disk. `id` null: it has not been claimed. */
export interface Original {
  place: 'inbox' | 'claimed' | 'archive' | 'failed';
  channel: string;
  path: string;
  /** The original name; of an archived file only what its safe name shows. */
  name: string;
  id: string | null;
  sha256: string;
}

/** All that can be known of a site from its disk, from its receivers' books and from its ledger's rows. */
export interface SiteFacts {
  site: TestSite;
  drops: readonly Drop[];
  /** The power was cut: what was not synced may be gone, what was taken may come once more. */
  power: boolean;
  originals: Original[];
  /** Reports beside failed originals. */
  reports: string[];
  /** Outputs taken by the receiver, then those still lying there. */
  outputs: Taken[];
  /** Outputs that are no whole document. */
  unreadable: string[];
  /** What lies in staging folders besides the marker. */
  staging: string[];
  ledger: LedgerFacts;
}

const FILE_ID = /^(.+)\.([a-z2-7]{16})$/;

/** Gathers the facts of a site that no process works on. */
export async function siteFacts(
  site: TestSite,
  drops: readonly Drop[],
  taken: readonly Taken[],
  power: boolean,
): Promise<SiteFacts> {
  const resting = [...(await restingOriginals(site, 'archive')), ...(await restingOriginals(site, 'failed'))];
  const visible = await visibleOutputs(site, taken.reduce((last, one) => Math.max(last, one.round), 0) + 1);
  return {
    site,
    drops,
    power,
    originals: [...(await waitingOriginals(site)), ...resting.filter((one) => one.id !== null)],
    reports: resting.filter((one) => one.id === null).map((one) => one.path),
    outputs: [...taken, ...visible.filter((one) => typeof one !== 'string')],
    unreadable: visible.filter((one) => typeof one === 'string'),
    staging: await stagingLeftovers(site),
    ledger: ledgerFacts(join(site.dir, 'state', 'ledger.db')),
  };
}

/** Every file below a folder, as paths from it; a folder that is not there has none. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

async function sha256Of(path: string): Promise<string> {
  return hash('sha256', await readFile(path), 'hex');
}

async function waitingOriginals(site: TestSite): Promise<Original[]> {
  const originals: Original[] = [];
  for (const channel of INBOXES) {
    for (const path of await filesBelow(site.inbox(channel))) {
      const parts = path.split('/');
      const claimed = parts[0] === '.claimed';
      if (!claimed && (parts.length > 1 || path.endsWith('.tmp') || path === 'README.md')) continue;
      const full = join(site.inbox(channel), path);
      const id = claimed ? (parts[2] ?? null) : null;
      originals.push({
        place: claimed ? 'claimed' : 'inbox',
        channel,
        path: full,
        name: parts.at(-1) ?? '',
        id,
        sha256: await sha256Of(full),
      });
    }
  }
  return originals;
}

async function restingOriginals(site: TestSite, place: 'archive' | 'failed'): Promise<Original[]> {
  const folder = join(site.dir, place);
  const originals: Original[] = [];
  for (const path of await filesBelow(folder)) {
    const channel = path.split('/')[0] ?? '';
    if (channel === 'outputs') continue;
    const [, name = path.split('/').at(-1) ?? '', id = null] = FILE_ID.exec(path.split('/').at(-1) ?? '') ?? [];
    originals.push({ place, channel, path: join(folder, path), name, id, sha256: await sha256Of(join(folder, path)) });
  }
  return originals;
}

async function visibleOutputs(site: TestSite, round: number): Promise<(Taken | string)[]> {
  const outputs: (Taken | string)[] = [];
  for (const folder of OUTBOXES) {
    for (const path of await filesBelow(site.outbox(folder))) {
      if (path.startsWith('.') || path === 'README.md') continue;
      outputs.push(read(folder, path, await readFile(join(site.outbox(folder), path)), round));
    }
  }
  return outputs;
}

async function stagingLeftovers(site: TestSite): Promise<string[]> {
  const leftovers: string[] = [];
  for (const folder of OUTBOXES) {
    const names = await filesBelow(join(site.outbox(folder), '.staging'));
    leftovers.push(...names.filter((name) => name !== '.ordrebro').map((name) => `outbox/${folder}/.staging/${name}`));
  }
  return leftovers;
}
