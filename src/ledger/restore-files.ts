import { stat } from 'node:fs/promises';
import { Fault } from '../domain/fault.ts';

/** Where a restored ledger lies until it takes its place. */
export function restoringFile(ledgerFile: string): string {
  return `${ledgerFile}.restoring`;
}

/** The files that make a ledger: the log beside it holds what was committed last. In the order in which they are set aside. */
export const LEDGER_FILES = ['', '-wal', '-shm'] as const;

/**
 * A restore that was cut short between setting the old ledger aside and putting the new one in its place leaves no
 * ledger. Opening would make an empty one and forget everything, so it is refused with `LEDGER_DAMAGED`.
 */
export async function refuseInterruptedRestore(ledgerFile: string): Promise<void> {
  if (await isThere(ledgerFile)) return;
  const left = (await isThere(restoringFile(ledgerFile))) || (await isThere(`${ledgerFile}-wal`));
  if (!left) return;
  throw new Fault('LEDGER_DAMAGED', `${ledgerFile} is gone, but a restore or its log was left behind`, {
    hint: 'A restore was interrupted: run `ordrebro restore` with the same backup again.',
    at: { file: ledgerFile },
  });
}

/** Is there anything of this name? Looks at the folder only: a ledger's file is opened by SQLite alone, since closing another handle on it would drop SQLite's locks. */
export function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
