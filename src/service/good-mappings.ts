import { join } from 'node:path';
import { readWhole } from '../disk/read-whole.ts';
import { writeDurably } from '../disk/write-durably.ts';
import type { MappingSet, MappingSources } from '../mapping/language/mapping-set.ts';
import type { LoadedMappings } from '../settings/mappings/load-mappings.ts';

/**
 * The site's own mapping files and look-ups as they are in force, kept by the daemon: a restart goes on with them while what
 * lies in mappings/ is wrong. One file, so that a kill leaves the former set or the next one, never a mixture.
 */
export const GOOD_MAPPINGS_FILE = 'state/mappings.good.json';

/** What is kept of a good set. */
export interface KeptMappings {
  own: MappingSources;
  /** Versions of mappings whose examples have passed. */
  passed: string[];
}

/** Keeps the own texts of the mappings that came into force. Rejects with `Fault`; a daemon can go on without. */
export async function keepGoodMappings(site: string, { own, mappings }: LoadedMappings): Promise<void> {
  const kept: KeptMappings = { own, passed: mappingsOf(mappings.set).map(versionName) };
  const path = join(site, GOOD_MAPPINGS_FILE);
  const text = `${JSON.stringify(kept, null, 2)}\n`;
  const before = await readWhole(path);
  if (before?.toString('utf8') !== text) await writeDurably(path, text);
}

/** What the daemon kept; undefined where it kept nothing that this version can read. */
export async function keptMappings(site: string): Promise<KeptMappings | undefined> {
  const bytes = await readWhole(join(site, GOOD_MAPPINGS_FILE));
  if (bytes === undefined) return undefined;
  try {
    const { own, passed } = JSON.parse(bytes.toString('utf8')) as KeptMappings;
    return { own: { files: [...own.files], lookups: [...own.lookups] }, passed: [...passed] };
  } catch {
    return undefined;
  }
}

/** All mappings of a set, in and out. */
export function mappingsOf(set: MappingSet): (MappingSet['in'][number] | ReturnType<typeof outOf>[number])[] {
  return [...set.in, ...outOf(set)];
}

/** A mapping in one version, as it is remembered. */
export function versionName({ name, version }: { name: string; version: string }): string {
  return `${name} ${version}`;
}

function outOf(set: MappingSet) {
  return [...set.out.values()];
}
