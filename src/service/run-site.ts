import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Fault } from '../domain/fault.ts';
import { daysOf } from '../domain/retention.ts';
import type { AlertRecord } from '../domain/records.ts';
import { acquireSiteLock, type SiteLock } from '../ledger/site-lock.ts';
import { commitRiders } from '../pipeline/riders.ts';
import { faultBehind, LedgerUncertain } from '../pipeline/steps/commit-together.ts';
import { type AlertWatch, watchAlerts } from './alert-watch.ts';
import { checkInBackground } from './background-check.ts';
import { type ControlServer, openControlServer } from './control-server.ts';
import { openDesk } from './desk.ts';
import { makeStateFolder } from './make-state-folder.ts';
import { guardLedger } from './ledger-guard.ts';
import { runExamples } from './mapping-tools/run-examples.ts';
import { type LiveMappings, watchMappings } from './mappings-watch.ts';
import { openReader } from './reader-pool.ts';
import { countingLog, type RunSummary } from './run-summary.ts';
import { type LiveSettings, watchSettings } from './settings-watch.ts';
import { openSiteLog } from './site-log.ts';
import { describeSite, type ReadyInfo } from './site-map.ts';
import { SiteSession, type SessionOptions } from './site-session.ts';
import { systemClock } from './system-clock.ts';

export type { ReadyInfo, RunSummary };

/** The wait before a session is opened again after the ledger failed. */
const RESTART_MS = { first: 500, max: 30_000 };
/** A session that lived this long was sound: the next trouble is a new one. */
const SOUND_SESSION_MS = 60_000;
/** With `--once`, the number of times that the ledger may fail before the run gives up. */
const RESTARTS_ONCE = 3;

export interface RunOptions {
  site: string;
  once: boolean;
  now: string | null;
  logLevel: string;
  onReady?: (info: ReadyInfo) => void;
  /** Something needs a person, or does no more. */
  onAlert?: (event: 'raised' | 'cleared', alert: AlertRecord) => void;
  signal?: AbortSignal;
}

/**
 * Runs a site until it is told to stop, or once through all that is there. Holds the site's lock from the first
 * moment to the last. A session whose ledger failed is thrown away and opened again: the same recovery as after a kill.
 * Rejects with `Fault`: SITE_NOT_FOUND, SETTINGS_INVALID, MAPPING_INVALID, SITE_ALREADY_RUNNING, LEDGER_OLDER_THAN_OUTBOX, LEDGER_DAMAGED.
 */
export async function runSite(options: RunOptions): Promise<RunSummary> {
  const site = resolve(options.site);
  const settings = await watchSettings(site);
  const mappings = await watchMappings(site, settings, runExamples);
  await makeStateFolder(site);
  const clock = systemClock(options.now);
  const lock = await acquireSiteLock(join(site, 'state', 'lock.db'), clock);
  const log = await openSiteLog(site, options.logLevel, daysOf(settings.current().retention.logs));
  const reader = openReader();
  const counted = countingLog(log);
  try {
    const desk = await openDesk(site);
    const base = {
      site,
      once: options.once,
      clock,
      log: counted.log,
      desk,
      settings: settings.current,
      mappings: mappings.current,
      read: reader.read,
    };
    await live(options, base, { settings, mappings }, lock);
    return counted.summary();
  } finally {
    await mappings.close();
    await settings.close();
    await reader.close();
    await log.close();
    await lock.release();
  }
}

type Base = Omit<SessionOptions, 'onFatal' | 'abort'>;

/** What changes while the site runs. */
interface LiveRules {
  settings: LiveSettings;
  mappings: LiveMappings;
}

/** Session after session, until one ends because it was asked to. */
async function live(options: RunOptions, base: Base, rules: LiveRules, lock: SiteLock): Promise<void> {
  for (let restarts = 0; ; restarts += 1) {
    const begunMs = base.clock.monotonicMs();
    const fatal = await oneSession(options, base, rules, lock);
    if (fatal === undefined) return;
    const again = fatal instanceof LedgerUncertain || (fatal instanceof Fault && fatal.transient);
    if (!again || options.signal?.aborted || (options.once && restarts + 1 >= RESTARTS_ONCE)) throw faultBehind(fatal);
    if (base.clock.monotonicMs() - begunMs > SOUND_SESSION_MS) restarts = 0;
    const waitMs = Math.min(RESTART_MS.max, RESTART_MS.first * 2 ** restarts);
    base.log.error('site-restarts', {
      error: (fatal as Error).message,
      cause: String((fatal as Error).cause ?? ''),
      waitMs,
    });
    await delay(waitMs, undefined, options.signal === undefined ? {} : { signal: options.signal }).catch(
      () => undefined,
    );
  }
}

/** One session from recovery to close; gives what it died of, or undefined. */
async function oneSession(
  options: RunOptions,
  base: Base,
  { settings, mappings }: LiveRules,
  lock: SiteLock,
): Promise<unknown> {
  let fatal: unknown;
  let session: SiteSession | undefined;
  let control: ControlServer | undefined;
  let alerts: AlertWatch | undefined;
  let endCheck: (() => Promise<void>) | undefined;
  const tell = options.onAlert ?? (() => undefined);
  const abort = new AbortController();
  const die = (error: unknown): void => {
    fatal ??= error;
    abort.abort();
  };
  const stop = (): void => abort.abort();
  options.signal?.addEventListener('abort', stop, { once: true });
  let ledgerIsOurs = async (): Promise<void> => undefined;
  const look = async (): Promise<void> => {
    await lock.requireHeld();
    await ledgerIsOurs();
  };
  const guard = setInterval(() => void look().catch(die), LOCK_CHECK_MS);
  try {
    const since = base.clock.now();
    const opened = await SiteSession.open({ ...base, abort, onFatal: die });
    session = opened.session;
    ledgerIsOurs = await guardLedger(base.site);
    if (options.signal?.aborted) abort.abort();
    await settings.attach(session.path);
    await mappings.attach(session.path);
    if (!options.once) control = await openControlServer(base.site, session, base.desk);
    options.onReady?.(describeSite(base.site, settings.current(), opened.recovered));
    base.log.info('site-started', { epoch: session.path.ledger.epoch, recovered: opened.recovered });
    const alertFile = () => settings.current().alerts.file;
    alerts = await watchAlerts(base.site, alertFile, session.path.ledger.read, since, tell);
    if (!options.once) endCheck = checkInBackground(session.path);
    await session.run();
    await commitRiders(session.path);
    await alerts.look();
  } catch (error) {
    die(error);
  } finally {
    clearInterval(guard);
    options.signal?.removeEventListener('abort', stop);
    alerts?.close();
    await endCheck?.();
    settings.detach();
    mappings.detach();
    await control?.close();
    await session?.close().catch(die);
    base.log.info('site-stopped', {});
  }
  return fatal;
}

/** How often the lock file is looked at: a deleted lock must not let a second daemon in for long. */
const LOCK_CHECK_MS = 2000;
