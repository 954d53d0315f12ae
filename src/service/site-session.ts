import { join } from 'node:path';
import type { Low } from 'lowdb';
import { openInbox } from '../channels/folder-inbox.ts';
import { openOutbox } from '../channels/folder-outbox.ts';
import type { InboxName, OutboxName, SiteSettings } from '../domain/settings.generated.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { openOutputArchive } from '../ledger/output-archive.ts';
import { Deliveries } from '../pipeline/deliveries.ts';
import { Intake } from '../pipeline/intake.ts';
import type { Path, PathLog, ReadInput } from '../pipeline/path.ts';
import type { Clock, Inbox, Outbox } from '../pipeline/ports.ts';
import type { ReadResult } from '../domain/decision.ts';
import { recoverClaims } from '../pipeline/recover-claims.ts';
import { inspectOutboxes, recoverOutboxes } from '../pipeline/recover-outboxes.ts';
import { commitRiders, newRiders } from '../pipeline/riders.ts';
import type { DeskRecords } from './desk.ts';
import { newId } from './new-id.ts';

/** An idle daemon commits what rides on the next commit after this time. */
const RIDERS_WAIT_MS = 250;
/** Order in which `run --once` empties the inboxes: what says how things are before what happens to them. */
const INBOX_ORDER: readonly InboxName[] = ['visma', 'epack', 'visma-refusals', 'bank', 'invoices', 'commands'];
const OUTBOXES: readonly OutboxName[] = ['visma', 'epack', 'suppliers', 'acknowledgements'];

/** What a session is opened with. */
export interface SessionOptions {
  site: string;
  once: boolean;
  clock: Clock;
  log: PathLog;
  desk: Low<DeskRecords>;
  settings: () => SiteSettings;
  read: (input: ReadInput) => Promise<ReadResult>;
  /** Only a new session, or a repair of the program, can mend this. */
  onFatal: (error: unknown) => void;
}

/**
 * One life of the site between two recoveries: the ledger, the folders, and the path between them, wired.
 *
 * `open` recovers (crash or not, the same code), `run` takes files until it is stopped, `close` lets go of
 * everything. When the ledger's state is not known any more, the session is thrown away and a new one recovers from disk.
 */
export class SiteSession {
  readonly path: Path;
  readonly deliveries: Deliveries;
  readonly #options: SessionOptions;
  readonly #intakes: Map<InboxName, Intake>;
  readonly #abort: AbortController;
  #ridersTimer: NodeJS.Timeout | null = null;

  private constructor(
    options: SessionOptions,
    path: Path,
    deliveries: Deliveries,
    intakes: Map<InboxName, Intake>,
    abort: AbortController,
  ) {
    this.#options = options;
    this.path = path;
    this.deliveries = deliveries;
    this.#intakes = intakes;
    this.#abort = abort;
  }

  /** Opens and recovers. `recovered`: files and deliveries that the former process left unfinished. */
  static async open(options: SessionOptions): Promise<{ session: SiteSession; recovered: number }> {
    const ledger = await openLedger({ file: join(options.site, 'state', 'ledger.db'), clock: options.clock, newId });
    const inboxes = await openInboxes(options, ledger.siteId);
    let session: SiteSession | undefined;
    const deliveries: Deliveries = new Deliveries(() => path, options.once, options.onFatal);
    const path: Path = {
      ...{ site: options.site, ledger, inboxes, outboxes: await openOutboxes(options.site) },
      ...{ clock: options.clock, newId, log: options.log, settings: options.settings, read: options.read, deliveries },
      archive: openOutputArchive(options.site),
      riders: newRiders(() => session?.scheduleRiders()),
    };
    const abort = new AbortController();
    session = new SiteSession(options, path, deliveries, makeIntakes(options, path, abort.signal), abort);
    try {
      return { session, recovered: await session.#recover() };
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  /** Takes files until `stop`; with `once` until every inbox has nothing more. */
  async run(): Promise<void> {
    if (this.#options.once) {
      for (let round = 0; round < 2; round += 1) for (const intake of this.#intakes.values()) await intake.run();
      await this.deliveries.settleNow();
      await commitRiders(this.path);
      return;
    }
    await Promise.all([...this.#intakes.values()].map((intake) => intake.run()));
  }

  /** Wakes the intake of a channel: it was resumed, or something was put among its claimed files. */
  intake(channel: InboxName): Intake | undefined {
    return this.#intakes.get(channel);
  }

  stop(): void {
    this.#abort.abort();
  }

  /** Lets go of everything. What was not finished is taken up by the next start. */
  async close(): Promise<void> {
    this.#abort.abort();
    if (this.#ridersTimer !== null) clearTimeout(this.#ridersTimer);
    this.deliveries.stop();
    for (const inbox of this.path.inboxes.values()) await inbox.close();
    await commitRiders(this.path).catch(() => undefined);
    await this.path.ledger.close();
  }

  scheduleRiders(): void {
    if (this.#ridersTimer !== null || this.#abort.signal.aborted) return;
    this.#ridersTimer = setTimeout(() => {
      this.#ridersTimer = null;
      commitRiders(this.path).catch(this.#options.onFatal);
    }, RIDERS_WAIT_MS);
  }

  async #recover(): Promise<number> {
    const states = await inspectOutboxes(this.path);
    await this.path.ledger.beginEpoch();
    for (const { name } of this.#options.desk.data.pausedChannels) if (isOutbox(name)) this.deliveries.hold(name);
    const open = await recoverOutboxes(this.path, this.deliveries, states);
    await this.deliveries.take(open);
    let files = 0;
    for (const [channel, inbox] of this.path.inboxes) {
      files += await recoverClaims(this.path, inbox, this.#intakes.get(channel) as Intake);
    }
    await commitRiders(this.path);
    return files + open.length;
  }
}

/** Is this channel name an outbox folder? */
export function isOutbox(name: string): name is OutboxName {
  return (OUTBOXES as readonly string[]).includes(name);
}

async function openInboxes(options: SessionOptions, siteId: string): Promise<Map<InboxName, Inbox>> {
  const { site, once, clock } = options;
  const log = (level: 'info' | 'warn', event: string, data: Record<string, unknown>) =>
    options.log[level](event as 'intake-waits', data);
  const inboxes = new Map<InboxName, Inbox>();
  for (const channel of INBOX_ORDER) {
    const settings = () => options.settings().channels[channel];
    if (settings().enabled)
      inboxes.set(channel, await openInbox({ site, siteId, channel, settings, clock, once, log }));
  }
  return inboxes;
}

async function openOutboxes(site: string): Promise<Record<OutboxName, Outbox>> {
  const opened = await Promise.all(
    OUTBOXES.map(async (folder) => [folder, await openOutbox({ site, folder })] as const),
  );
  return Object.fromEntries(opened) as Record<OutboxName, Outbox>;
}

function makeIntakes(options: SessionOptions, path: Path, signal: AbortSignal): Map<InboxName, Intake> {
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
