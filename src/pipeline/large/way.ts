import type { Finding } from '../../domain/decision.ts';
import { Fault } from '../../domain/fault.ts';
import { findingOf, NONE } from '../read.ts';
import { type PackedRead, packedRefusal } from './document-collector.ts';

/** How a large file is read, once its beginning has told what it is. */
export interface Way {
  /** Takes the next bytes; they may be overwritten afterwards. */
  write(piece: Uint8Array): void;
  end(): PackedRead;
}

/** Refused by its beginning: the rest is not looked at. */
export function refused(finding: Finding): Way {
  return { write: () => undefined, end: () => packedRefusal(NONE, [finding]) };
}

/** The same for a `Fault`; throws what is none. */
export function refusedFor(error: unknown): Way {
  if (!(error instanceof Fault)) throw error;
  return refused(findingOf(error));
}

/** Does a piece of work unless one failed before: a `Fault` of the file ends the work, and is kept. */
export class UntilFault {
  #fault: Fault | undefined;

  get fault(): Fault | undefined {
    return this.#fault;
  }

  do<Made>(work: () => Made): Made | undefined {
    if (this.#fault !== undefined) return undefined;
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#fault = error;
      return undefined;
    }
  }
}
