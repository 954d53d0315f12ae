import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SettingsWithLookups } from '../domain/payment-terms.ts';
import type { Path } from '../pipeline/path.ts';
import { type LoadedSettings, loadSettings, SETTINGS_FILE } from '../settings/load-settings.ts';
import { PAYMENT_TERMS_FILE } from '../settings/lookups/check-payment-terms.ts';
import { invoicesWait, runAgainOffered } from '../pipeline/steps/offer-run-again.ts';
import { formerSettings, keepGoodSettings } from './good-settings.ts';
import { decideAlike } from './decide-alike.ts';
import { tellOfRestarts } from './restart-alerts.ts';

/** How often site.yaml and its lookup are looked at. */
const LOOK_MS = 1000;

/** The settings in force, which follow the file while the daemon runs. */
export interface LiveSettings {
  current: () => SettingsWithLookups;
  /** The same as they were loaded. */
  loaded: () => LoadedSettings;
  /**
   * Somebody else has to agree before settings come into force: `agree` throws the fault of those that it refuses, and
   * gives what it does itself at the moment at which they do.
   */
  ask: (agree: (next: LoadedSettings) => () => void) => void;
  /** The path that is told of changes: alerts and log lines. Ends when it was told of those since the last run. */
  attach(path: Path): Promise<void>;
  detach(): void;
  /** Ends when nothing is being written any more. */
  close(): Promise<void>;
}

/**
 * Loads the settings of a site with its lookups and keeps them fresh: a changed file is checked and swapped in between two files;
 * a wrong one is refused, the last good one stays in force, and the alert says where it is wrong, until it is right again.
 * Rejects with `Fault` (SITE_NOT_FOUND, SETTINGS_INVALID) when the first load fails.
 */
export async function watchSettings(site: string): Promise<LiveSettings> {
  const files = [SETTINGS_FILE, PAYMENT_TERMS_FILE].map((file) => join(site, file));
  let seen = await fingerprints(files);
  let good = await loadSettings(site);
  let path: Path | null = null;
  /** Kept for those who look while site.yaml is wrong; where it cannot be written, the daemon runs all the same. */
  let kept: Promise<void> = Promise.resolve();
  const keep = (): void => {
    kept = keepGoodSettings(site, good).catch((error: Error) =>
      path?.log.warn('settings-not-kept', { error: error.message }),
    );
  };
  const compareWithFormer = async (): Promise<void> => {
    const former = await formerSettings(site, good).catch(() => undefined); // what was kept may be of another version
    if (former !== undefined) await offerRunAgain(path, former, good.settings);
  };
  /** Why what lies there is refused: it is tried again, for what it needs beside it may come. */
  let refused: string | null = null;
  let agree: (next: LoadedSettings) => () => void = () => () => undefined;
  const look = async (): Promise<void> => {
    const now = await fingerprints(files);
    if (now === seen && refused === null) return;
    seen = now;
    try {
      const before = good.settings;
      const next = await loadSettings(site);
      const agreed = agree(next);
      good = next;
      agreed();
      refused = null;
      if (path !== null) tellOfRestarts(path, good.settings);
      tell(path, 'settings-changed', null);
      await offerRunAgain(path, before, good.settings);
      if (path !== null) keep();
    } catch (error) {
      const { message } = error as Error;
      if (message !== refused) tell(path, 'settings-refused', message, refused !== null);
      refused = message;
    }
  };
  let looking = false;
  const lookAlone = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    await look().finally(() => {
      looking = false;
    });
  };
  const timer = setInterval(() => void lookAlone(), LOOK_MS);
  timer.unref();
  return {
    current: () => good.settings,
    loaded: () => good,
    ask: (asked) => {
      agree = asked;
    },
    attach: async (to) => {
      path = to;
      await compareWithFormer();
      keep(); // only now: before it, the site may be another daemon's
    },
    detach: () => {
      path = null;
    },
    close: () => {
      clearInterval(timer);
      return kept;
    },
  };
}

/** `anew`: the alert that is open speaks of another fault; it ends, for an open one keeps its words. */
function tell(
  path: Path | null,
  event: 'settings-changed' | 'settings-refused',
  error: string | null,
  anew = false,
): void {
  if (path === null) return;
  const subject = { kind: 'settings', key: 'mappings/site.yaml' };
  if (error === null) {
    path.log.info(event, {});
    path.riders.changes.push({ change: 'clear-alert', code: 'SETTINGS_RELOAD_REFUSED', subject });
  } else {
    path.log.error(event, { error });
    if (anew) path.riders.changes.push({ change: 'clear-alert', code: 'SETTINGS_RELOAD_REFUSED', subject });
    path.riders.changes.push({ change: 'raise-alert', code: 'SETTINGS_RELOAD_REFUSED', subject, text: error });
  }
  path.riders.added();
}

/** Notes that waiting invoices may come out otherwise, where settings that decide about them have changed. */
async function offerRunAgain(path: Path | null, before: SettingsWithLookups, now: SettingsWithLookups): Promise<void> {
  if (path === null || decideAlike(before, now) || !(await invoicesWait(path.ledger.read))) return;
  path.riders.changes.push(runAgainOffered('Settings have changed since waiting invoices were decided'));
  path.riders.added();
}

async function fingerprints(files: readonly string[]): Promise<string> {
  return (await Promise.all(files.map(fingerprint))).join(' ');
}

async function fingerprint(file: string): Promise<string> {
  try {
    const { size, mtimeNs, ctimeNs, ino } = await stat(file, { bigint: true });
    return `${size}/${mtimeNs}/${ctimeNs}/${ino}`;
  } catch {
    return 'absent';
  }
}
