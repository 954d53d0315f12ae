import BetterSqlite3 from 'better-sqlite3';
import { errnoOf } from '../disk/file-calls.ts';
import { worldFault } from '../disk/world-fault.ts';
import { Fault } from '../domain/fault.ts';
import { MEANINGS } from './ledger-fault.table.ts';

/**
 * An error as the fault that says where, why and what to do; anything that is neither SQLite's nor the
 * system's (a defect of ours, a fault already) comes back as it is.
 */
export function asFault(error: unknown, path: string): unknown {
  if (errnoOf(error) !== undefined) return worldFault(error, 'writing', path);
  if (!(error instanceof BetterSqlite3.SqliteError)) return error;
  const { code } = error;
  const meaning = MEANINGS.filter((one) => code.startsWith(one.starts)).toSorted(
    (a, b) => b.starts.length - a.starts.length,
  )[0];
  if (meaning === undefined) return error;
  return new Fault(meaning.code, `${path}: ${meaning.says} (${code})`, {
    hint: meaning.hint,
    at: { file: path },
    cause: error,
  });
}

/** Does the work, and throws a fault instead of an error of SQLite or of the system. */
export async function withFaults<Answer>(path: string, work: () => Promise<Answer> | Answer): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw asFault(error, path);
  }
}
