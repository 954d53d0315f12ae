import { constants, type Stats } from 'node:fs';
import { access, lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../domain/decision.ts';
import { INBOX_NAMES, OUTBOX_NAMES } from '../../domain/channel.table.ts';
import type { OutboxName, SiteSettings } from '../../domain/settings.generated.ts';
import { type DoctorCheck, errnoWord, found } from './doctor-check.ts';

/** A folder of the site, and whether others drop files into it. */
interface SiteFolder {
  path: string;
  inbox: boolean;
}

/** Are the folders there, are they folders, and may this account read and write them? */
export const CHECK_FOLDERS: DoctorCheck = {
  name: 'Folders and rights',
  look: async ({ site, settings }) =>
    (await Promise.all(siteFolders(settings).map((folder) => lookAt(site, folder)))).flat(),
};

/** Every folder that the daemon works in under these settings, from the site's folder. */
export function siteFolders(settings: SiteSettings): SiteFolder[] {
  const inboxes = inboxFolders(settings).map((path) => ({ path, inbox: true }));
  const outboxes = outboxNames(settings).map((name) => ({ path: `outbox/${name}`, inbox: false }));
  const own = ['archive', 'failed', 'state'].map((path) => ({ path, inbox: false }));
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

async function lookAt(site: string, { path, inbox }: SiteFolder): Promise<Finding[]> {
  const folder = join(site, path);
  try {
    const entry = await lstat(folder);
    // What we write to may lie elsewhere: a link there is a wish, and its target is checked like any folder.
    if (entry.isSymbolicLink() && inbox) return [linkedInbox(path)];
    const state = entry.isSymbolicLink() ? await targetOf(folder) : entry;
    if (state === undefined) return [deadLink(folder, path)];
    if (!state.isDirectory())
      return [cannot(`${path} is not a folder.`, `Move it away, and make the folder ${folder}.`, path)];
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // access() believes in rights only; a dead mount shows itself when it is read
    await readdir(folder);
    return [];
  } catch (error) {
    const word = errnoWord(error);
    if (word === 'ENOENT') return [missingFolder(folder, path, inbox)];
    const repair = `Give the account of the daemon the right to read and write ${folder}.`;
    return [cannot(`${path} cannot be read and written by this account (${word}).`, repair, path)];
  }
}

async function targetOf(folder: string): Promise<Stats | undefined> {
  return stat(folder).catch((error: unknown) => {
    if (errnoWord(error) === 'ENOENT') return undefined;
    throw error;
  });
}

function cannot(message: string, repair: string, path: string): Finding {
  return found('FOLDER_NOT_ACCESSIBLE', 'error', message, repair, path);
}

function linkedInbox(path: string): Finding {
  const repair = 'Mount the folder there instead: what a link points to can change unseen.';
  return found('FOLDER_NOT_ACCESSIBLE', 'warning', `${path} is a link.`, repair, path);
}

function deadLink(folder: string, path: string): Finding {
  return cannot(`${path} is a link to nothing.`, `Make what ${folder} points to, mount it, or remove the link.`, path);
}

function missingFolder(folder: string, path: string, inbox: boolean): Finding {
  if (inbox) {
    const repair = `If it is a share, mount it before the next start, which would make an empty folder in its place; else make the folder ${folder}, or switch the channel off in mappings/site.yaml.`;
    return cannot(`${path} is not there.`, repair, path);
  }
  const nothing = 'It is made at the next start; nothing needs to be done.';
  return found('FOLDER_NOT_ACCESSIBLE', 'note', `${path} is not there yet.`, nothing, path);
}
