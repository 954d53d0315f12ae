import { type Document, parseDocument } from 'yaml';
import type { SettingsWithLookups } from '../domain/payment-terms.ts';
import { loadSettings, readSettings, SETTINGS_FILE } from './load-settings.ts';
import { parseSettings } from './parse-settings.ts';
import { type SettingChange, wrongChange } from './setting-change.ts';
import { SettingsFault } from './settings-fault.ts';
import { withLookups } from './with-lookups.ts';

/**
 * The settings of a site as they would be with some of them changed, the values read as YAML and everything checked
 * like the file itself. Throws `WRONG_USE` where the changes are what is wrong, and what `loadSettings` throws where it
 * is the file.
 */
export async function settingsWith(siteDir: string, changes: readonly SettingChange[]): Promise<SettingsWithLookups> {
  if (changes.length === 0) return (await loadSettings(siteDir)).settings;
  const { settings: asSet, findings: found, sourceText } = await readSettings(siteDir);
  if (asSet === undefined) throw new SettingsFault(SETTINGS_FILE, found, sourceText);
  const document = parseDocument(sourceText);
  for (const change of changes) put(document, change);
  const { settings, findings } = parseSettings(document.toString(), SETTINGS_FILE);
  if (settings !== undefined) return (await withLookups(siteDir, settings)).settings;
  const [first, ...more] = findings.filter((finding) => finding.severity === 'error');
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  throw wrongChange(changes, `${first?.message ?? 'the settings would be wrong.'}${others}`, first?.hint ?? '');
}

/** Writes the value's own node, so that `0991` keeps its zero. */
function put(document: Document, change: SettingChange): void {
  const value = parseDocument(change.value);
  const [error] = value.errors;
  if (error !== undefined) {
    const [message = ''] = error.message.split('\n');
    throw wrongChange([change], message, 'The value is read as YAML: put it in quotation marks, or a list in [ ].');
  }
  try {
    document.setIn(change.path, value.contents);
  } catch {
    const parent = change.path.slice(0, -1).join('.');
    throw wrongChange([change], `${parent} is one value, and has nothing under it.`, `Write ${parent}=VALUE.`);
  }
}
