import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './guards/source-files.ts';

/** Folders that hold data and no code: the compiler leaves them behind, and the program reads them where it lies. */
const DATA_FOLDERS = ['service/examples'] as const;

for (const folder of DATA_FOLDERS)
  cpSync(join(PROJECT, 'src', folder), join(PROJECT, 'dist', folder), { recursive: true });

/** The program's own mappings, without what makes the checkout a site of its own. */
const OF_THE_SITE = ['site.yaml', join('lookups', 'payment-terms.csv')].map((name) => join(PROJECT, 'mappings', name));
cpSync(join(PROJECT, 'mappings'), join(PROJECT, 'dist', 'mappings'), {
  recursive: true,
  filter: (source) => !OF_THE_SITE.includes(source),
});
