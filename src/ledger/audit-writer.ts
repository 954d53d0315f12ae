import { canonicalText } from '../domain/canonical-text.ts';
import type { AuditRecord } from '../domain/records.ts';
import { type ChainHead, chainHash, chainStart } from './audit-chain.ts';
import type { Connection } from './sql.ts';

/**
 * Appends to the audit. The head of the chain is kept in memory, because reading it back for every row would
 * cost more than the row. So whoever undoes rows must put the head back as well: the transaction takes it
 * before each savepoint (`head`), and returns it when the savepoint is rolled back (`restore`). `writeHead`
 * comes right before the commit, once however many rows there were.
 */
export interface AuditWriter {
  append(record: Omit<AuditRecord, 'sequence' | 'hash'>): void;
  head(): ChainHead;
  restore(head: ChainHead): void;
  writeHead(): void;
}

/** The writer of the audit of a site, on the connection that writes. */
export function auditWriter(connection: Connection, siteId: string): AuditWriter {
  const insert = connection.prepare<(string | number | null)[]>(
    `INSERT INTO audit (sequence, at, actor, subject_kind, subject_key, event, from_status, to_status, rule, reason, details, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const writeHead = connection.prepare<[number, string]>(
    'INSERT INTO audit_head (only_row, sequence, hash) VALUES (1, ?, ?) ON CONFLICT DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash',
  );
  let head = readHead(connection, siteId);
  let written = head.sequence;
  return {
    append({ at, by, subject, event, from, to, rule, reason, details }) {
      const row = {
        sequence: head.sequence + 1,
        at,
        actor: by,
        subjectKind: subject.kind,
        subjectKey: subject.key,
        event,
        fromStatus: from,
        toStatus: to,
        rule,
        reason,
        details: details === null || details === undefined ? null : canonicalText(details),
      };
      const hash = chainHash(head.hash, row);
      insert.run(row.sequence, at, by, subject.kind, subject.key, event, from, to, rule, reason, row.details, hash);
      head = { sequence: row.sequence, hash };
    },
    head: () => head,
    restore(former) {
      head = former;
      written = Math.min(written, former.sequence);
    },
    writeHead() {
      if (head.sequence === written) return;
      writeHead.run(head.sequence, head.hash);
      written = head.sequence;
    },
  };
}

/** Where the stored chain ends: its last row, so that a stale head never makes us write a second row of a number. */
function readHead(connection: Connection, siteId: string): ChainHead {
  return (
    connection.prepare<[], ChainHead>('SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1').get() ??
    chainStart(siteId)
  );
}
