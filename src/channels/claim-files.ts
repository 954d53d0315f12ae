import { join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { InboxName } from '../domain/settings.generated.ts';
import type { Candidate, ClaimedFile, NewId } from '../pipeline/ports.ts';
import type { ClaimFolders } from './claim-folders.ts';
import { errnoOf, lstat, rename } from '../disk/file-calls.ts';
import type { FolderContents } from './folder-contents.ts';
import { inWaves } from '../disk/in-waves.ts';
import { fingerprintOf, isSameContent, type Sighting } from './sighting.ts';
import { worldFault } from '../disk/world-fault.ts';

/** Errors of the rename that mean: not complete yet, or gone meanwhile. The file is left out, and seen again if it is there. */
const LEFT_OUT = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY', 'ENOENT']);

/** What claiming works with. */
export interface ClaimContext {
  folder: string;
  channel: InboxName;
  folders: ClaimFolders;
  contents: FolderContents;
}

/** A file on its way among the claimed ones. */
export interface Claiming {
  id: string;
  name: string;
  path: string;
  /** As it was when it was found complete. */
  sighting: Sighting;
}

/** What became of the candidates. */
export interface ClaimOutcome {
  claimed: ClaimedFile[];
  /** Moved, and not as they were when they were found complete: to be put back. */
  changed: Claiming[];
  /** Left out, with the reason. */
  leftOut: { name: string; error: unknown }[];
  /** Why the rest was not tried. */
  fault: Fault | null;
}

/**
 * Moves candidates among the claimed ones. The renames go one after the other: killed half-way, what is claimed is
 * the beginning of the order and what is not is its end, so that recovery decides in the order of the claims.
 * A failure of the world ends it there; what was claimed before it is claimed.
 */
export async function claimFiles(
  context: ClaimContext,
  candidates: readonly Candidate[],
  newId: NewId,
  now: string,
): Promise<ClaimOutcome> {
  const outcome: ClaimOutcome = { claimed: [], changed: [], leftOut: [], fault: null };
  const planned = await makeFolders(context, candidates, newId, outcome);
  const moved = await moveInOrder(context, planned, outcome);
  const untouched = planned.filter((file) => !moved.has(file));
  const stats = await inWaves([...moved], (file) => statsOrErrno(file.path));
  for (const [index, file] of [...moved].entries()) {
    const found = stats[index];
    context.contents.forget(file.name);
    if (found === 'ENOENT') untouched.push(file);
    else if (
      found === undefined ||
      typeof found === 'string' ||
      !found.isFile() ||
      !isSameContent(file.sighting, found)
    ) {
      outcome.changed.push(file);
    } else {
      const { id, name, path } = file;
      const bytes = Number(found.size);
      outcome.claimed.push({
        id,
        channel: context.channel,
        name,
        path,
        bytes,
        fingerprint: fingerprintOf(found),
        claimedAt: now,
      });
    }
  }
  await inWaves(untouched, (file) => context.folders.remove(file.id));
  return outcome;
}

async function makeFolders(
  context: ClaimContext,
  candidates: readonly Candidate[],
  newId: NewId,
  outcome: ClaimOutcome,
): Promise<Claiming[]> {
  const wanted: Claiming[] = [];
  for (const { name } of candidates) {
    const sighting = context.contents.sighting(name);
    if (sighting === undefined) continue; // gone since the scan, or claimed by the other lane
    const id = newId();
    wanted.push({ id, name, path: join(context.folders.pathOf(id), name), sighting });
  }
  const made = await inWaves(wanted, (file) => context.folders.make(file.id).then(() => null, faultOrThrow));
  const firstFailed = made.findIndex((fault) => fault !== null);
  if (firstFailed < 0) return wanted;
  outcome.fault = made[firstFailed] ?? null;
  await inWaves(wanted.slice(firstFailed), (file) => context.folders.remove(file.id));
  return wanted.slice(0, firstFailed);
}

async function moveInOrder(
  context: ClaimContext,
  planned: readonly Claiming[],
  outcome: ClaimOutcome,
): Promise<ReadonlySet<Claiming>> {
  const moved = new Set<Claiming>();
  for (const file of planned) {
    const from = join(context.folder, file.name);
    try {
      await rename(from, file.path);
    } catch (error) {
      const errno = errnoOf(error) ?? '';
      if (!LEFT_OUT.has(errno)) {
        outcome.fault = worldFault(error, 'writing', from);
        break;
      }
      if (errno === 'ENOENT') context.contents.forget(file.name);
      outcome.leftOut.push({ name: file.name, error });
      continue;
    }
    moved.add(file);
    await context.folders.stamp(file.id);
  }
  return moved;
}

async function statsOrErrno(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined) throw error;
    return errno;
  }
}

function faultOrThrow(error: unknown): Fault {
  if (error instanceof Fault) return error;
  throw error;
}
