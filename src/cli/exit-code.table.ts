import type { FaultCode } from '../domain/fault.table.ts';

/** What a command ends with (contract 1): scripts and service managers decide on these. */
export const EXIT_CODES = {
  done: { code: 0, meaning: 'done' },
  problems: { code: 1, meaning: 'done and problems found, or refused' },
  'wrong-use': { code: 2, meaning: 'wrong use: an unknown command or option, a missing argument' },
  'not-reachable': { code: 69, meaning: 'something that is needed does not answer' },
  'cannot-write': { code: 73, meaning: 'a file or folder cannot be written' },
  'try-later': { code: 75, meaning: 'not now: the same command may succeed later' },
  'settings-wrong': { code: 78, meaning: 'the settings are wrong, or there is no site here' },
  interrupted: { code: 130, meaning: 'interrupted' },
} as const;

export type ExitName = keyof typeof EXIT_CODES;

/** Faults that end a command with something else than `problems`. */
export const EXIT_OF_FAULT: Partial<Record<FaultCode, ExitName>> = {
  WRONG_USE: 'wrong-use',
  REASON_REQUIRED: 'wrong-use',
  NOT_REACHABLE: 'not-reachable',
  FOLDER_NOT_ACCESSIBLE: 'cannot-write',
  WRITE_FAILED: 'cannot-write',
  DISK_FULL: 'cannot-write',
  SITE_ALREADY_RUNNING: 'try-later',
  READ_FAILED: 'try-later',
  LOCK_LOST: 'try-later',
  SETTINGS_INVALID: 'settings-wrong',
  MAPPING_INVALID: 'settings-wrong',
  SITE_NOT_FOUND: 'settings-wrong',
  NODE_TOO_OLD: 'settings-wrong',
  LEDGER_ON_NETWORK_SHARE: 'settings-wrong',
};

/** The way a command ends that met this fault. */
export function exitOfFault(code: FaultCode): ExitName {
  return EXIT_OF_FAULT[code] ?? 'problems';
}
