import { move, transferableSymbol, valueSymbol } from 'piscina';
import { readClaim } from '../channels/read-claim.ts';
import { syncClaims } from '../channels/sync-claims.ts';
import { type CarriedFault, carryFault } from '../domain/carried-fault.ts';
import { Fault } from '../domain/fault.ts';
import type { InboxElsewhere } from '../pipeline/ports.ts';
import { type ReadClaim, readClaims, type UnreadClaim } from '../pipeline/read-claims.ts';

/** Claimed files for a thread of its own. */
export interface ReadingTask {
  inbox: InboxElsewhere;
  files: UnreadClaim[];
}

/**
 * What they gave, as it crosses: the bytes are handed over and not copied, and all else is one JSON text, which
 * costs the other thread half of what taking over the objects would.
 */
export type ReadingAnswer =
  | { fault: CarriedFault }
  | { bytes: (Uint8Array<ArrayBuffer> | CarriedFault)[]; rest: string };

/** Reads claimed files and makes their claims durable, on a worker thread. */
export async function readElsewhere({ inbox, files }: ReadingTask): Promise<unknown> {
  const ports = {
    read: (claim: UnreadClaim['claim']) => readClaim(claim, inbox.maxBytes),
    syncClaims: (claims: readonly UnreadClaim['claim'][]) => syncClaims(inbox.folder, inbox.claims, claims),
  };
  try {
    return carried(await readClaims(ports, files));
  } catch (error) {
    if (error instanceof Fault) return { fault: carryFault(error) } satisfies ReadingAnswer;
    throw error;
  }
}

/** The answer, with the bytes to be handed over: they are this thread's no more. */
function carried(claims: readonly ReadClaim[]): unknown {
  const bytes = claims.map((claim) =>
    claim.bytes instanceof Fault ? carryFault(claim.bytes) : (claim.bytes as Uint8Array<ArrayBuffer>),
  );
  const rest = JSON.stringify(claims.map(({ bytes: _, ...one }) => one));
  return move({
    [transferableSymbol]: bytes.flatMap((one) => (one instanceof Uint8Array ? [one.buffer] : [])),
    [valueSymbol]: { bytes, rest } satisfies ReadingAnswer,
  });
}
