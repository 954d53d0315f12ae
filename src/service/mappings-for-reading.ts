import type { Finding } from '../domain/decision.ts';
import type { MappingSet } from '../mapping/language/mapping-set.ts';
import { blockingErrors, compileKept, loadMappings } from '../settings/mappings/load-mappings.ts';
import { GOOD_MAPPINGS_FILE, keptMappings } from './good-mappings.ts';

/** Mappings to look at a site with, and what is to be said of them. */
export interface MappingsForReading {
  set: MappingSet;
  /** A warning where the last good mappings stand in for what lies in mappings/. */
  findings: Finding[];
}

/**
 * The mappings of a site for commands that only read. Where its files are wrong, they are those that the daemon runs on
 * with, and a warning says so; where none were kept, those that are right.
 */
export async function mappingsForReading(site: string): Promise<MappingsForReading> {
  const loaded = await loadMappings(site);
  const [wrong] = await blockingErrors(loaded);
  if (wrong === undefined) return { set: loaded.mappings.set, findings: [] };
  const kept = await keptMappings(site);
  const good = kept === undefined ? loaded : await compileKept(kept.own);
  const goesBy = kept === undefined ? 'the mappings that are right' : `the last good mappings (${GOOD_MAPPINGS_FILE})`;
  const hint = `${wrong.hint ?? ''} "ordrebro check" shows every finding.`.trim();
  const message = `${wrong.message} What is shown goes by ${goesBy}.`;
  const finding: Finding = { ...wrong, code: 'MAPPING_RELOAD_REFUSED', severity: 'warning', message, hint };
  return { set: good.mappings.set, findings: [finding] };
}
