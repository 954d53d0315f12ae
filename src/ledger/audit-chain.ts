import { hash } from 'node:crypto';
import type { AuditRow } from './audit-reader.ts';

/** A row of the audit before it has its hash. */
export type AuditEntry = Omit<AuditRow, 'hash'>;

/** Where the chain stands: the last row, and its hash. */
export interface ChainHead {
  sequence: number;
  hash: string;
}

/** The chain of a site begins with the site itself, so that rows of another site never fit. */
export function chainStart(siteId: string): ChainHead {
  return { sequence: 0, hash: hash('sha256', `ordrebro audit of ${siteId}`) };
}

/** SHA-256 over the former hash and the row's fields, in this order, as JSON: a list leaves no doubt where a field ends. */
export function chainHash(formerHash: string, row: AuditEntry): string {
  return hash(
    'sha256',
    JSON.stringify([
      formerHash,
      row.sequence,
      row.at,
      row.actor,
      row.subjectKind,
      row.subjectKey,
      row.event,
      row.fromStatus,
      row.toStatus,
      row.rule,
      row.reason,
      row.details,
    ]),
  );
}

/** The first row that does not follow from the one before it; undefined where all do. Moves the head along. */
export function firstBreak(head: ChainHead, rows: Iterable<AuditRow>): { sequence: number; what: string } | undefined {
  for (const row of rows) {
    if (row.sequence !== head.sequence + 1)
      return { sequence: row.sequence, what: `row ${head.sequence + 1} is missing` };
    if (chainHash(head.hash, row) !== row.hash)
      return { sequence: row.sequence, what: 'the row, or the hash before it, was changed' };
    head.sequence = row.sequence;
    head.hash = row.hash;
  }
  return undefined;
}
