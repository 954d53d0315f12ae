import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../domain/decision.ts';
import { refuseNetworkShare } from '../../ledger/network-share.ts';
import { Fault } from '../../domain/fault.ts';
import { inboxFolders, outboxNames } from './check-folders.ts';
import { type DoctorCheck, type DoctorScene, found } from './doctor-check.ts';

/** A file is claimed and delivered by renaming it, and a rename works inside one file system only. */
export const CHECK_FILE_SYSTEMS: DoctorCheck = {
  name: 'File systems',
  look: async (scene) => [
    ...(await claimsAndDeliveries(scene)),
    ...(await archiveElsewhere(scene)),
    ...(await ledgerOnShare(scene)),
  ],
};

async function claimsAndDeliveries({ site, settings }: DoctorScene): Promise<Finding[]> {
  const pairs = [
    ...inboxFolders(settings).map((path) => [path, `${path}/.claimed`] as const),
    ...outboxNames(settings).map((name) => [`outbox/${name}`, `outbox/${name}/.staging`] as const),
  ];
  const differing: Finding[] = [];
  for (const [folder, within] of pairs) {
    if (!(await differ(join(site, folder), join(site, within)))) continue;
    differing.push(
      found(
        'FILE_SYSTEMS_DIFFER',
        'error',
        `${within} lies on another file system than ${folder}.`,
        `Remove the mount at ${within}: files cannot be renamed across it.`,
        within,
      ),
    );
  }
  return differing;
}

/** Archiving copies where it cannot rename: it works, and costs time. */
async function archiveElsewhere({ site, settings }: DoctorScene): Promise<Finding[]> {
  const away: string[] = [];
  for (const path of inboxFolders(settings)) if (await differ(join(site, path), join(site, 'archive'))) away.push(path);
  if (away.length === 0) return [];
  return [
    found(
      'FILE_SYSTEMS_DIFFER',
      'note',
      `archive lies on another file system than ${away.join(', ')}: originals are copied there, not renamed.`,
      'Nothing needs to be done; one file system is faster.',
      'archive',
    ),
  ];
}

async function ledgerOnShare({ site }: DoctorScene): Promise<Finding[]> {
  try {
    await refuseNetworkShare(join(site, 'state', 'ledger.db'));
    return [];
  } catch (error) {
    // a state folder that is not there yet is what CHECK_FOLDERS tells
    if (!(error instanceof Fault)) return [];
    return [found(error.code, 'error', error.message, error.hint, 'state/ledger.db')];
  }
}

/** Both are there, and on different devices. */
async function differ(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all(
    [one, other].map((path) => stat(path, { bigint: true }).catch(() => undefined)),
  );
  return first !== undefined && second !== undefined && first.dev !== second.dev;
}
