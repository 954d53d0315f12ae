import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { baseWorld, canonicalFile } from './base-world.ts';

/** A throw-away site in a new folder of its own. */
export interface TestSite {
  dir: string;
  inbox(channel: string): string;
  outbox(folder: string): string;
}

export const INBOXES = ['epack', 'visma', 'visma-refusals', 'invoices', 'bank', 'commands'] as const;
export const OUTBOXES = ['visma', 'epack', 'suppliers', 'acknowledgements'] as const;

const SETTINGS = {
  site: { name: 'Test', timeZone: 'Europe/Oslo', language: 'en', currency: 'NOK' },
  entities: [{ id: 'NO01', name: 'Test', paymentTermsMaintained: true, visma: 'business' }],
  company: {
    organisationNo: '991825827',
    feeAndRoundingProduct: 'G900',
    freightProduct: 'F400',
    tolerancePercent: '2',
    toleranceAmount: '50.00',
    orderProcessing: { automaticReceipt: true, noPartialReceipt: true },
  },
  // Most tests ask what is in a document, not in which form it leaves.
  outputs: { 'voucher-batch': 'canonical' },
};

/** The site at a folder that is there already. */
export function siteAt(dir: string): TestSite {
  return { dir, inbox: (channel) => join(dir, 'inbox', channel), outbox: (folder) => join(dir, 'outbox', folder) };
}

/**
 * Makes a site: settings of the base world (merged at the top level with `settings`) and every folder.
 * `under`: the folder in which the new one is made; left out it is the system's temporary folder.
 */
export async function makeSite(
  options: { settings?: Record<string, unknown>; under?: string } = {},
): Promise<TestSite> {
  const site = siteAt(await mkdtemp(join(options.under ?? tmpdir(), 'ordrebro-test-')));
  await mkdir(join(site.dir, 'mappings'), { recursive: true });
  for (const channel of INBOXES) await mkdir(site.inbox(channel), { recursive: true });
  for (const folder of OUTBOXES) await mkdir(site.outbox(folder), { recursive: true });
  await writeSettings(site, options.settings ?? {});
  return site;
}

/** Writes `mappings/site.yaml` as an editor does: beside it, then renamed over it. */
export async function writeSettings(site: TestSite, settings: Record<string, unknown>): Promise<void> {
  const file = join(site.dir, 'mappings', 'site.yaml');
  await writeFile(`${file}.tmp`, stringify({ ...SETTINGS, ...settings }, { aliasDuplicateObjects: false }));
  await rename(`${file}.tmp`, file);
}

/** Removes the whole site. */
export async function removeSite(site: TestSite): Promise<void> {
  await rm(site.dir, { recursive: true, force: true });
}

/** Drops a file as a careful sender does: under a temporary name, then renamed; `sync` makes both durable. */
export async function dropFile(
  site: TestSite,
  channel: string,
  name: string,
  content: string | Uint8Array,
  options: { sync?: boolean } = {},
): Promise<void> {
  const path = join(site.inbox(channel), name);
  await writeWhole(`${path}.tmp`, content, options.sync === true);
  await rename(`${path}.tmp`, path);
  if (options.sync === true) await syncFolder(site.inbox(channel));
}

/** Closes its handle whatever happens: an open one would keep a dead disk busy. */
async function writeWhole(path: string, content: string | Uint8Array, sync: boolean): Promise<void> {
  await using handle = await open(path, 'w');
  await handle.writeFile(content);
  if (sync) await handle.sync();
}

/** Makes the names in a folder durable. */
export async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path, 'r');
  await folder.sync();
}

/** Drops the base world of the scenario catalogue into `inbox/visma`. */
export async function dropBaseWorld(site: TestSite): Promise<void> {
  for (const file of baseWorld()) await dropFile(site, 'visma', file.name, canonicalFile(file.documents));
}

/** What lies visible in an outbox folder, in name order: JSON documents as they parse. */
export async function readOutbox(
  site: TestSite,
  folder: string,
): Promise<{ name: string; content: Record<string, unknown> }[]> {
  const names = (await readdir(site.outbox(folder), { withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name.endsWith('.json'))
    .map((entry) => entry.name)
    .sort();
  const documents = names.map(async (name) => {
    const content = JSON.parse(await readFile(join(site.outbox(folder), name), 'utf8')) as Record<string, unknown>;
    return { name, content };
  });
  return Promise.all(documents);
}

/** The acknowledgements by the name of the file they answer; several answers for one name in name order. */
export async function readAcks(site: TestSite): Promise<Map<string, Record<string, unknown>[]>> {
  const byName = new Map<string, Record<string, unknown>[]>();
  for (const { content } of await readOutbox(site, 'acknowledgements')) {
    const file = content['file'] as { name: string };
    byName.set(file.name, [...(byName.get(file.name) ?? []), content]);
  }
  return byName;
}
