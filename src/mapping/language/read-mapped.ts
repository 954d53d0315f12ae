import type { Finding, ReadDocument, ReadResult } from '../../domain/decision.ts';
import { Fault } from '../../domain/fault.ts';
import type { SinkTable } from '../../formats/xml/xml-tree.ts';
import { refuseRepeatedKeys } from '../canonical/repeated-keys.ts';
import { claimOf, mayClaim } from './claims/claims-of.ts';
import { FileEvidence } from './claims/file-evidence.ts';
import type { ApplyContext, InMapping, MappingSet } from './mapping-set.ts';
import { noRecords } from './no-records.ts';
import { readRecordsOf } from './read-records-of.ts';

/** A file to be read by the mappings. */
export interface MappedFile {
  channel: string;
  name: string;
  bytes: Uint8Array;
  /** The key of documents that have none of their own. */
  fileId?: string;
  /** The site's zone, as Europe/Oslo. */
  timeZone?: string;
}

/** More findings of one file help nobody: the rest is counted. */
const MOST_FINDINGS = 1_000;
const NONE = { name: 'none', version: '0' } as const;
const NO_SINKS: SinkTable = new Map();

/**
 * Reads a file by the mapping that claims it; undefined where none does. Records that are refused are findings with their
 * place, good ones are documents: whether these are taken without the others is the channel's policy. Never throws for
 * what is in the file. `evidence`: what is seen of the file, for whoever goes on with it where nobody claims it.
 */
export function readMapped(
  set: MappingSet,
  file: MappedFile,
  evidence: FileEvidence = new FileEvidence(file.bytes, NO_SINKS),
): ReadResult | undefined {
  const candidates = mayClaim(set, file.channel, file.name);
  if (candidates.length === 0) return undefined;
  const claim = claimOf(candidates, file.name, evidence);
  if ('nobody' in claim) return undefined;
  if ('ambiguous' in claim) return { mapping: NONE, documents: [], findings: [claim.ambiguous] };
  return readBy(claim.mapping, file, evidence);
}

/** Reads a file by a mapping, whoever claims it: for `map run` and for examples. */
export function readBy(
  mapping: InMapping,
  file: MappedFile,
  evidence: FileEvidence = new FileEvidence(file.bytes, NO_SINKS),
  more: Pick<ApplyContext, 'trace' | 'recorder'> = {},
): ReadResult {
  const { fileId, timeZone } = file;
  const context: ApplyContext = {
    fileName: file.name,
    ...(fileId === undefined ? {} : { fileId }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...more,
  };
  const documents: ReadDocument[] = [];
  const findings: Finding[] = [];
  const left: Finding[] = [];
  let leftCount = 0;
  const found = (finding: Finding): void => {
    if (findings.length < MOST_FINDINGS) findings.push(finding);
    else {
      leftCount += 1;
      // Whether any of those that are left refuses its record has to be told.
      if (left.length === 0 || (left[0]?.severity !== 'error' && finding.severity === 'error')) left[0] = finding;
    }
  };
  const by = { name: mapping.name, version: mapping.version };
  try {
    readRecordsOf(mapping, evidence, {
      record: (record) => {
        const applied = mapping.apply(record, context);
        applied.findings.forEach(found);
        if (applied.document !== undefined) documents.push(applied.document);
      },
      refused: found,
    });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, message, hint, at } = error;
    return {
      mapping: by,
      documents: [],
      findings: [...findings, { code, severity: 'error', message, hint, ...(at === undefined ? {} : { at }) }],
    };
  }
  const kept = refuseRepeatedKeys(documents, findings);
  const [worst] = left;
  if (worst !== undefined) findings.push(moreFindings(leftCount, worst));
  if (documents.length + findings.length === 0) findings.push(noRecords(mapping));
  const transportId = mapping.source.envelope === undefined ? undefined : transportIdOf(evidence);
  return { mapping: by, documents: kept, findings, ...(transportId === undefined ? {} : { transportId }) };
}

/** Would a mapping of this channel read the file? */
export function isClaimed(set: MappingSet, file: MappedFile, evidence: FileEvidence): boolean {
  return !('nobody' in claimOf(mayClaim(set, file.channel, file.name), file.name, evidence));
}

function transportIdOf({ unwrapped }: FileEvidence): string | undefined {
  return 'read' in unwrapped ? unwrapped.read.envelope?.transportId : undefined;
}

function moreFindings(count: number, worst: Finding): Finding {
  const message = `There are ${count} more findings in this file; the first are listed. One of them: ${worst.message}`;
  return { ...worst, message, hint: 'Repair these first: they probably have one cause.' };
}
