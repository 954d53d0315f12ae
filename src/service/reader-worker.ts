import { move, transferableSymbol, valueSymbol } from 'piscina';
import { claimPieces } from '../channels/claim-pieces.ts';
import { readClaim } from '../channels/read-claim.ts';
import { syncClaims } from '../channels/sync-claims.ts';
import { type CarriedFault, carryFault } from '../domain/carried-fault.ts';
import { Fault } from '../domain/fault.ts';
import type { LargeRead } from '../pipeline/large/read-large.ts';
import { readLargeClaim } from '../pipeline/large/read-large-claim.ts';
import type { InboxElsewhere } from '../pipeline/ports.ts';
import { type ReadClaim, readClaimsAs, type UnreadClaim } from '../pipeline/read-claims.ts';

/** Claimed files for a thread of its own. */
export interface ReadingTask {
  inbox: InboxElsewhere;
  files: UnreadClaim[];
}

/**
 * What they gave, as it crosses: the bytes are handed over and not copied, and all else is JSON text, which costs the
 * other thread half of what taking over the objects would. Each text is made as soon as its file is read: what
 * a file was read into is garbage before the next one, and never grows old.
 */
export type ReadingAnswer =
  | { fault: CarriedFault }
  | { bytes: (Uint8Array<ArrayBuffer> | CarriedFault)[]; rest: string[] };

/** Reads claimed files and makes their claims durable, on a worker thread. */
export async function readElsewhere({ inbox, files }: ReadingTask): Promise<unknown> {
  const ports = {
    read: (claim: UnreadClaim['claim']) => readClaim(claim, inbox.maxBytes),
    syncClaims: (claims: readonly UnreadClaim['claim'][]) => syncClaims(inbox.folder, inbox.claims, claims),
  };
  try {
    return carried(await readClaimsAs(ports, files, inTwoParts));
  } catch (error) {
    if (error instanceof Fault) return { fault: carryFault(error) } satisfies ReadingAnswer;
    throw error;
  }
}

/** A large claimed file for a thread of its own. */
export interface LargeReadingTask {
  inbox: InboxElsewhere;
  file: UnreadClaim;
}

/** What it gave, as it crosses: its packed documents are handed over, all else is JSON text. */
export type LargeReadingAnswer =
  | { claimFault: CarriedFault }
  | { fault: CarriedFault }
  | { blocks: Uint8Array<ArrayBuffer>[]; rest: string };

/** Reads a large claimed file, piece by piece, and makes its claim durable. */
export async function readLargeElsewhere({ inbox, file }: LargeReadingTask): Promise<unknown> {
  const ports = {
    pieces: (claim: UnreadClaim['claim']) => claimPieces(claim, inbox.maxBytes),
    syncClaims: (claims: readonly UnreadClaim['claim'][]) => syncClaims(inbox.folder, inbox.claims, claims),
  };
  try {
    const large = await readLargeClaim(ports, file);
    return 'fault' in large ? { fault: carryFault(large.fault) } : carriedLarge(large);
  } catch (error) {
    if (error instanceof Fault) return { claimFault: carryFault(error) } satisfies LargeReadingAnswer;
    throw error;
  }
}

function carriedLarge(large: LargeRead): unknown {
  const blocks = large.read?.documents.blocks ?? [];
  const read = large.read === null ? null : { ...large.read, documents: { ...large.read.documents, blocks: [] } };
  return move({
    [transferableSymbol]: blocks.map(({ buffer }) => buffer),
    [valueSymbol]: { blocks, rest: JSON.stringify({ ...large, read }) } satisfies LargeReadingAnswer,
  });
}

interface CarriedClaim {
  bytes: Uint8Array<ArrayBuffer> | CarriedFault;
  rest: string;
}

function inTwoParts({ bytes, ...rest }: ReadClaim): CarriedClaim {
  return {
    bytes: bytes instanceof Fault ? carryFault(bytes) : (bytes as Uint8Array<ArrayBuffer>),
    rest: JSON.stringify(rest),
  };
}

/** The answer, with the bytes to be handed over: they are this thread's no more. */
function carried(claims: readonly CarriedClaim[]): unknown {
  const bytes = claims.map((claim) => claim.bytes);
  return move({
    [transferableSymbol]: bytes.flatMap((one) => (one instanceof Uint8Array ? [one.buffer] : [])),
    [valueSymbol]: { bytes, rest: claims.map(({ rest }) => rest) } satisfies ReadingAnswer,
  });
}
