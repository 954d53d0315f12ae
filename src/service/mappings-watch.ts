import type { MappingsInForce } from '../mapping/language/mappings-in-force.ts';
import type { Path } from '../pipeline/path.ts';
import { SETTINGS_FILE } from '../settings/load-settings.ts';
import { wrongOutputs } from '../settings/mappings/check-outputs.ts';
import { type LoadedMappings, loadMappings, textsOf } from '../settings/mappings/load-mappings.ts';
import { MappingsFault } from '../settings/mappings/mappings-fault.ts';
import { SettingsFault } from '../settings/settings-fault.ts';
import { keepGoodMappings } from './good-mappings.ts';
import { mappingsAtStart } from './mappings-at-start.ts';
import { mappingsFingerprint } from './mappings-fingerprint.ts';
import type { RunExamples } from './mappings-gate.ts';
import type { LiveSettings } from './settings-watch.ts';

/** How often mapping files are looked at. A change counts when they have lain still from one look to the next. */
const LOOK_MS = 500;

/** The mappings in force, which follow the files while the daemon runs. */
export interface LiveMappings {
  current: () => MappingsInForce;
  /** The path that is told of changes: alerts and log lines. Ends when what is in force is kept: a start after a kill has it. */
  attach(path: Path): Promise<void>;
  detach(): void;
  /** Ends when nothing is being written any more. */
  close(): Promise<void>;
}

/**
 * Loads the mappings of a site and keeps them fresh: changed, new and deleted files are compiled, the examples of what is new
 * are run, and the whole set is swapped in between two files. A faulty one leaves the last good set in force, and the alert
 * says where it is wrong, until it is right again. Settings and mappings come into force together where each needs the
 * other. Rejects with `MappingsFault` or `SettingsFault` where there is nothing good to start with.
 */
export async function watchMappings(
  site: string,
  settings: LiveSettings,
  runExamples: RunExamples,
): Promise<LiveMappings> {
  let last = await mappingsFingerprint(site, false);
  let seen = last;
  const inZone: RunExamples = (...asked) => runExamples(asked[0], asked[1], asked[2], settings.current().site.timeZone);
  const start = await mappingsAtStart(site, inZone);
  let { good } = start;
  requireOutputs(settings.loaded(), good);
  let refused: string | null = start.refused?.message ?? null;
  /** Right in itself, but without a mapping that the settings in force choose. */
  let candidate: LoadedMappings | null = null;
  let checkedWith = settings.current();
  let path: Path | null = null;
  /** Where it cannot be written, the daemon runs all the same. */
  let kept: Promise<void> = Promise.resolve();
  const keep = (): void => {
    kept = keepGoodMappings(site, good).catch((error: Error) =>
      path?.log.warn('mappings-not-kept', { error: error.message }),
    );
  };
  const swap = (next: LoadedMappings): void => {
    const isNews = next.mappings.set.version !== good.mappings.set.version;
    if (!isNews && refused === null) return;
    good = next;
    candidate = null;
    refused = null;
    tell(path, good, null);
    if (path !== null) keep();
  };
  const refuse = (message: string): void => {
    if (message !== refused) tell(path, good, message, refused !== null);
    refused = message;
  };
  const take = async (loaded: LoadedMappings): Promise<void> => {
    const fault = await start.gate.refusal(loaded);
    if (fault !== undefined) return refuse(fault.message);
    const missing = wrongOutputs(settings.current(), loaded.mappings.set);
    if (missing.length === 0) return swap(loaded);
    candidate = loaded;
    refuse(new MappingsFault(missing, textsOf(loaded.mappings.sources)).message);
  };
  const look = async (): Promise<void> => {
    const now = await mappingsFingerprint(site, refused !== null);
    const still = now === last;
    last = now;
    if (!still || (now === seen && settings.current() === checkedWith)) return;
    const loaded = await loadMappings(site);
    if ((await mappingsFingerprint(site, refused !== null)) !== now) return; // saved while it was read: the next look sees it whole
    seen = now;
    checkedWith = settings.current();
    candidate = null;
    await take(loaded);
  };
  settings.ask((next) => {
    if (wrongOutputs(next.settings, good.mappings.set).length === 0) return () => undefined;
    const both = candidate;
    if (both !== null && wrongOutputs(next.settings, both.mappings.set).length === 0) return () => swap(both);
    requireOutputs(next, good);
    return () => undefined;
  });
  const looking = every(LOOK_MS, look, (error) => path?.log.error('mappings-refused', { error: error.message }));
  return {
    current: () => ({ ...good.mappings, timeZone: settings.current().site.timeZone }),
    attach: (to) => {
      path = to;
      if (refused !== null) tell(path, good, refused);
      keep(); // only now: before it, the site may be another daemon's
      return kept;
    },
    detach: () => {
      path = null;
    },
    close: async () => {
      await looking.end();
      await kept;
    },
  };
}

/** Does it again and again, never twice at once. */
function every(ms: number, work: () => Promise<void>, failed: (error: Error) => void): { end(): Promise<void> } {
  let underWay: Promise<void> | null = null;
  const timer = setInterval(() => {
    underWay ??= work()
      .catch(failed)
      .finally(() => {
        underWay = null;
      });
  }, ms);
  timer.unref();
  return {
    end: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}

/** Throws `SettingsFault` where `outputs` chooses what is not there. */
function requireOutputs(
  { settings, place, sourceText }: ReturnType<LiveSettings['loaded']>,
  { mappings }: LoadedMappings,
): void {
  const findings = wrongOutputs(settings, mappings.set, place);
  if (findings.length > 0) throw new SettingsFault(SETTINGS_FILE, findings, sourceText);
}

/** `anew`: the alert that is open speaks of another fault; it ends, for an open one keeps its words. */
function tell(path: Path | null, { mappings }: LoadedMappings, error: string | null, anew = false): void {
  if (path === null) return;
  const subject = { kind: 'mappings', key: 'mappings' };
  const { version } = mappings.set;
  if (error === null) {
    path.log.info('mappings-changed', { version, in: mappings.set.in.length, out: mappings.set.out.size });
    path.riders.changes.push({ change: 'clear-alert', code: 'MAPPING_RELOAD_REFUSED', subject });
  } else {
    path.log.error('mappings-refused', { error, inForce: version });
    if (anew) path.riders.changes.push({ change: 'clear-alert', code: 'MAPPING_RELOAD_REFUSED', subject });
    path.riders.changes.push({ change: 'raise-alert', code: 'MAPPING_RELOAD_REFUSED', subject, text: error });
  }
  path.riders.added();
}
