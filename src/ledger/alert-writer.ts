import type { Change } from '../domain/decision.ts';
import { FAULTS } from '../domain/fault.table.ts';
import type { AlertRecord } from '../domain/records.ts';
import type { NewId } from '../pipeline/ports.ts';
import type { Connection } from './sql.ts';

type RaiseAlert = Extract<Change, { change: 'raise-alert' }>;
type ClearAlert = Extract<Change, { change: 'clear-alert' }>;

/** Raises and clears what a person should look at. While one of a code and subject is open, raising it again changes nothing. */
export function alertWriter(
  connection: Connection,
  newId: NewId,
): { raise(alert: RaiseAlert, at: string): void; clear(alert: ClearAlert, at: string): void } {
  const raise = connection.prepare<string[]>(
    `INSERT INTO alert (id, code, severity, subject_kind, subject_key, text, raised_at, cleared_at) VALUES (?, ?, ?, ?, ?, ?, ?, NULL)
     ON CONFLICT (code, subject_kind, subject_key) WHERE cleared_at IS NULL DO NOTHING`,
  );
  const clear = connection.prepare<string[]>(
    'UPDATE alert SET cleared_at = ? WHERE code = +? AND subject_kind = +? AND subject_key = +? AND cleared_at IS NULL',
  );
  return {
    raise({ code, subject, text }, at) {
      raise.run(newId(), code, severityOf(code), subject.kind, subject.key, text, at);
    },
    clear({ code, subject }, at) {
      clear.run(at, code, subject.kind, subject.key);
    },
  };
}

/** A fault after which something does not go on is an error; one that goes on, and every decision of the business, is a warning. */
function severityOf(code: RaiseAlert['code']): AlertRecord['severity'] {
  return isFaultCode(code) && FAULTS[code].next !== 'continue' ? 'error' : 'warning';
}

function isFaultCode(code: string): code is keyof typeof FAULTS {
  return code in FAULTS;
}
