import { setImmediate } from 'node:timers/promises';
import type { Finding } from '../domain/decision.ts';
import type { InMapping, MappingSet, OutMapping } from '../mapping/language/mapping-set.ts';
import { blockingErrors, compileKept, type LoadedMappings, textsOf } from '../settings/mappings/load-mappings.ts';
import { MappingsFault } from '../settings/mappings/mappings-fault.ts';
import { mappingsOf, versionName } from './good-mappings.ts';

/** Runs the examples that lie beside a mapping: what does not come out as expected is an error each. `timeZone`: the site's. */
export type RunExamples = (
  site: string,
  set: MappingSet,
  mapping: InMapping | OutMapping,
  timeZone?: string,
) => Promise<Finding[]>;

/**
 * What stands between a saved mapping file and its coming into force: everything compiles, and the examples of each
 * mapping that is new in this version pass. Versions that have passed are remembered.
 */
export class MappingsGate {
  readonly #site: string;
  readonly #runExamples: RunExamples;
  readonly #passed: Set<string>;
  #shippedKnown = false;

  /** `passed`: versions of mappings whose examples passed before. */
  constructor(site: string, runExamples: RunExamples, passed: readonly string[]) {
    this.#site = site;
    this.#runExamples = runExamples;
    this.#passed = new Set(passed);
  }

  /** Why these mappings must not come into force; undefined where they may. */
  async refusal(loaded: LoadedMappings): Promise<MappingsFault | undefined> {
    const errors = await blockingErrors(loaded);
    const wrong = errors.length > 0 ? errors : await this.#failedExamples(loaded.mappings.set);
    return wrong.length > 0 ? new MappingsFault(wrong, textsOf(loaded.mappings.sources)) : undefined;
  }

  /** What the program brings was tried where it was made; of the site's own mappings each version is tried once. */
  async #failedExamples(set: MappingSet): Promise<Finding[]> {
    const failed: Finding[] = [];
    for (const mapping of mappingsOf(set)) {
      if (mapping.shipped || (await this.#hasPassed(mapping))) continue;
      await setImmediate(); // others have their turn between two mappings
      const findings = await this.#runExamples(this.#site, set, mapping);
      const errors = findings.filter(({ severity }) => severity === 'error');
      if (errors.length === 0) this.#passed.add(versionName(mapping));
      failed.push(...errors);
    }
    return failed;
  }

  async #hasPassed(mapping: InMapping | OutMapping): Promise<boolean> {
    if (this.#passed.has(versionName(mapping))) return true;
    if (this.#shippedKnown) return false;
    const shipped = await compileKept({ files: [], lookups: [] });
    for (const one of mappingsOf(shipped.mappings.set)) this.#passed.add(versionName(one));
    this.#shippedKnown = true;
    return this.#passed.has(versionName(mapping));
  }
}
