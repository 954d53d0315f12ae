import type { Finding } from '../../domain/decision.ts';
import { CompileReport } from './compile-report.ts';
import { compileIn } from './in/compile-in.ts';
import { filesInForce, type OwnedMapping } from './in-force.ts';
import type { CompiledMappings, InMapping, MappingSources, OutMapping } from './mapping-set.ts';
import { parseMapping } from './parse/parse-mapping.ts';
import { type LookupTable, parseLookupTable } from './value-steps.ts';
import { withParts } from './with-parts.ts';

/** Gives a text's hash in hexadecimal digits: hashes are given to these folders. */
export type Hash = (text: string) => string;

/**
 * Compiles all mapping files together: parts in their places, the site's over the shipped ones, those that are switched
 * off left out. Every fault of every file is found at once, each with file, line and column; a mapping with an error is left
 * out of the set and the others stand. Never throws for what is in the files. Same sources, same set, whatever their order.
 */
export function compileMappings(sources: MappingSources, hash: Hash): CompiledMappings {
  const findings: Finding[] = [];
  const tables = new Map<string, LookupTable>();
  for (const { name, file, text } of sources.lookups) {
    const read = parseLookupTable(file, text);
    findings.push(...read.findings);
    if (read.table !== undefined) tables.set(name, read.table);
  }
  const all = sources.files.map(({ file, text, shipped }): OwnedMapping => {
    const { mapping, findings: found } = parseMapping(file, text);
    findings.push(...found);
    return { parsed: mapping, shipped };
  });
  const names = new CompileReport();
  const { mappings, parts } = filesInForce(all, names);
  findings.push(...names.findings);
  const lookups = sources.lookups.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, text }) => [name, text]);
  const inwards: InMapping[] = [];
  const outwards = new Map<string, OutMapping>();
  for (const { parsed, shipped } of [...mappings.values()]) {
    const report = new CompileReport();
    const { rows, parts: used, complete } = withParts(parsed, parts, report);
    const version = hash(JSON.stringify([parsed.text, used.map(({ text }) => text), lookups])).slice(0, 12);
    if (parsed.content.direction === 'in' && parsed.content.source?.format !== undefined) {
      const whole = { parsed, rows, complete, version, shipped };
      const compiled = compileIn(whole, tables, report);
      if (compiled !== undefined && complete && parsed.content.enabled !== false) inwards.push(compiled);
    }
    findings.push(...report.findings);
  }
  inwards.sort((a, b) => (a.name < b.name ? -1 : 1));
  const version = hash(JSON.stringify(inwards.map((one) => [one.name, one.version, one.file]))).slice(0, 12);
  return { set: { version, in: inwards, out: outwards }, findings: inOrder(findings) };
}

/** By file and place, each once: a fault in a part is one fault, however many mappings use it. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const once = new Map<string, Finding>();
  for (const finding of findings) {
    const { file, line, column } = finding.at ?? {};
    once.set(JSON.stringify([file, line, column, finding.message]), finding);
  }
  return [...once.values()].sort(
    (a, b) =>
      compare(a.at?.file ?? '', b.at?.file ?? '') ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
