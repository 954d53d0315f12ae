import { join } from 'node:path';
import { readWhole } from '../disk/read-whole.ts';
import { writeDurably } from '../disk/write-durably.ts';
import type { Finding } from '../domain/decision.ts';
import { Fault } from '../domain/fault.ts';
import type { SiteSettings } from '../domain/settings.generated.ts';
import { type ReadSettings, readSettings, SETTINGS_FILE } from '../settings/load-settings.ts';
import { parseSettings } from '../settings/parse-settings.ts';
import { SettingsFault } from '../settings/settings-fault.ts';

/** The settings that the daemon runs with, kept by it from the site's folder: what is in force while site.yaml is wrong. */
export const GOOD_SETTINGS_FILE = 'state/site.good.yaml';

/** Keeps the text of the settings that came into force. Rejects with `Fault`; a daemon can go on without. */
export function keepGoodSettings(site: string, sourceText: string): Promise<void> {
  return writeDurably(join(site, GOOD_SETTINGS_FILE), sourceText);
}

/** Settings to look at a site with, and what is to be said of them. */
export interface SettingsForReading {
  settings: SiteSettings;
  /** What was found in mappings/site.yaml; errors too, where the last good settings stand in for it. */
  findings: Finding[];
  /** True where mappings/site.yaml cannot be used. */
  fallback: boolean;
}

/**
 * The settings of a site for commands that only read. Where site.yaml is wrong, they are those that the daemon runs on
 * with, and a warning says so. Throws `SITE_NOT_FOUND`, and `SettingsFault` where no good ones were kept.
 */
export async function settingsForReading(site: string): Promise<SettingsForReading> {
  let now: ReadSettings | Fault;
  try {
    now = await readSettings(site);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    now = error; // site.yaml is gone, or may not be read
  }
  if (!(now instanceof Fault) && now.settings !== undefined)
    return { settings: now.settings, findings: now.findings, fallback: false };
  const wrong = now instanceof Fault ? now : new SettingsFault(SETTINGS_FILE, now.findings, now.sourceText);
  const settings = await goodSettings(site);
  if (settings === undefined) throw wrong;
  return { settings, findings: [standsIn(wrong), ...(now instanceof Fault ? [] : now.findings)], fallback: true };
}

/** What the daemon kept; undefined where it kept nothing, or nothing that this version can use. */
async function goodSettings(site: string): Promise<SiteSettings | undefined> {
  const bytes = await readWhole(join(site, GOOD_SETTINGS_FILE));
  return bytes === undefined ? undefined : parseSettings(bytes.toString('utf8'), GOOD_SETTINGS_FILE).settings;
}

function standsIn(wrong: Fault): Finding {
  return {
    code: 'SETTINGS_RELOAD_REFUSED',
    severity: 'warning',
    message: `${wrong.message} What is shown goes by the last good settings (${GOOD_SETTINGS_FILE}).`,
    hint: `${wrong.hint} "ordrebro check" shows every finding. A daemon that runs goes on with the good ones; one that is started now refuses.`,
    ...(wrong.at === undefined ? {} : { at: wrong.at }),
  };
}
