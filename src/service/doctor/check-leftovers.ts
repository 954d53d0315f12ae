import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../domain/decision.ts';
import { inboxFolders } from './check-folders.ts';
import { type DoctorCheck, found } from './doctor-check.ts';

/** Files that another site's daemon claimed in our inboxes: nobody but that site takes them up again. */
export const CHECK_LEFTOVERS: DoctorCheck = {
  name: 'Leftovers',
  look: async ({ site, settings, ledger }) => {
    const findings: Finding[] = [];
    for (const path of inboxFolders(settings)) {
      const claimed = join(site, path, '.claimed');
      for (const owner of await namesIn(claimed)) {
        const files = owner === ledger?.siteId ? [] : await namesIn(join(claimed, owner));
        if (files.length > 0) findings.push(foreignClaims(path, owner, files.length));
      }
    }
    return findings;
  },
};

function foreignClaims(path: string, owner: string, files: number): Finding {
  return found(
    'LEFTOVER',
    'warning',
    `${path}/.claimed/${owner} holds ${files} files that a daemon with another ledger claimed.`,
    'If no other daemon works on this inbox, stop this one, move those files back into the inbox, and start again.',
    `${path}/.claimed/${owner}`,
  );
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((): string[] => []);
}
