import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PAYMENT_TERMS_FILE } from '../lookups/check-payment-terms.ts';
import { SETTINGS_FILE } from '../load-settings.ts';
import { MAPPINGS_FOLDER } from './list-mapping-files.ts';
import { SHIPPED_FOLDER } from './shipped-mappings.ts';

/** Every file of the program's own mappings, with their look-ups and examples, by its path from the folder of a site. */
export async function shippedMappingPaths(): Promise<string[]> {
  const entries = await readdir(join(SHIPPED_FOLDER, MAPPINGS_FOLDER), { recursive: true, withFileTypes: true });
  const root = join(SHIPPED_FOLDER, MAPPINGS_FOLDER);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .map((path) => `${MAPPINGS_FOLDER}/${path}`)
    .filter((path) => path !== SETTINGS_FILE && path !== PAYMENT_TERMS_FILE)
    .sort();
}
