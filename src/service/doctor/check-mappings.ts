import { loadMappings } from '../../settings/mappings/load-mappings.ts';
import { mappingsOf } from '../good-mappings.ts';
import { mappingsForReading } from '../mappings-for-reading.ts';
import type { DoctorCheck } from './doctor-check.ts';

/** More findings than this are for `check`. */
const MOST_TOLD = 5;

/** What keeps a mapping file from being in force. */
export const CHECK_MAPPINGS: DoctorCheck = {
  name: 'Mappings',
  look: async ({ site }) => {
    const { findings } = await mappingsForReading(site);
    const found = (await loadMappings(site)).findings.filter(({ severity }) => severity !== 'note');
    return [...findings, ...found.slice(findings.length, MOST_TOLD)];
  },
};

/** A mapping as it is in force. */
export interface MappingInForce {
  name: string;
  version: string;
  /** The program's own, or the site's. */
  shipped: boolean;
  file: string;
  direction: 'in' | 'out';
  /** In: the inbox that it reads from. */
  channel?: string;
  document: string;
}

/** The mappings of a site that are in force, by name. */
export async function mappingsInForce(site: string): Promise<MappingInForce[]> {
  const { set } = await mappingsForReading(site);
  const all = mappingsOf(set).map((mapping): MappingInForce => {
    const { name, version, shipped, file, direction, document, claims } = mapping;
    const from = direction === 'in' ? { channel: claims.channel } : {};
    return { name, version, shipped, file, direction, ...from, document };
  });
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}
