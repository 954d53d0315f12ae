import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileRecord } from '../../domain/records.ts';
import { mayClaim, claimOf } from '../../mapping/language/claims/claims-of.ts';
import { FileEvidence } from '../../mapping/language/claims/file-evidence.ts';
import type { InMapping, MappingSet } from '../../mapping/language/mapping-set.ts';
import { ATTACHMENT_SINKS } from '../../pipeline/attachment-sinks.ts';
import type { LedgerReader } from '../../pipeline/ledger-port.ts';

/** An original from the archive. */
export interface ArchivedOriginal {
  file: FileRecord;
  bytes: Uint8Array;
}

/** Files are looked up a page at a time. */
const PAGE = 200;

/**
 * The last originals that a mapping read, newest first, at most `most`: by the mapping that was recorded with each, else
 * (refused, or read before there was one) where the mapping claims it in its channel. What retention has removed is left out.
 */
export async function archivedOriginals(
  { site, ledger }: { site: string; ledger: LedgerReader },
  mapping: InMapping,
  most: number,
): Promise<ArchivedOriginal[]> {
  const found: ArchivedOriginal[] = [];
  const { channel } = mapping.claims;
  const alone: MappingSet = { version: mapping.version, in: [mapping], out: new Map() };
  for (let offset = 0; found.length < most; offset += PAGE) {
    const conditions = [{ field: 'channel', comparison: '=', value: channel }] as const;
    const { rows } = await ledger.list({ kind: 'file', conditions: [...conditions], limit: PAGE, offset });
    for (const row of rows) {
      if (found.length === most) break;
      const file = await ledger.file(String(row['key']));
      if (file?.archivedAs == null || !mayBeOf(file, mapping)) continue;
      const bytes = await readFile(join(site, file.archivedAs)).catch(() => undefined);
      if (bytes === undefined) continue;
      if (isRecorded(file, mapping) || isClaimed(alone, file.name, bytes)) found.push({ file, bytes });
    }
    if (rows.length < PAGE) break;
  }
  return found;
}

function isRecorded({ mapping: recorded }: FileRecord, { name }: InMapping): boolean {
  return recorded?.name === name;
}

/** Another mapping has read it: then this one has not. */
function mayBeOf(file: FileRecord, mapping: InMapping): boolean {
  return isRecorded(file, mapping) || file.mapping === null || file.mapping.name === 'none';
}

function isClaimed(alone: MappingSet, name: string, bytes: Uint8Array): boolean {
  const candidates = mayClaim(alone, alone.in[0]?.claims.channel ?? '', name);
  return 'mapping' in claimOf(candidates, name, new FileEvidence(bytes, ATTACHMENT_SINKS));
}
