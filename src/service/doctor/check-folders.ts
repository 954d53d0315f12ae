import { constants } from 'node:fs';
import { access, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../domain/decision.ts';
import type { InboxName, OutboxName, SiteSettings } from '../../domain/settings.generated.ts';
import { type DoctorCheck, errnoWord, found } from './doctor-check.ts';

/** A folder of the site, and whether the daemon makes it by itself where it is missing. */
interface SiteFolder {
  path: string;
  madeBySelf: boolean;
}

/** Are the folders there, are they folders, and may this account read and write them? */
export const CHECK_FOLDERS: DoctorCheck = {
  name: 'Folders and rights',
  look: async ({ site, settings }) =>
    (await Promise.all(siteFolders(settings).map((folder) => lookAt(site, folder)))).flat(),
};

/** Channels both ways have one name; `suppliers` and `acknowledgements` are outboxes only. */
const INBOX_NAMES = [
  'epack',
  'visma',
  'visma-refusals',
  'invoices',
  'bank',
  'commands',
] as const satisfies readonly InboxName[];
const OUTBOX_NAMES = ['visma', 'epack', 'suppliers', 'acknowledgements'] as const satisfies readonly OutboxName[];

/** Every folder that the daemon works in under these settings, from the site's folder. */
export function siteFolders(settings: SiteSettings): SiteFolder[] {
  const inboxes = inboxFolders(settings).map((path) => ({ path, madeBySelf: false }));
  const outboxes = outboxNames(settings).map((name) => ({ path: `outbox/${name}`, madeBySelf: true }));
  const own = ['archive', 'failed', 'state'].map((path) => ({ path, madeBySelf: true }));
  return [...inboxes, ...outboxes, ...own];
}

/** The inboxes that are switched on, from the site's folder. */
export function inboxFolders(settings: SiteSettings): string[] {
  return INBOX_NAMES.filter((name) => settings.channels[name].enabled).map((name) => `inbox/${name}`);
}

/** The outboxes that are switched on. */
export function outboxNames(settings: SiteSettings): OutboxName[] {
  return OUTBOX_NAMES.filter((name) => settings.channels[name].enabled);
}

async function lookAt(site: string, { path, madeBySelf }: SiteFolder): Promise<Finding[]> {
  const folder = join(site, path);
  try {
    const state = await lstat(folder);
    if (state.isSymbolicLink()) {
      return [
        found(
          'FOLDER_NOT_ACCESSIBLE',
          'warning',
          `${path} is a link.`,
          'Mount the folder there instead: what a link points to can change unseen.',
          path,
        ),
      ];
    }
    if (!state.isDirectory())
      return [
        found(
          'FOLDER_NOT_ACCESSIBLE',
          'error',
          `${path} is not a folder.`,
          `Move it away, and make the folder ${folder}.`,
          path,
        ),
      ];
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // access() believes in rights only; a dead mount shows itself when it is read
    await readdir(folder);
    return [];
  } catch (error) {
    const word = errnoWord(error);
    if (word === 'ENOENT') return missingFolder(folder, path, madeBySelf);
    return [
      found(
        'FOLDER_NOT_ACCESSIBLE',
        'error',
        `${path} cannot be read and written by this account (${word}).`,
        `Give the account of the daemon the right to read and write ${folder}.`,
        path,
      ),
    ];
  }
}

function missingFolder(folder: string, path: string, madeBySelf: boolean): Finding[] {
  if (madeBySelf)
    return [
      found(
        'FOLDER_NOT_ACCESSIBLE',
        'note',
        `${path} is not there yet.`,
        'It is made at the next start; nothing needs to be done.',
        path,
      ),
    ];
  return [
    found(
      'FOLDER_NOT_ACCESSIBLE',
      'error',
      `${path} is not there.`,
      `Make the folder ${folder}, mount it, or switch the channel off in mappings/site.yaml. The daemon never makes an inbox: a missing one may be a share that is not mounted.`,
      path,
    ),
  ];
}
