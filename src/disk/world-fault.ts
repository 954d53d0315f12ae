import { getSystemErrorMessage } from 'node:util';
import { Fault } from '../domain/fault.ts';
import { ERRNO_FAULTS, OTHER_ERRNO } from './errno-fault.table.ts';
import { errnoOf } from './file-calls.ts';

/**
 * The fault that an error of the file system is, with path and errno, by `errno-fault.table.ts`. A fault stays
 * what it is. Anything without an errno is a defect of ours and is thrown as it came.
 */
export function worldFault(error: unknown, doing: 'reading' | 'writing', path: string): Fault {
  if (error instanceof Fault) return error;
  const errno = errnoOf(error);
  if (errno === undefined) throw error;
  const row = ERRNO_FAULTS[errno] ?? OTHER_ERRNO;
  return new Fault(
    row[doing],
    `${doing === 'reading' ? 'Reading' : 'Writing'} ${path} failed: ${errno}${inWords(error)}.`,
    {
      hint: row.hint,
      at: { file: path },
      cause: error,
    },
  );
}

/** The folder of a channel cannot be looked at: whatever the errno, the folder is what somebody must mend. */
export function folderFault(error: unknown, folder: string): Fault {
  const fault = worldFault(error, 'writing', folder);
  if (fault.code === 'FOLDER_NOT_ACCESSIBLE') return fault;
  return new Fault('FOLDER_NOT_ACCESSIBLE', fault.message, { hint: fault.hint, at: { file: folder }, cause: error });
}

function inWords(error: unknown): string {
  const number = error instanceof Error && 'errno' in error ? error.errno : undefined;
  return typeof number === 'number' && number < 0 ? ` (${getSystemErrorMessage(number)})` : '';
}
