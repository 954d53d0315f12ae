import { join } from 'node:path';
import { openInbox } from '../channels/folder-inbox.ts';
import { openOutbox } from '../channels/folder-outbox.ts';
import { INBOX_NAMES, OUTBOX_NAMES } from '../domain/channel.table.ts';
import { Fault } from '../domain/fault.ts';
import type { InboxName, OutboxName } from '../domain/settings.generated.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { Intake } from '../pipeline/intake.ts';
import type { Ledger } from '../pipeline/ledger-port.ts';
import type { Path } from '../pipeline/path.ts';
import type { Inbox, Outbox } from '../pipeline/ports.ts';
import { newId } from './new-id.ts';
import { requireNewestLedger } from './require-newest-ledger.ts';
import type { SessionOptions } from './site-session.ts';

/** The site's memory, looked over: a damaged one is not worked with. */
export async function openSoundLedger({ site, clock }: SessionOptions): Promise<Ledger> {
  const file = join(site, 'state', 'ledger.db');
  const ledger = await openLedger({ file, clock, newId });
  const [finding] = await ledger.check('quick');
  if (finding === undefined) return newestOrClosed(site, ledger);
  await ledger.close();
  throw new Fault(finding.code, `${finding.where}: ${finding.what}`, {
    hint: 'Nothing was started. Run "ordrebro doctor --full" to see the extent, and "ordrebro restore DIR" with the newest backup.',
    at: { file },
  });
}

async function newestOrClosed(site: string, ledger: Ledger): Promise<Ledger> {
  try {
    await requireNewestLedger(site, ledger);
    return ledger;
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

/** Is this channel name an outbox folder? */
export function isOutbox(name: string): name is OutboxName {
  return (OUTBOX_NAMES as readonly string[]).includes(name);
}

/** Opens the inboxes that the settings switch on. */
export async function openInboxes(options: SessionOptions, siteId: string): Promise<Map<InboxName, Inbox>> {
  const { site, once, clock } = options;
  const log = (level: 'info' | 'warn', event: string, data: Record<string, unknown>) =>
    options.log[level](event as 'intake-waits', data);
  const inboxes = new Map<InboxName, Inbox>();
  for (const channel of INBOX_NAMES) {
    const settings = () => options.settings().channels[channel];
    if (settings().enabled)
      inboxes.set(channel, await openInbox({ site, siteId, channel, settings, clock, once, log }));
  }
  return inboxes;
}

/** Opens every outbox folder; nothing is touched yet. */
export async function openOutboxes(site: string): Promise<Record<OutboxName, Outbox>> {
  const opened = await Promise.all(
    OUTBOX_NAMES.map(async (folder) => [folder, await openOutbox({ site, folder })] as const),
  );
  return Object.fromEntries(opened) as Record<OutboxName, Outbox>;
}

/** An intake for each inbox. */
export function makeIntakes(options: SessionOptions, path: Path, signal: AbortSignal): Map<InboxName, Intake> {
  const paused = (channel: InboxName) => options.desk.data.pausedChannels.some((one) => one.name === channel);
  const intakes = new Map<InboxName, Intake>();
  for (const [channel, inbox] of path.inboxes) {
    intakes.set(
      channel,
      new Intake(path, inbox, { once: options.once, signal, paused: () => paused(channel), onFatal: options.onFatal }),
    );
  }
  return intakes;
}
