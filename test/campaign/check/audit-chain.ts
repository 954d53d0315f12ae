import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

const ROWS = `SELECT sequence, at, actor, subject_kind, subject_key, event, from_status, to_status, rule, reason, details, hash
  FROM audit ORDER BY sequence`;

/**
 * What is wrong with the audit, worked out anew from its rows: each hash is the SHA-256 of a JSON list of the
 * former hash and the row's columns; the first one follows from the site's id; the head names the last row.
 */
export function auditDamage(ledger: Database.Database): string[] {
  const site = ledger.prepare<[], { site_id: string }>('SELECT site_id FROM site').get();
  let former = sha256(`ordrebro audit of ${site?.site_id ?? ''}`);
  let count = 0;
  for (const row of ledger.prepare<[], (string | number | null)[]>(ROWS).raw().iterate()) {
    count += 1;
    const stored = row.pop();
    if (row[0] !== count) return [`the audit has no row ${count}`];
    former = sha256(JSON.stringify([former, ...row]));
    if (stored !== former) return [`row ${count} of the audit does not follow from the row before it`];
  }
  const head = ledger.prepare<[], { sequence: number; hash: string }>('SELECT sequence, hash FROM audit_head').get();
  if (count === 0 || (head?.sequence === count && head.hash === former)) return [];
  return [`the head of the audit is row ${head?.sequence ?? 0}, its last row is ${count}`];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
