import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { RunSummary } from '../../src/service/run-site.ts';
import { runSite } from '../../src/service/run-site.ts';
import { dropBaseWorld, makeSite, removeSite, type TestSite } from './site.ts';
import { ublInvoice } from './ubl-invoice.ts';
import type { UblSpec } from './ubl-spec.ts';

const made: TestSite[] = [];

afterEach(async () => {
  for (const site of made.splice(0)) await removeSite(site);
});

/** A throw-away site with the base world taken in; removed after the test. */
export async function siteWithWorld(settings: Record<string, unknown> = {}): Promise<TestSite> {
  const site = await emptySite(settings);
  await dropBaseWorld(site);
  await once(site);
  return site;
}

/** A throw-away site with nothing in it; removed after the test. */
export async function emptySite(settings: Record<string, unknown> = {}): Promise<TestSite> {
  const site = await makeSite({ settings });
  made.push(site);
  return site;
}

/** `ordrebro run --once`, in this process. */
export function once(site: TestSite, now: string | null = null): Promise<RunSummary> {
  return runSite({ site: site.dir, once: true, now, logLevel: 'info' });
}

/** An invoice of the base world: 10 of product A at 100.00 on order 1001, unless said otherwise. */
export function invoiceFile(more: Partial<UblSpec> = {}): string {
  const lines = [{ sku: 'A-100', quantity: '10', price: '100.00' }];
  return ublInvoice({ family: 'peppol-bis-3', kind: 'invoice', number: 'F-1', orderRef: '1001', lines, ...more });
}

/** Names below a folder of the site, without the hidden ones; none where it is missing. */
export async function namesIn(site: TestSite, folder: string): Promise<string[]> {
  const entries = await readdir(join(site.dir, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

/** The log of the site as one text. */
export async function logOf(site: TestSite): Promise<string> {
  const folder = join(site.dir, 'state', 'logs');
  const texts = (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8'));
  return (await Promise.all(texts)).join('');
}
