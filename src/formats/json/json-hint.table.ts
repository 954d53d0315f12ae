import type { FaultCode } from '../../domain/fault.table.ts';

/** What the sender can do, by the code of a fault of a JSON file. */
const HINTS: Partial<Record<FaultCode, string>> = {
  EMPTY_FILE: 'Send the file again with at least one document.',
  TRUNCATED: 'Send the whole file again, under a temporary name that is renamed once it is complete.',
  JSON_NOT_WELL_FORMED:
    'The sender has to repair the program that writes this JSON; a JSON checker shows the same place.',
  FILE_TOO_LARGE: 'Split the file, or write one document a line as .ndjson.',
  SCHEMA_VIOLATION: 'A file is one document, or {"documents": [ … ]}.',
  UNKNOWN_PROPERTY: 'Move it into the documents that it belongs to, or remove it.',
};

/** The hint for a fault of a JSON file. */
export function jsonHint(code: FaultCode): string {
  return HINTS[code] ?? 'See the schema of this document.';
}
