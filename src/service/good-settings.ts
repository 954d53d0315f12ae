import { join } from 'node:path';
import { readWhole } from '../disk/read-whole.ts';
import { writeDurably } from '../disk/write-durably.ts';
import type { Finding } from '../domain/decision.ts';
import { Fault } from '../domain/fault.ts';
import type { SettingsWithLookups } from '../domain/payment-terms.ts';
import type { SiteSettings } from '../domain/settings.generated.ts';
import { type ReadSettings, readSettings, SETTINGS_FILE } from '../settings/load-settings.ts';
import { parseSettings } from '../settings/parse-settings.ts';
import { readPaymentTerms } from '../settings/lookups/read-payment-terms.ts';
import { SettingsFault } from '../settings/settings-fault.ts';
import { withLookups } from '../settings/with-lookups.ts';

/** The settings that the daemon runs with, kept by it from the site's folder: what is in force while site.yaml is wrong. */
export const GOOD_SETTINGS_FILE = 'state/site.good.yaml';

/** The same of the lookup of payment terms. */
export const GOOD_TERMS_FILE = 'state/payment-terms.good.csv';

/** Keeps the texts of the settings that came into force. Rejects with `Fault`; a daemon can go on without. */
export async function keepGoodSettings(site: string, good: { sourceText: string; termsText: string }): Promise<void> {
  await writeDurably(join(site, GOOD_SETTINGS_FILE), good.sourceText);
  await writeDurably(join(site, GOOD_TERMS_FILE), good.termsText);
}

/** The settings that were in force when they were last kept, with their lookup; undefined where none were, or where they are these. */
export async function formerSettings(
  site: string,
  good: { sourceText: string; termsText: string },
): Promise<SettingsWithLookups | undefined> {
  const texts = await Promise.all([GOOD_SETTINGS_FILE, GOOD_TERMS_FILE].map((file) => readWhole(join(site, file))));
  const [source, terms] = texts.map((bytes) => bytes?.toString('utf8'));
  if (source === undefined || (source === good.sourceText && terms === good.termsText)) return undefined;
  const { settings } = parseSettings(source, GOOD_SETTINGS_FILE);
  if (settings === undefined) return undefined;
  const entities = settings.entities.map(({ id }) => id);
  return { ...settings, paymentTerms: (await readPaymentTerms(site, entities, GOOD_TERMS_FILE)).paymentTerms };
}

/** Settings to look at a site with, and what is to be said of them. */
export interface SettingsForReading {
  settings: SettingsWithLookups;
  /** What was found in mappings/site.yaml; errors too, where the last good settings stand in for it. */
  findings: Finding[];
  /** True where mappings/site.yaml or its lookup cannot be used. */
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
  if (!(now instanceof Fault) && now.settings !== undefined) return withGoodLookups(site, now.settings, now.findings);
  const wrong = now instanceof Fault ? now : new SettingsFault(SETTINGS_FILE, now.findings, now.sourceText);
  const settings = await goodSettings(site);
  if (settings === undefined) throw wrong;
  const findings = [standsIn(wrong, GOOD_SETTINGS_FILE), ...(now instanceof Fault ? [] : now.findings)];
  return { ...(await withGoodLookups(site, settings, findings)), fallback: true };
}

/** Right settings with their lookup, or where that is wrong, with the one that the daemon kept. */
async function withGoodLookups(site: string, settings: SiteSettings, findings: Finding[]): Promise<SettingsForReading> {
  try {
    return { settings: (await withLookups(site, settings)).settings, findings, fallback: false };
  } catch (wrong) {
    if (!(wrong instanceof Fault)) throw wrong;
    const entities = settings.entities.map(({ id }) => id);
    const { paymentTerms } = await readPaymentTerms(site, entities, GOOD_TERMS_FILE);
    return {
      settings: { ...settings, paymentTerms },
      findings: [standsIn(wrong, GOOD_TERMS_FILE), ...findings],
      fallback: true,
    };
  }
}

/** What the daemon kept; undefined where it kept nothing, or nothing that this version can use. */
async function goodSettings(site: string): Promise<SiteSettings | undefined> {
  const bytes = await readWhole(join(site, GOOD_SETTINGS_FILE));
  return bytes === undefined ? undefined : parseSettings(bytes.toString('utf8'), GOOD_SETTINGS_FILE).settings;
}

function standsIn(wrong: Fault, good: string): Finding {
  return {
    code: 'SETTINGS_RELOAD_REFUSED',
    severity: 'warning',
    message: `${wrong.message} What is shown goes by the last good settings (${good}).`,
    hint: `${wrong.hint} "ordrebro check" shows every finding. A daemon that runs goes on with the good ones; one that is started now refuses.`,
    ...(wrong.at === undefined ? {} : { at: wrong.at }),
  };
}
