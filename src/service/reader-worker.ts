import { move, transferableSymbol, valueSymbol } from 'piscina';
import { claimPieces } from '../channels/claim-pieces.ts';
import { readClaim } from '../channels/read-claim.ts';
import { syncClaims } from '../channels/sync-claims.ts';
import { type CarriedFault, carryFault } from '../domain/carried-fault.ts';
import { Fault } from '../domain/fault.ts';
import type { LargeRead } from '../pipeline/large/read-large.ts';
import { readLargeClaim } from '../pipeline/large/read-large-claim.ts';
import { compileHashed } from '../settings/mappings/compile-hashed.ts';
import type { MappingSet, MappingSources } from '../mapping/language/mapping-set.ts';
import { NO_MAPPINGS } from '../mapping/language/mappings-in-force.ts';
import type { InboxElsewhere } from '../pipeline/ports.ts';
import { type ReadClaim, readClaimsAs, type UnreadClaim } from '../pipeline/read-claims.ts';

/** Claimed files for a thread of its own. */
export interface ReadingTask {
  inbox: InboxElsewhere;
  files: UnreadClaim[];
  /** The version of the set that they are read by. */
  mappings: string;
  timeZone?: string;
  /** What that set is made of: sent when the worker has said that it lacks it. */
  sources?: MappingSources;
}

/**
 * What they gave, as it crosses: the bytes are handed over and not copied, and all else is JSON text, which costs the
 * other thread half of what taking over the objects would. Each text is made as soon as its file is read: what
 * a file was read into is garbage before the next one, and never grows old.
 */
export type ReadFiles = { fault: CarriedFault } | { bytes: (Uint8Array<ArrayBuffer> | CarriedFault)[]; rest: string[] };

/** Or that the worker lacks the mappings: nothing was read. */
export type ReadingAnswer = ReadFiles | { lacks: 'mappings' };

/** Reads claimed files and makes their claims durable, on a worker thread. */
export async function readElsewhere({ inbox, files, mappings, sources, timeZone }: ReadingTask): Promise<unknown> {
  const set = setOf(mappings, sources);
  if (set === undefined) return { lacks: 'mappings' } satisfies ReadingAnswer;
  const by = { set, ...(timeZone === undefined ? {} : { timeZone }) };
  const ports = {
    read: (claim: UnreadClaim['claim']) => readClaim(claim, inbox.maxBytes),
    syncClaims: (claims: readonly UnreadClaim['claim'][]) => syncClaims(inbox.folder, inbox.claims, claims),
  };
  try {
    return carried(await readClaimsAs(ports, files, by, inTwoParts));
  } catch (error) {
    if (error instanceof Fault) return { fault: carryFault(error) } satisfies ReadingAnswer;
    throw error;
  }
}

/** The last sets that were made here, the newest last: while one is swapped for another, batches of both are under way. */
const made = new Map<string, MappingSet>([[NO_MAPPINGS.set.version, NO_MAPPINGS.set]]);
const MOST_SETS = 2;

/** Compiled once a version. */
function setOf(version: string, sources: MappingSources | undefined): MappingSet | undefined {
  const known = made.get(version);
  if (known !== undefined || sources === undefined) return known;
  const { set } = compileHashed(sources);
  if (set.version !== version) throw new Error(`the mappings ${version} came out as ${set.version}`);
  for (const oldest of [...made.keys()].slice(0, Math.max(0, made.size - MOST_SETS + 1))) made.delete(oldest);
  made.set(version, set);
  return set;
}

/** A large claimed file for a thread of its own. */
export interface LargeReadingTask extends Omit<ReadingTask, 'files'> {
  file: UnreadClaim;
}

/** What it gave, as it crosses: its packed documents are handed over, all else is JSON text. */
export type ReadLargeFile =
  | { claimFault: CarriedFault }
  | { fault: CarriedFault }
  | { blocks: Uint8Array<ArrayBuffer>[]; rest: string };

/** Or that the worker lacks the mappings: nothing was read. */
export type LargeReadingAnswer = ReadLargeFile | { lacks: 'mappings' };

/** Reads a large claimed file, piece by piece, and makes its claim durable. */
export async function readLargeElsewhere({
  inbox,
  file,
  mappings,
  sources,
  timeZone,
}: LargeReadingTask): Promise<unknown> {
  const set = setOf(mappings, sources);
  if (set === undefined) return { lacks: 'mappings' } satisfies LargeReadingAnswer;
  const ports = {
    pieces: (claim: UnreadClaim['claim']) => claimPieces(claim, inbox.maxBytes),
    syncClaims: (claims: readonly UnreadClaim['claim'][]) => syncClaims(inbox.folder, inbox.claims, claims),
  };
  try {
    const large = await readLargeClaim(ports, file, { set, ...(timeZone === undefined ? {} : { timeZone }) });
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
