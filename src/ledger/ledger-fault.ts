import BetterSqlite3 from 'better-sqlite3';
import { Fault } from '../domain/fault.ts';
import { MEANINGS } from './ledger-fault.table.ts';

/**
 * An error as the fault that says where, why and what to do; anything that is neither SQLite's nor the
 * system's (a defect of ours, a fault already) comes back as it is.
 */
export function asFault(error: unknown, path: string): unknown {
  if (error instanceof Fault) return error;
  const code = codeOf(error);
  if (code === undefined) return error;
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

/** The code of an error of SQLite or of a system call. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof BetterSqlite3.SqliteError) return error.code;
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : undefined;
}

/** Does the work, and throws a fault instead of an error of SQLite or of the system. */
export async function withFaults<Answer>(path: string, work: () => Promise<Answer> | Answer): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw asFault(error, path);
  }
}
