import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EXAMPLES_ENDING, MAPPINGS_FOLDER } from '../settings/mappings/list-mapping-files.ts';
import { MAPPING_LIMITS } from '../settings/mappings/mapping-limits.ts';

/**
 * What a site's mapping files look like from the outside, as one text: another text says that one of them was changed,
 * made or deleted. `examples`: those count too.
 */
export async function mappingsFingerprint(site: string, examples: boolean): Promise<string> {
  const seen: string[] = [];
  await look(join(site, MAPPINGS_FOLDER), 1, examples, seen);
  return seen.join('\n');
}

async function look(folder: string, depth: number, examples: boolean, seen: string[]): Promise<void> {
  if (depth > MAPPING_LIMITS.depth + 2 || seen.length > MAPPING_LIMITS.files * 10) return;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (examples || !entry.name.endsWith(EXAMPLES_ENDING)) await look(path, depth + 1, examples, seen);
    } else seen.push(`${path} ${entry.isFile() ? await marks(path) : 'other'}`);
  }
}

async function marks(path: string): Promise<string> {
  try {
    const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
    return `${size}/${mtimeNs}/${ctimeNs}/${ino}`;
  } catch {
    return 'absent';
  }
}
