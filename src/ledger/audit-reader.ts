import type { AlertRecord, AuditRecord } from '../domain/records.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import type { Connection, Synchronous } from './sql.ts';

/** A row of the audit as it is stored: what its hash covers. */
export interface AuditRow {
  sequence: number;
  at: string;
  actor: string;
  subjectKind: string;
  subjectKey: string;
  event: string;
  fromStatus: string | null;
  toStatus: string | null;
  rule: string | null;
  reason: string | null;
  details: string | null;
  hash: string;
}

export const AUDIT_COLUMNS = `sequence, at, actor, subject_kind AS subjectKind, subject_key AS subjectKey, event,
  from_status AS fromStatus, to_status AS toStatus, rule, reason, details, hash`;

type AlertRow = Omit<AlertRecord, 'subject'> & { subjectKind: string; subjectKey: string };

/** What happened to a subject, oldest first, and what a person should look at now. */
export function auditReader(connection: Connection): Synchronous<Pick<LedgerReader, 'auditOf' | 'openAlerts'>> {
  const auditOf = connection.prepare<[string, string], AuditRow>(
    `SELECT ${AUDIT_COLUMNS} FROM audit WHERE subject_kind = +? AND subject_key = +? ORDER BY sequence`,
  );
  const openAlerts = connection.prepare<[], AlertRow>(
    `SELECT id, code, severity, subject_kind AS subjectKind, subject_key AS subjectKey, text, raised_at AS raisedAt, cleared_at AS clearedAt
     FROM alert INDEXED BY alert_open WHERE cleared_at IS NULL ORDER BY ordinal`,
  );
  return {
    auditOf: (subject) => auditOf.all(subject.kind, subject.key).map(auditRecord),
    openAlerts: () => openAlerts.all().map(alertRecord),
  };
}

function auditRecord(row: AuditRow): AuditRecord {
  return {
    sequence: row.sequence,
    at: row.at,
    by: row.actor,
    subject: { kind: row.subjectKind, key: row.subjectKey },
    event: row.event,
    from: row.fromStatus,
    to: row.toStatus,
    rule: row.rule,
    reason: row.reason,
    details: row.details === null ? null : JSON.parse(row.details),
    hash: row.hash,
  };
}

function alertRecord({ subjectKind, subjectKey, ...alert }: AlertRow): AlertRecord {
  return { ...alert, subject: { kind: subjectKind, key: subjectKey } };
}
