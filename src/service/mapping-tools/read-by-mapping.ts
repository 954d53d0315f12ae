import type { ReadResult } from '../../domain/decision.ts';
import { FileEvidence } from '../../mapping/language/claims/file-evidence.ts';
import type { ApplyContext, InMapping } from '../../mapping/language/mapping-set.ts';
import { readBy } from '../../mapping/language/read-mapped.ts';
import { ATTACHMENT_SINKS } from '../../pipeline/attachment-sinks.ts';

/** A file for a mapping; `at` names it in findings. */
export interface FileToRead {
  name: string;
  bytes: Uint8Array;
  at: string;
  fileId?: string;
}

/** Reads a file by a mapping as the daemon does, whoever claims it. Findings name the file. */
export function readByMapping(
  mapping: InMapping,
  { name, bytes, at, fileId = 'file' }: FileToRead,
  timeZone?: string,
  more: Pick<ApplyContext, 'trace' | 'recorder'> = {},
): ReadResult {
  const zone = timeZone === undefined ? {} : { timeZone };
  const file = { channel: mapping.claims.channel, name, bytes, fileId, ...zone };
  const read = readBy(mapping, file, new FileEvidence(bytes, ATTACHMENT_SINKS), more);
  return { ...read, findings: read.findings.map((finding) => ({ ...finding, at: { ...finding.at, file: at } })) };
}
