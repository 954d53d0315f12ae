import { compileKept, type LoadedMappings, loadMappings } from '../settings/mappings/load-mappings.ts';
import type { MappingsFault } from '../settings/mappings/mappings-fault.ts';
import { keptMappings } from './good-mappings.ts';
import { MappingsGate, type RunExamples } from './mappings-gate.ts';

/** What a start goes by. */
export interface MappingsAtStart {
  good: LoadedMappings;
  gate: MappingsGate;
  /** Why what lies in mappings/ is not in force: the last good ones are. Null where it is. */
  refused: MappingsFault | null;
}

/**
 * The mappings that a daemon starts with: those that lie there, or where they are wrong, the last good ones that were
 * kept. Throws `MappingsFault` where there are none: half of what was meant must not take files in.
 */
export async function mappingsAtStart(site: string, runExamples: RunExamples): Promise<MappingsAtStart> {
  const kept = await keptMappings(site);
  const gate = new MappingsGate(site, runExamples, kept?.passed ?? []);
  const loaded = await loadMappings(site);
  const refused = await gate.refusal(loaded);
  if (refused === undefined) return { good: loaded, gate, refused: null };
  if (kept === undefined) throw refused;
  const good = await compileKept(kept.own);
  if ((await gate.refusal(good)) !== undefined) throw refused;
  return { good, gate, refused };
}
