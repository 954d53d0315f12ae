import { Fault } from '../../domain/fault.ts';
import type { Inbox } from '../ports.ts';
import type { ReadBy } from '../read.ts';
import type { ReadClaim, UnreadClaim } from '../read-claims.ts';
import { packedDocuments } from './pack-documents.ts';
import { type LargeRead, readLarge } from './read-large.ts';

/** What reading one large claimed file gave, as it crosses between threads: or why its bytes could not be had. */
export type LargeClaim = LargeRead | { fault: Fault };

/** Reads a large claimed file piece by piece, by the mappings of a set, and makes its claim durable. Rejects with the fault of the claim. */
export async function readLargeClaim(
  inbox: Pick<Inbox, 'pieces' | 'syncClaims'>,
  { claim, refused }: UnreadClaim,
  by: ReadBy,
): Promise<LargeClaim> {
  const { id: fileId, channel, name, bytes } = claim;
  const input = { fileId, channel, name, bytes };
  const large = await readLarge(inbox.pieces(claim), input, refused ? null : by).catch(faultOrThrow);
  await inbox.syncClaims([claim]);
  return large;
}

/** The same as for a small file, its documents packed and its bytes counted. */
export function asReadClaim(large: LargeClaim): ReadClaim {
  if ('fault' in large) return { bytes: large.fault, sha256: '', read: null, defect: null };
  const { bytes, sha256, read, defect } = large;
  const unpacked = read === null ? null : { ...read, documents: packedDocuments(read.documents) };
  return { bytes: { length: bytes }, sha256, read: unpacked, defect };
}

function faultOrThrow(error: unknown): { fault: Fault } {
  if (error instanceof Fault) return { fault: error };
  throw error;
}
