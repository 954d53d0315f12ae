import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type InboxOptions, openInbox } from '../../src/channels/folder-inbox.ts';
import type { ChannelSettings } from '../../src/domain/settings.generated.ts';
import type { ClaimedFile, Inbox, ScanResult } from '../../src/pipeline/ports.ts';

export const SETTINGS: ChannelSettings = {
  settleMs: 2_000,
  rescanMs: 5_000,
  stuckMs: 60_000,
  maxBytes: 268_435_456,
  markers: false,
  partial: false,
  duplicates: 're-acknowledge',
  concurrency: 8,
  polling: false,
  invoiceResponse: 'off',
  receiptTimeoutMinutes: null,
  lateAfter: null,
  ackWaitMs: 60_000,
  retry: { firstMs: 1_000, factor: 2, maxMs: 300_000, attempts: 12 },
};

export const NOW = '2026-11-21T18:17:00.000Z';

/** A site in a folder of its own, which is removed when the test is over. */
export function newSite(): string {
  const site = mkdtempSync(join(tmpdir(), 'ordrebro-channels-'));
  onTestFinished(() => rmSync(site, { recursive: true, force: true }));
  return site;
}

/** An inbox on a throw-away site, with a monotonic clock that only the test moves. */
export interface InboxUnderTest {
  inbox: Inbox;
  site: string;
  folder: string;
  settings: ChannelSettings;
  clock: { ms: number };
  logged: { level: string; event: string; data: Record<string, unknown> }[];
  newId: () => string;
  names(scan: ScanResult): string[];
  /** Scans and claims what is complete. */
  take(): Promise<ClaimedFile[]>;
}

export async function openTestInbox(
  changes: Partial<ChannelSettings> = {},
  options: Partial<InboxOptions> = {},
): Promise<InboxUnderTest> {
  const site = options.site ?? newSite();
  const settings = { ...SETTINGS, ...changes };
  const clock = { ms: 1_000 };
  const logged: InboxUnderTest['logged'] = [];
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id${String(ids).padStart(14, 'a')}`;
  };
  const inbox = await openInbox({
    site,
    siteId: 'site-one',
    channel: 'invoices',
    settings: () => settings,
    clock: { now: () => NOW, monotonicMs: () => clock.ms },
    once: false,
    log: (level, event, data) => logged.push({ level, event, data }),
    ...options,
  });
  onTestFinished(() => inbox.close());
  return {
    inbox,
    site,
    folder: join(site, 'inbox', 'invoices'),
    settings,
    clock,
    logged,
    newId,
    names: (scan) => scan.complete.map((candidate) => candidate.name),
    take: async () => inbox.claim((await inbox.scan()).complete, newId, NOW),
  };
}

/** An error as the file system gives it. */
export function errno(code: string, syscall = 'fsync'): Error {
  return Object.assign(new Error(`${code}: injected, ${syscall}`), { code, syscall, errno: -5 });
}
