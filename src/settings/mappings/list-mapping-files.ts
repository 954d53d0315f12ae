import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../domain/decision.ts';
import { PAYMENT_TERMS_FILE } from '../lookups/check-payment-terms.ts';
import { SETTINGS_FILE } from '../load-settings.ts';
import { MAPPING_LIMITS } from './mapping-limits.ts';

/** Where mapping files lie, from the site's folder. */
export const MAPPINGS_FOLDER = 'mappings';
/** Look-ups lie in this folder, and nowhere else. */
export const LOOKUPS_FOLDER = 'mappings/lookups';
/** Behind the name of a mapping file without `.yaml`: the folder of its examples. */
export const EXAMPLES_ENDING = '.examples';

/** The files of a folder that mappings are made of, by their paths from the site's folder, in the order of their names. */
export interface ListedMappingFiles {
  mappings: string[];
  lookups: string[];
  /** Links, files that are probably meant to be read and are not, folders that cannot be looked into, and too many of all. */
  findings: Finding[];
}

/** The settings and what belongs to them lie in the same folder. */
const OF_SETTINGS: ReadonlySet<string> = new Set([SETTINGS_FILE, PAYMENT_TERMS_FILE]);

/**
 * Looks for mapping files and look-ups below `<folder>/mappings`. Links are not followed, examples and hidden files are
 * none. That `mappings` itself is not there is an error: no site is meant to be without its mappings, and one whose folder
 * is away for a moment must not refuse files that they claim.
 */
export async function listMappingFiles(folder: string): Promise<ListedMappingFiles> {
  const found: ListedMappingFiles = { mappings: [], lookups: [], findings: [] };
  await look(folder, MAPPINGS_FOLDER, 1, found);
  const files = found.mappings.length + found.lookups.length;
  if (files <= MAPPING_LIMITS.files) return found;
  const message = `There are ${files} mapping files and look-ups; at most ${MAPPING_LIMITS.files} are read.`;
  return { mappings: [], lookups: [], findings: [wrong(MAPPINGS_FOLDER, message, 'Move away what is not in use.')] };
}

async function look(folder: string, path: string, depth: number, found: ListedMappingFiles): Promise<void> {
  if (depth > MAPPING_LIMITS.depth) {
    const message = `${path} lies deeper than ${MAPPING_LIMITS.depth} folders: it is not looked into.`;
    found.findings.push(wrong(path, message, 'Put mapping files in fewer folders.'));
    return;
  }
  for (const entry of await entriesOf(folder, path, found)) {
    const own = `${path}/${entry.name}`;
    if (isHidden(entry.name) || OF_SETTINGS.has(own)) continue;
    if (entry.isSymbolicLink()) found.findings.push(link(own));
    else if (entry.isDirectory() && !entry.name.endsWith(EXAMPLES_ENDING)) await look(folder, own, depth + 1, found);
    else if (entry.isFile()) take(own, found);
  }
}

async function entriesOf(folder: string, path: string, { findings }: ListedMappingFiles) {
  try {
    const entries = await readdir(join(folder, path), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      if (path === MAPPINGS_FOLDER) findings.push(away(path));
      return [];
    }
    const hint = 'Give the account of the daemon the right to read the folder.';
    findings.push(wrong(path, `${path} cannot be looked into (${code ?? 'unknown error'}).`, hint));
    return [];
  }
}

function take(path: string, { mappings, lookups, findings }: ListedMappingFiles): void {
  const isLookup = path.startsWith(`${LOOKUPS_FOLDER}/`);
  if (!isLookup && path.endsWith('.yaml')) mappings.push(path);
  else if (isLookup && path.endsWith('.csv') && path.split('/').length === 3) lookups.push(path);
  else if (/\.(?:ya?ml|csv)$/i.test(path)) findings.push(misplaced(path));
}

/** Files of editors and of systems, and what is being written. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~') || name.startsWith('#') || name.endsWith('~');
}

function away(path: string): Finding {
  const hint = 'Put the folder back: the settings stand in it, and the mappings of the site.';
  return wrong(path, `There is no folder ${path}.`, hint);
}

function link(path: string): Finding {
  const hint = 'Put the file itself there: links are not followed, so that nothing outside the site changes mappings.';
  return wrong(path, `${path} is a link.`, hint);
}

function misplaced(path: string): Finding {
  return {
    code: 'MAPPING_WARNING',
    severity: 'warning',
    message: `${path} is not read.`,
    hint: `Mapping files end in ".yaml" and lie anywhere below ${MAPPINGS_FOLDER}; look-ups end in ".csv" and lie in ${LOOKUPS_FOLDER} itself.`,
    at: { file: path },
  };
}

function wrong(path: string, message: string, hint: string): Finding {
  return { code: 'MAPPING_INVALID', severity: 'error', message, hint, at: { file: path } };
}
