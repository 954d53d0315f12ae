import type { Finding } from '../../domain/decision.ts';
import { type JsonDifference, jsonDifferences } from '../../domain/json-differences.ts';
import { firstLineDifference, type LineDifference } from '../../domain/line-difference.ts';
import type { InMapping, OutMapping } from '../../mapping/language/mapping-set.ts';
import type { FileToRead } from './read-by-mapping.ts';
import { runMapping } from './run-mapping.ts';
import { shownText } from './shown-text.ts';

/** What two mappings make of one file, where that is not the same. */
export interface MappingDifference {
  /** Documents of which fields differ. */
  changed: { document: string; key: string; fields: JsonDifference[] }[];
  /** Documents that only one of them makes. */
  gone: { document: string; key: string }[];
  come: { document: string; key: string }[];
  /** Out: the first line that differs. */
  line: LineDifference | null;
  findingsGone: Finding[];
  findingsCome: Finding[];
}

/** Sends a file through both mappings; null where they make the same of it. Throws a `Fault` where a file out is no document. */
export function compareMappings(
  before: InMapping | OutMapping,
  after: InMapping | OutMapping,
  file: FileToRead,
  timeZone: string | undefined,
): MappingDifference | null {
  const options = { trace: false, ...(timeZone === undefined ? {} : { timeZone }) };
  const [old, now] = [runMapping(before, file, options), runMapping(after, file, options)];
  const line = lineOf(before, old.written, after, now.written);
  const olds = new Map(old.documents.map((one) => [`${one.kind} ${one.key}`, one]));
  const news = new Map(now.documents.map((one) => [`${one.kind} ${one.key}`, one]));
  const name = ({ kind, key }: { kind: string; key: string }) => ({ document: kind, key });
  const changed = [...olds].flatMap(([key, one]) => {
    const other = news.get(key);
    const fields = other === undefined ? [] : jsonDifferences(plain(one.content), plain(other.content));
    return fields.length === 0 ? [] : [{ ...name(one), fields }];
  });
  const difference: MappingDifference = {
    changed,
    gone: [...olds].filter(([key]) => !news.has(key)).map(([, one]) => name(one)),
    come: [...news].filter(([key]) => !olds.has(key)).map(([, one]) => name(one)),
    line,
    findingsGone: without(old.findings, now.findings),
    findingsCome: without(now.findings, old.findings),
  };
  return Object.values(difference).every((part) => part === null || (Array.isArray(part) && part.length === 0))
    ? null
    : difference;
}

function lineOf(
  before: InMapping | OutMapping,
  old: Uint8Array | null,
  after: InMapping | OutMapping,
  now: Uint8Array | null,
): LineDifference | null {
  if (before.direction === 'in' || after.direction === 'in') return null;
  if (old === null || now === null || Buffer.from(old).equals(now)) return null;
  const [first, second] = [shownText(old, before.target.encoding), shownText(now, after.target.encoding)];
  return firstLineDifference(first, second) ?? { line: 1, column: 1, before: SAME_TEXT, after: OTHER_BYTES };
}

const SAME_TEXT = '(the same text)';
const OTHER_BYTES = '(in another encoding, or with another byte order mark)';

function plain(content: unknown): unknown {
  return JSON.parse(JSON.stringify(content));
}

/** Findings of the first that the second has not. Two mappings stand in other files and lines: those do not count. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const known = new Set(others.map(bareText));
  return findings.filter((finding) => !known.has(bareText(finding)));
}

function bareText({ code, message, at }: Finding): string {
  return JSON.stringify([code, at?.line, at?.column, message.replace(/ \([^()]*\.ya?ml:\d+\)/gi, '')]);
}
