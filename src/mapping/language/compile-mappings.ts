import type { Finding } from '../../domain/decision.ts';
import { checkClaims } from './claims/check-claims.ts';
import { CompileReport } from './compile-report.ts';
import { compileIn } from './in/compile-in.ts';
import { filesInForce, type OwnedMapping } from './in-force.ts';
import { findingsInOrder } from './findings-in-order.ts';
import type { CompiledMappings, InMapping, MappingSources, OutMapping } from './mapping-set.ts';
import { compileOut } from './out/compile-out.ts';
import { type ParsedMapping, parseMapping } from './parse/parse-mapping.ts';
import { type LookupTable, parseLookupTable } from './value-steps.ts';
import { type RowsWithParts, withParts } from './with-parts.ts';

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
  const tableTexts = new Map<string, string>();
  for (const { name, file, text } of sources.lookups) {
    const read = parseLookupTable(file, text);
    findings.push(...read.findings);
    tableTexts.set(name, text);
    if (read.table !== undefined) tables.set(name, read.table);
  }
  const files = sources.files.map(({ file, text, shipped }): OwnedMapping => {
    const { mapping, findings: found } = parseMapping(file, text);
    findings.push(...found);
    return { parsed: mapping, shipped };
  });
  const report = new CompileReport();
  const { mappings, parts } = filesInForce(files, report);
  const inwards: InMapping[] = [];
  const outwards = new Map<string, OutMapping>();
  const versionOf = (parsed: ParsedMapping, { parts: used, lookups }: RowsWithParts): string => {
    const texts = [...lookups].sort().map((name) => [name, tableTexts.get(name) ?? null]);
    return hash(JSON.stringify([parsed.text, used.map(({ text }) => text), texts])).slice(0, 12);
  };
  for (const { parsed, shipped } of mappings.values()) {
    const own = new CompileReport();
    const rows = withParts(parsed, parts, own);
    const whole = { parsed, shipped, version: versionOf(parsed, rows), ...rows };
    const isOut = parsed.content.direction === 'out';
    const made = isOut ? compileOut(whole, tables, own) : compileIn(whole, tables, own);
    findings.push(...own.findings);
    if (made === undefined || own.hasErrors || !rows.complete || parsed.content.enabled === false) continue;
    if (made.direction === 'in') inwards.push(made);
    else outwards.set(made.name, made);
  }
  inwards.sort((a, b) => (a.name < b.name ? -1 : 1));
  checkClaims(inwards, mappings, report);
  findings.push(...report.findings);
  const names = [...inwards, ...outwards.values()].map(({ name, version, file }) => [name, version, file]).sort();
  const version = hash(JSON.stringify(names)).slice(0, 12);
  return { set: { version, in: inwards, out: outwards }, findings: findingsInOrder(findings) };
}
