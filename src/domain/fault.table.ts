/**
 * Faults: the world failed, and somebody can mend it (architecture, "Faults are three different things").
 * `mends`: who can. `next`: what happens to the file or the process. `transient`: trying again can help.
 * Sentences for people are in texts/*.json under `fault.<CODE>`; the reference page is generated from both.
 */
export const FAULTS = {
  // reading
  EMPTY_FILE: { mends: 'sender', next: 'reject', transient: false },
  TRUNCATED: { mends: 'sender', next: 'reject', transient: false },
  XML_NOT_WELL_FORMED: { mends: 'sender', next: 'reject', transient: false },
  XML_DOCTYPE_REFUSED: { mends: 'sender', next: 'reject', transient: false },
  XML_LIMIT: { mends: 'sender', next: 'reject', transient: false },
  ENCODING_INVALID: { mends: 'sender', next: 'reject', transient: false },
  JSON_NOT_WELL_FORMED: { mends: 'sender', next: 'reject', transient: false },
  FILE_TOO_LARGE: { mends: 'sender', next: 'reject', transient: false },
  UNKNOWN_DOCUMENT: { mends: 'administrator', next: 'reject', transient: false },
  UNSUPPORTED_FORMAT: { mends: 'sender', next: 'reject', transient: false },
  WRONG_CHANNEL: { mends: 'sender', next: 'reject', transient: false },
  SCHEMA_VIOLATION: { mends: 'sender', next: 'reject', transient: false },
  UNKNOWN_PROPERTY: { mends: 'sender', next: 'reject', transient: false },
  VALUE_INVALID: { mends: 'sender', next: 'reject', transient: false },
  VALUE_MISSING: { mends: 'sender', next: 'reject', transient: false },
  RECORD_INVALID: { mends: 'sender', next: 'reject', transient: false },
  LOOKUP_WITHOUT_MATCH: { mends: 'administrator', next: 'reject', transient: false },
  MAPPING_AMBIGUOUS: { mends: 'administrator', next: 'reject', transient: false },
  MAPPING_NOT_APPLICABLE: { mends: 'administrator', next: 'stop', transient: false },
  VALUE_UNUSABLE: { mends: 'sender', next: 'continue', transient: false },
  // path
  POISON: { mends: 'administrator', next: 'reject', transient: false },
  DUPLICATE_FILE: { mends: 'sender', next: 'reject', transient: false },
  DUPLICATE_TRANSPORT_ID: { mends: 'sender', next: 'continue', transient: false },
  FILE_CHANGED_AFTER_CLAIM: { mends: 'sender', next: 'continue', transient: false },
  NOT_A_FILE: { mends: 'sender', next: 'continue', transient: false },
  NAME_NOT_UTF8: { mends: 'sender', next: 'continue', transient: false },
  DISK_FULL: { mends: 'administrator', next: 'retry', transient: true },
  FOLDER_NOT_ACCESSIBLE: { mends: 'administrator', next: 'retry', transient: true },
  READ_FAILED: { mends: 'administrator', next: 'retry', transient: true },
  WRITE_FAILED: { mends: 'administrator', next: 'retry', transient: true },
  DELIVERY_PENDING: { mends: 'administrator', next: 'retry', transient: true },
  DELIVERY_STOPPED: { mends: 'operator', next: 'stop', transient: false },
  OUTBOX_REPLACED: { mends: 'administrator', next: 'stop', transient: false },
  RUN_AGAIN_OFFERED: { mends: 'operator', next: 'continue', transient: false },
  LEDGER_OLDER_THAN_OUTBOX: { mends: 'administrator', next: 'stop', transient: false },
  LEDGER_DAMAGED: { mends: 'administrator', next: 'stop', transient: false },
  AUDIT_CHAIN_BROKEN: { mends: 'administrator', next: 'stop', transient: false },
  LEDGER_OTHER_VERSION: { mends: 'administrator', next: 'stop', transient: false },
  LEDGER_ON_NETWORK_SHARE: { mends: 'administrator', next: 'stop', transient: false },
  SITE_ALREADY_RUNNING: { mends: 'administrator', next: 'stop', transient: false },
  LOCK_LOST: { mends: 'administrator', next: 'stop', transient: false },
  DEFECT: { mends: 'maker', next: 'stop', transient: false },
  // settings and commands
  SETTINGS_INVALID: { mends: 'administrator', next: 'stop', transient: false },
  SETTINGS_WARNING: { mends: 'administrator', next: 'continue', transient: false },
  SETTINGS_RELOAD_REFUSED: { mends: 'administrator', next: 'continue', transient: false },
  MAPPING_INVALID: { mends: 'administrator', next: 'stop', transient: false },
  MAPPING_WARNING: { mends: 'administrator', next: 'continue', transient: false },
  MAPPING_RELOAD_REFUSED: { mends: 'administrator', next: 'continue', transient: false },
  RESTART_NEEDED: { mends: 'administrator', next: 'continue', transient: false },
  SITE_NOT_FOUND: { mends: 'administrator', next: 'stop', transient: false },
  NODE_TOO_OLD: { mends: 'administrator', next: 'stop', transient: false },
  WRONG_USE: { mends: 'operator', next: 'stop', transient: false },
  NOT_FOUND: { mends: 'operator', next: 'stop', transient: false },
  AMBIGUOUS_KEY: { mends: 'operator', next: 'stop', transient: false },
  ACTION_REFUSED: { mends: 'operator', next: 'stop', transient: false },
  REASON_REQUIRED: { mends: 'operator', next: 'stop', transient: false },
  NOT_REACHABLE: { mends: 'administrator', next: 'stop', transient: true },
  // found by doctor
  DISK_NEARLY_FULL: { mends: 'administrator', next: 'continue', transient: false },
  FILE_SYSTEMS_DIFFER: { mends: 'administrator', next: 'continue', transient: false },
  CLOCK_UNSOUND: { mends: 'administrator', next: 'continue', transient: false },
  LEFTOVER: { mends: 'administrator', next: 'continue', transient: false },
} as const satisfies Record<
  string,
  {
    mends: 'sender' | 'operator' | 'administrator' | 'maker';
    next: 'reject' | 'hold' | 'retry' | 'stop' | 'continue';
    transient: boolean;
  }
>;

export type FaultCode = keyof typeof FAULTS;
