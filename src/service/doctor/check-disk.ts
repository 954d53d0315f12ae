import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../domain/decision.ts';
import { type DoctorCheck, found } from './doctor-check.ts';

const MIB = 1024n * 1024n;
/** Below this nothing can be taken in any more: a batch of large files needs it at once. */
const FULL_BELOW = 100n * MIB;
/** Below this somebody should act before the weekend. */
const NEARLY_FULL_BELOW = 1024n * MIB;
/** A disk without room for names is full, too. */
const FEW_FILES = 1000n;

/** The folders that can lie on disks of their own. */
const PLACES = ['state', 'inbox', 'outbox', 'archive'] as const;

/** Is there room on every disk of the site? */
export const CHECK_DISK: DoctorCheck = {
  name: 'Free disk',
  look: async ({ site }) => {
    const findings: Finding[] = [];
    for (const place of PLACES) {
      const disk = await statfs(join(site, place), { bigint: true }).catch(() => undefined);
      if (disk === undefined) continue;
      findings.push(...diskFindings(place, disk.bavail * disk.bsize, disk.files === 0n ? null : disk.ffree));
    }
    return findings;
  },
};

/** `free` in bytes; `freeNames` null where the file system does not count them. */
export function diskFindings(place: string, free: bigint, freeNames: bigint | null): Finding[] {
  const hint = `Free disk space, or move old files out of archive/. When ${place} is full the intake pauses, and goes on by itself.`;
  if (free < FULL_BELOW || freeNames === 0n)
    return [found('DISK_FULL', 'error', `${place} has ${free / MIB} MiB left.`, hint, place)];
  if (free < NEARLY_FULL_BELOW)
    return [found('DISK_NEARLY_FULL', 'warning', `${place} has ${free / MIB} MiB left.`, hint, place)];
  if (freeNames !== null && freeNames < FEW_FILES) {
    return [found('DISK_NEARLY_FULL', 'warning', `${place} has room for ${freeNames} more files only.`, hint, place)];
  }
  return [];
}
