import type { Place } from './documents.generated.ts';
import type { FaultCode } from './fault.table.ts';
import { Fault } from './fault.ts';

/** A fault as it crosses from thread to thread: an error loses there what it has of its own. Its cause stays behind. */
export interface CarriedFault {
  code: FaultCode;
  message: string;
  hint: string;
  at: Place | null;
}

export function carryFault({ code, message, hint, at }: Fault): CarriedFault {
  return { code, message, hint, at: at ?? null };
}

export function arrivedFault({ code, message, hint, at }: CarriedFault): Fault {
  return new Fault(code, message, { hint, ...(at === null ? {} : { at }) });
}
