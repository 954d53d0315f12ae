import type { Finding } from '../../domain/decision.ts';
import type { CompiledMappings, MappingSources } from '../../mapping/language/mapping-set.ts';
import type { MappingsInForce } from '../../mapping/language/mappings-in-force.ts';
import { compileHashed } from './compile-hashed.ts';
import { readMappingSources, type SiteMappingSources, withShipped } from './mapping-sources.ts';

/** The mappings of a site as they lie there: those that are right, and everything that was found. */
export interface LoadedMappings {
  mappings: MappingsInForce;
  /** The site's own texts, to be kept while they are good. */
  own: MappingSources;
  findings: Finding[];
}

/** Reads and compiles the mapping files of a site. Findings are data; one with an error leaves its mapping out. */
export async function loadMappings(site: string): Promise<LoadedMappings> {
  return compiled(await readMappingSources(site));
}

/** The same of texts that were kept of a site. */
export async function compileKept(own: MappingSources): Promise<LoadedMappings> {
  return compiled({ ...(await withShipped(own)), findings: [] });
}

/** The program's own mappings, as a site without any of its own has them. */
export function loadShippedMappings(): Promise<LoadedMappings> {
  return compileKept({ files: [], lookups: [] });
}

/**
 * The errors that keep mappings from coming into force: all but those that the program's own mappings have without the
 * site's. Those are defects of the program, told by `check`, and must not stop a site that cannot mend them.
 */
export async function blockingErrors({ findings, own }: LoadedMappings): Promise<Finding[]> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0 || own.files.some(({ shipped }) => shipped)) return errors;
  const { all } = await withShipped({ files: [], lookups: [] });
  const known = new Set(compiledAlone(all).findings.map(findingText));
  return errors.filter((finding) => !known.has(findingText(finding)));
}

/** The texts that findings speak of, by file: to show the lines. */
export function textsOf({ files, lookups }: MappingSources): Record<string, string> {
  return Object.fromEntries([...files, ...lookups].map(({ file, text }) => [file, text]));
}

function compiled({ own, all, findings }: SiteMappingSources): LoadedMappings {
  const made = own.files.length + own.lookups.length === 0 ? compiledAlone(all) : compileHashed(all);
  return { mappings: { set: made.set, sources: all }, own, findings: [...findings, ...made.findings] };
}

let alone: CompiledMappings | undefined;

/** The program's own mappings, which never change while it runs: compiled once. */
function compiledAlone(shipped: MappingSources): CompiledMappings {
  alone ??= compileHashed(shipped);
  return alone;
}

function findingText({ at, message }: Finding): string {
  return `${at?.file}:${at?.line}:${at?.column} ${message}`;
}
