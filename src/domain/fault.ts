import type { Place } from './documents.generated.ts';
import { FAULTS, type FaultCode } from './fault.table.ts';

/** A fault that stops what is being done: typed, with its place, its repair and its cause. Never a decision, never a defect. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly hint: string;
  readonly at: Place | undefined;

  constructor(code: FaultCode, message: string, more: { hint: string; at?: Place; cause?: unknown }) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.hint = more.hint;
    this.at = more.at;
  }

  /** Can trying again help? */
  get transient(): boolean {
    return FAULTS[this.code].transient;
  }
}
