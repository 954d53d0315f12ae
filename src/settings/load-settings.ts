import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../domain/decision.ts';
import { Fault } from '../domain/fault.ts';
import type { SettingsWithLookups } from '../domain/payment-terms.ts';
import { textSource, wholeText } from '../formats/text/text-source.ts';
import { type ParsedSettings, parseSettings } from './parse-settings.ts';
import { SettingsFault } from './settings-fault.ts';
import { withLookups } from './with-lookups.ts';

/** Where the settings lie, from the site's folder. */
export const SETTINGS_FILE = 'mappings/site.yaml';

/** A settings file as it lies there: what was found in it, and its text, to show the lines. */
export interface ReadSettings extends ParsedSettings {
  sourceText: string;
}

/** Settings that can be used. */
export interface LoadedSettings {
  settings: SettingsWithLookups;
  warnings: Finding[];
  sourceText: string;
  termsText: string;
  place: ParsedSettings['place'];
}

/** Reads and checks mappings/site.yaml of a site. Findings are data here; throws only `SITE_NOT_FOUND` and faults of reading. */
export async function readSettings(siteDir: string): Promise<ReadSettings> {
  const bytes = await settingsBytes(siteDir);
  try {
    // Editors save marks, UTF-16 and CRLF: the settings load all the same.
    const sourceText = wholeText(textSource(bytes));
    return { ...parseSettings(sourceText, SETTINGS_FILE), sourceText };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ...unreadable(error), sourceText: '' };
  }
}

/**
 * The settings of a site with its lookups, every default filled in, with the warnings and notes of the check, and the
 * texts of the two files. Throws `SettingsFault` (code `SETTINGS_INVALID`), which carries every finding of the file that
 * is wrong, and `SITE_NOT_FOUND` where there is no settings file.
 */
export async function loadSettings(siteDir: string): Promise<LoadedSettings> {
  const { settings, findings, sourceText, place } = await readSettings(siteDir);
  if (settings === undefined) throw new SettingsFault(SETTINGS_FILE, findings, sourceText);
  return { ...(await withLookups(siteDir, settings)), warnings: findings, sourceText, place };
}

async function settingsBytes(siteDir: string): Promise<Uint8Array> {
  const path = join(siteDir, SETTINGS_FILE);
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      const hint = 'Run "ordrebro init" to make a site here, or name the folder of one with --site or ORDREBRO_SITE.';
      throw new Fault('SITE_NOT_FOUND', `${siteDir} is not a site: there is no ${SETTINGS_FILE} in it.`, {
        hint,
        cause: error,
      });
    }
    const hint = 'Give the account of the daemon the right to read the file.';
    throw new Fault('FOLDER_NOT_ACCESSIBLE', `${path} cannot be read (${code ?? 'unknown error'}).`, {
      hint,
      cause: error,
    });
  }
}

function unreadable(fault: Fault): ParsedSettings {
  const at = { file: SETTINGS_FILE, line: 1, column: 1, ...fault.at };
  const finding: Finding = {
    code: 'SETTINGS_INVALID',
    severity: 'error',
    message: fault.message,
    hint: 'Save the file as UTF-8.',
    at,
  };
  return { findings: [finding], says: () => false, place: () => at };
}
