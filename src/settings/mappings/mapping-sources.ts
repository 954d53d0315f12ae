import { realpath } from 'node:fs/promises';
import type { Finding } from '../../domain/decision.ts';
import type { MappingSources } from '../../mapping/language/mapping-set.ts';
import { type ReadMappingFiles, readMappingFiles } from './read-mapping-files.ts';
import { SHIPPED_FOLDER, shippedMappingFiles } from './shipped-mappings.ts';

/** The texts that the mappings of a site are made of. */
export interface SiteMappingSources {
  /** The site's own files alone: what is kept of a good set. */
  own: MappingSources;
  /** With the shipped ones that no own file takes the place of. */
  all: MappingSources;
  findings: Finding[];
}

/**
 * The mapping files of a site, with those of the program. A file of the site takes the place of the shipped file at the
 * same path, whatever it says, and a look-up that of the shipped one with its name: a copy that is renamed inside or
 * switched off must not bring the shipped one back beside it.
 */
export async function readMappingSources(site: string): Promise<SiteMappingSources> {
  const own = await readMappingFiles(site, await isShippedFolder(site));
  return { ...(await withShipped(own)), findings: own.findings };
}

/** The site's own texts, with the shipped ones that they leave in their places. */
export async function withShipped({ files, lookups }: MappingSources): Promise<Omit<SiteMappingSources, 'findings'>> {
  const shipped = files.some((one) => one.shipped) ? NOTHING : await shippedMappingFiles();
  const paths = new Set(files.map(({ file }) => file));
  const names = new Set(lookups.map(({ name }) => name));
  const all = {
    files: [...shipped.files.filter(({ file }) => !paths.has(file)), ...files],
    lookups: [...shipped.lookups.filter(({ name }) => !names.has(name)), ...lookups],
  };
  return { own: { files, lookups }, all };
}

const NOTHING: ReadMappingFiles = { files: [], lookups: [], findings: [] };

/** A checkout can be a site itself: then its mappings are those of the program, once. */
async function isShippedFolder(site: string): Promise<boolean> {
  const [ours, theirs] = await Promise.all(
    [SHIPPED_FOLDER, site].map((folder) => realpath(folder).catch(() => folder)),
  );
  return ours === theirs;
}
