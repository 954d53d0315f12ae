import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { INBOX_NAMES, OUTBOX_NAMES } from '../domain/channel.table.ts';
import { Fault } from '../domain/fault.ts';
import { MAPPING_SCHEMA } from '../domain/mapping-schema.generated.ts';
import { SITE_SCHEMA } from '../domain/site-schema.generated.ts';
import { shippedMappingPaths } from '../settings/mappings/shipped-mapping-files.ts';
import { SHIPPED_FOLDER } from '../settings/mappings/shipped-mappings.ts';
import { EXAMPLE_FILES } from './example-files.table.ts';
import { siteTemplate, type TemplateValues } from './site-template.ts';

/** What `makeSite` did, paths from the site's folder. */
export interface MadeSite {
  site: string;
  made: string[];
  /** Lay there already, and were left as they are. */
  kept: string[];
}

/** Folders of a site. Inboxes that are off by default (`commands`) are made by whoever switches them on. */
export const SITE_FOLDERS: readonly string[] = [
  'mappings/lookups',
  ...INBOX_NAMES.filter((name) => name !== 'commands').map((name) => `inbox/${name}`),
  ...OUTBOX_NAMES.map((name) => `outbox/${name}`),
  'archive',
  'failed',
  'state',
];

/** Names that do not make a folder somebody's: a fresh clone or mount may hold them. */
const HARMLESS = new Set(['.git', '.gitignore', '.gitkeep', 'lost+found', '.DS_Store', 'Thumbs.db', 'desktop.ini']);

/**
 * Makes a site in `folder` (absolute). `values` are the settings in force in its site.yaml, by path. A file that is
 * there is never written: in a site that is there already, only what is missing is made. Throws `WRITE_FAILED` for a folder
 * that holds something else, and says what it would have made.
 */
export async function makeSite(folder: string, values: TemplateValues): Promise<MadeSite> {
  await refuseForeignFolder(folder);
  const made: MadeSite = { site: folder, made: [], kept: [] };
  try {
    for (const path of SITE_FOLDERS) await makeFolder(made, path);
    await makeFile(made, 'mappings/site.yaml', siteTemplate(SITE_SCHEMA, values));
    await makeFile(made, 'mappings/lookups/payment-terms.csv', await exampleText('lookups/payment-terms.csv'));
    for (const path of await shippedMappingPaths())
      await makeFile(made, path, await readFile(join(SHIPPED_FOLDER, path)));
    await makeFile(made, 'schemas/settings/site.schema.json', schemaText(SITE_SCHEMA));
    await makeFile(made, 'schemas/settings/mapping.schema.json', schemaText(MAPPING_SCHEMA));
    await makeFile(made, 'examples/README.md', await exampleText('README.md'));
    await makeFile(made, 'examples/site.yaml', await exampleText('site.yaml'));
    for (const example of EXAMPLE_FILES) {
      const path = `${example.channel}/${example.name}`;
      await makeFile(made, `examples/${path}`, await exampleText(path));
    }
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('WRITE_FAILED', `the site could not be made in ${folder}`, {
      hint: 'Give your account the right to write there, or choose another folder; then run the same command again.',
      at: { file: folder },
      cause,
    });
  }
  return made;
}

/** The settings of a site that `init` makes: only what must be there. */
export function newSiteValues(folder: string): TemplateValues {
  return new Map<string, unknown>([
    ['site.name', basename(folder) || 'Ordrebro'],
    ['entities', [{ id: 'NO01' }]],
    ['company.organisationNo', null],
  ]);
}

/** The text of one of the examples that come with the program. */
export async function exampleText(path: string): Promise<string> {
  return readFile(new URL(`./examples/${path}`, import.meta.url), 'utf8');
}

/** Editors complete and check what is written by it: the first line of site.yaml and of each mapping names it. */
function schemaText(schema: unknown): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

async function refuseForeignFolder(folder: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return;
    throw new Fault('FOLDER_NOT_ACCESSIBLE', `${folder} cannot be read as a folder`, {
      hint: 'Choose another folder, or give your account the right to read this one.',
      at: { file: folder },
      cause,
    });
  }
  const foreign = names.filter((name) => !HARMLESS.has(name));
  if (foreign.length === 0 || (await isSite(folder))) return;
  throw new Fault(
    'WRITE_FAILED',
    `${folder} is no site and is not empty: it holds ${foreign.slice(0, 3).join(', ')}${foreign.length > 3 ? ', …' : ''}`,
    {
      hint: `Nothing was written. Choose an empty or a new folder. There would have been made: mappings/site.yaml, examples/, ${SITE_FOLDERS.join(', ')}.`,
      at: { file: folder },
    },
  );
}

async function isSite(folder: string): Promise<boolean> {
  const names = await readdir(join(folder, 'mappings')).catch((): string[] => []);
  return names.includes('site.yaml');
}

async function makeFolder(made: MadeSite, path: string): Promise<void> {
  const first = await mkdir(join(made.site, path), { recursive: true });
  (first === undefined ? made.kept : made.made).push(`${path}/`);
}

async function makeFile(made: MadeSite, path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(made.site, path)), { recursive: true });
  try {
    await writeFile(join(made.site, path), content, { flag: 'wx' });
    made.made.push(path);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
    made.kept.push(path);
  }
}
