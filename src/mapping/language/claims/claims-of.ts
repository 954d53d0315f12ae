import type { Finding } from '../../../domain/decision.ts';
import type { MappingFormat } from '../../../domain/mapping-file.generated.ts';
import { firstCells } from '../../../formats/csv/first-cells.ts';
import type { InMapping, MappingSet } from '../mapping-set.ts';
import type { Match } from '../paths/find-elements.ts';
import type { FileEvidence } from './file-evidence.ts';

/** Whose file it is: of one mapping, of nobody, or of several that nobody can choose between. */
export type Claim = { mapping: InMapping } | { nobody: true } | { ambiguous: Finding };

/** The mappings that take files of this name in this channel, before anything is read of one. */
export function mayClaim(set: MappingSet, channel: string, name: string): readonly InMapping[] {
  return set.in.filter(
    ({ fits }) => fits.channel === channel && (fits.names.length === 0 || fits.names.some((isName) => isName(name))),
  );
}

/** Which mapping claims a file; of several the one with the highest priority. */
export function claimOf(candidates: readonly InMapping[], name: string, evidence: FileEvidence): Claim {
  const claiming = candidates.filter((mapping) => claims(mapping, evidence));
  const highest = Math.max(...claiming.map(({ fits }) => fits.priority));
  const first = claiming.filter(({ fits }) => fits.priority === highest);
  const [mapping] = first;
  if (mapping === undefined) return { nobody: true };
  return first.length === 1 ? { mapping } : { ambiguous: ambiguous(first, name) };
}

const BEGINS_CHARACTERS = 1_000;
/** A value that tells whose file it is is a short one. */
const VALUE_CHARACTERS = 300;

/** Cheap tests first: what kind of file it looks like, its first characters, its root element, then values in it. */
function claims({ fits, source }: InMapping, evidence: FileEvidence): boolean {
  const { sign } = evidence;
  if (source.format === 'xml' && sign !== '<') return false;
  if (source.format === 'json' && sign !== '{' && sign !== '[') return false;
  if (fits.begins !== null || fits.header.length > 0) {
    const beginning = evidence.beginning(source.encoding);
    if (fits.begins !== null && !fits.begins.test(beginning.slice(0, BEGINS_CHARACTERS))) return false;
    if (!hasHeader(fits.header, beginning, source)) return false;
  }
  if (fits.root === null && fits.where.length === 0) return true;
  const top = evidence.top(source);
  if (top === null) return false;
  if (fits.root !== null && !isRoot(fits.root, top.namespace, top.name)) return false;
  return fits.where.every(({ path, fits: wanted }) =>
    path.values(top, top).some(({ text }) => wanted.test(text.slice(0, VALUE_CHARACTERS))),
  );
}

function isRoot(root: Match, namespace: string, name: string): boolean {
  return (root.name === null || root.name === name) && (root.namespace === null || root.namespace === namespace);
}

function hasHeader(wanted: readonly string[], beginning: string, source: MappingFormat): boolean {
  if (wanted.length === 0) return true;
  const columns = new Set(firstCells(beginning, source).map((column) => column.trim().toLowerCase()));
  return wanted.every((column) => columns.has(column.trim().toLowerCase()));
}

function ambiguous(mappings: readonly InMapping[], name: string): Finding {
  const files = mappings.map((mapping) => `${mapping.name} (${mapping.file})`).join(' and ');
  return {
    code: 'MAPPING_AMBIGUOUS',
    severity: 'error',
    message: `Several mappings claim ${name}, and nothing says which of them reads it: ${files}.`,
    hint: 'Make their claims differ, or give one of them a higher priority: claims: { …, priority: 1 }.',
    at: { line: 1, column: 1 },
  };
}
