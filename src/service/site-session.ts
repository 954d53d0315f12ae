import type { Low } from 'lowdb';
import type { SettingsWithLookups } from '../domain/payment-terms.ts';
import type { MappingsInForce } from '../mapping/language/mappings-in-force.ts';
import type { InboxName } from '../domain/settings.generated.ts';
import { openOutputArchive } from '../ledger/output-archive.ts';
import { Deliveries } from '../pipeline/deliveries.ts';
import type { Intake } from '../pipeline/intake.ts';
import type { Path, PathLog } from '../pipeline/path.ts';
import type { Clock } from '../pipeline/ports.ts';
import type { ReadClaims } from '../pipeline/read-claims.ts';
import { clearStaleAlerts } from '../pipeline/recover-alerts.ts';
import { recoverClaims } from '../pipeline/recover-claims.ts';
import { inspectOutboxes, recoverOutboxes } from '../pipeline/recover-outboxes.ts';
import { commitRiders, newRiders } from '../pipeline/riders.ts';
import { LedgerUncertain } from '../pipeline/steps/commit-together.ts';
import type { DeskRecords } from './desk.ts';
import { newId } from './new-id.ts';
import { isOutbox, makeIntakes, openInboxes, openOutboxes, openSoundLedger } from './session-parts.ts';

/** An idle daemon commits what rides on the next commit after this time. */
const RIDERS_WAIT_MS = 250;
/** How often an outbox that a fault has closed is looked at. */
const LOOK_FOR_OUTBOX_MS = 5000;

/** What a session is opened with. */
export interface SessionOptions {
  site: string;
  once: boolean;
  clock: Clock;
  log: PathLog;
  desk: Low<DeskRecords>;
  settings: () => SettingsWithLookups;
  mappings: () => MappingsInForce;
  read: ReadClaims;
  /** Ends the session, also while it is still opening. */
  abort: AbortController;
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
    const ledger = await openSoundLedger(options);
    const inboxes = await openInboxes(options, ledger.siteId);
    let session: SiteSession | undefined;
    const deliveries: Deliveries = new Deliveries(() => path, options.once, options.onFatal);
    const path: Path = {
      ...{ site: options.site, ledger, inboxes, outboxes: await openOutboxes(options.site) },
      ...{ clock: options.clock, newId, log: options.log, settings: options.settings, read: options.read, deliveries },
      mappings: options.mappings,
      archive: openOutputArchive(options.site),
      riders: newRiders(() => session?.scheduleRiders()),
    };
    const { abort } = options;
    session = new SiteSession(options, path, deliveries, makeIntakes(options, path, abort.signal), abort);
    try {
      return { session, recovered: await session.#recover() };
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  /** Watches over closed outboxes until the session ends; with `once` the next run looks. */
  #watchClosed(): void {
    const look = () => void this.#lookAtClosed().catch(() => undefined);
    const timer = setInterval(look, LOOK_FOR_OUTBOX_MS);
    this.#abort.signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }

  /** Takes files until `stop`; with `once` until every inbox has nothing more. */
  async run(): Promise<void> {
    if (this.#options.once) {
      for (let round = 0; round < 2; round += 1) for (const intake of this.#intakes.values()) await intake.run();
      await this.deliveries.settleNow();
      await commitRiders(this.path);
      return;
    }
    this.#watchClosed();
    await Promise.all([...this.#intakes.values()].map((intake) => intake.run()));
  }

  /** Wakes the intake of a channel: it was resumed, or something was put among its claimed files. */
  intake(channel: InboxName): Intake | undefined {
    return this.#intakes.get(channel);
  }

  /** Nobody knows what the ledger holds: this session ends, and a new one recovers from disk. */
  fail(error: LedgerUncertain): void {
    this.#options.onFatal(error);
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

  /** Outboxes that a fault has closed are looked at again: right ones go on, or a new session recovers with them. */
  async #lookAtClosed(): Promise<void> {
    const { ledger, outboxes, riders } = this.path;
    for (const folder of this.deliveries.closed()) {
      const { marker } = await outboxes[folder].inspect();
      if (marker?.siteId !== ledger.siteId && (marker !== null || (await ledger.read.outboxKnown(folder)))) continue;
      if (marker?.epoch !== ledger.epoch) {
        this.#options.onFatal(new LedgerUncertain(`outbox/${folder} can be reached again`));
        return;
      }
      const subject = { kind: 'channel', key: folder };
      riders.changes.push({ change: 'clear-alert', code: 'OUTBOX_REPLACED', subject });
      await this.deliveries.resume(folder, true);
    }
  }

  async #recover(): Promise<number> {
    const inspected = await inspectOutboxes(this.path);
    await this.path.ledger.beginEpoch();
    await clearStaleAlerts(this.path);
    for (const { name } of this.#options.desk.data.pausedChannels) if (isOutbox(name)) this.deliveries.hold(name);
    const open = await recoverOutboxes(this.path, this.deliveries, inspected);
    await this.deliveries.take(open);
    let files = 0;
    for (const [channel, inbox] of this.path.inboxes) {
      files += await recoverClaims(this.path, inbox, this.#intakes.get(channel) as Intake);
    }
    await commitRiders(this.path);
    return files + open.length;
  }
}
