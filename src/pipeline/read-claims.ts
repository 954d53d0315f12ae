import { hash } from 'node:crypto';
import { Fault } from '../domain/fault.ts';
import type { UnderstoodFile } from '../domain/read-documents.ts';
import type { MappingsInForce } from '../mapping/language/mappings-in-force.ts';
import type { ClaimedFile, Inbox } from './ports.ts';
import { type ReadBy, read } from './read.ts';

/** A claimed file that is to be read. */
export interface UnreadClaim {
  claim: ClaimedFile;
  /** It is refused unread: only its bytes and their hash are asked for. */
  refused: boolean;
}

/** The bytes of a large file (large/large-file.ts) are read and not kept: this is how many there were. */
export interface BytesNotKept {
  readonly length: number;
}

/** What reading one claimed file gave. */
export interface ReadClaim {
  /** Or why they could not be had. */
  bytes: Buffer | BytesNotKept | Fault;
  /** Of the bytes; empty where there are none. */
  sha256: string;
  /** Null where it is refused unread, where there are no bytes, and where reading failed by a defect of ours. */
  read: UnderstoodFile | null;
  /** The defect, with its stack. */
  defect: string | null;
}

/** How claimed files are read, by one set of mappings and on whatever thread: all of them or, with the fault of the claims, none. */
export type ReadClaims = (
  inbox: Inbox,
  files: readonly UnreadClaim[],
  mappings: MappingsInForce,
) => Promise<ReadClaim[]>;

/**
 * Reads the bytes of claimed files, side by side, and makes documents or findings of them while the claims become
 * durable. Rejects with the fault of the claims; never for one file's sake.
 */
export function readClaims(
  inbox: Pick<Inbox, 'read' | 'syncClaims'>,
  files: readonly UnreadClaim[],
  by: ReadBy,
): Promise<ReadClaim[]> {
  return readClaimsAs(inbox, files, by, (claim) => claim);
}

/** The same, each in the form in which it is kept, as soon as it is read. */
export async function readClaimsAs<Form>(
  inbox: Pick<Inbox, 'read' | 'syncClaims'>,
  files: readonly UnreadClaim[],
  by: ReadBy,
  form: (claim: ReadClaim) => Form,
): Promise<Form[]> {
  const bytes = await Promise.all(files.map(({ claim }) => bytesOrFault(inbox, claim)));
  const durable = inbox.syncClaims(files.map(({ claim }) => claim));
  durable.catch(() => undefined); // awaited below; it may fail while this thread is reading
  const claims = files.map((file, index) => form(understand(file, bytes[index] as Buffer | Fault, by)));
  await durable;
  return claims;
}

async function bytesOrFault(inbox: Pick<Inbox, 'read'>, claim: ClaimedFile): Promise<Buffer | Fault> {
  try {
    return await inbox.read(claim);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

function understand({ claim, refused }: UnreadClaim, bytes: Buffer | Fault, by: ReadBy): ReadClaim {
  if (bytes instanceof Fault) return { bytes, sha256: '', read: null, defect: null };
  const known = { bytes, sha256: hash('sha256', bytes, 'hex'), defect: null };
  if (refused) return { ...known, read: null };
  try {
    const input = { fileId: claim.id, channel: claim.channel, name: claim.name, bytes };
    return { ...known, read: read(input, by) };
  } catch (error) {
    return { ...known, read: null, defect: (error as Error).stack ?? String(error) };
  }
}
