import { parseDocument } from 'yaml';
import { Fault } from '../domain/fault.ts';
import type { SettingsWithLookups } from '../domain/payment-terms.ts';
import { loadSettings, readSettings, SETTINGS_FILE } from './load-settings.ts';
import { parseSettings } from './parse-settings.ts';
import { SettingsFault } from './settings-fault.ts';
import { withLookups } from './with-lookups.ts';

/**
 * The settings of a site as they would be with some of them changed: `company.tolerancePercent=5`, one text each,
 * the value read as YAML. Checked like the file itself. Throws `WRONG_USE` on a text without `=`, and what
 * `loadSettings` throws.
 */
export async function settingsWith(siteDir: string, changes: readonly string[]): Promise<SettingsWithLookups> {
  if (changes.length === 0) return (await loadSettings(siteDir)).settings;
  const { sourceText } = await readSettings(siteDir);
  const document = parseDocument(sourceText);
  for (const change of changes) {
    const equals = change.indexOf('=');
    if (equals < 1) {
      const hint = 'Write it as SETTING=VALUE, for example company.tolerancePercent=5.';
      throw new Fault('WRONG_USE', `"${change}" names no setting and value.`, { hint });
    }
    const path = change.slice(0, equals).split('.');
    document.setIn(path, parseDocument(change.slice(equals + 1)).contents); // the node itself: "0991" keeps its zero
  }
  const text = document.toString();
  const { settings, findings } = parseSettings(text, `${SETTINGS_FILE} with ${changes.join(', ')}`);
  if (settings === undefined) throw new SettingsFault(SETTINGS_FILE, findings, text);
  return (await withLookups(siteDir, settings)).settings;
}
