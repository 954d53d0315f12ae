import { resolve } from 'node:path';
import { backupSite } from '../../service/backup-site.ts';
import { argument } from '../command-input.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';
import { progressBar } from '../progress-bar.ts';

/** `export backup DIR`: a consistent copy of the ledger in a new folder inside DIR. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const bar = progressBar(input, 'copying the ledger');
  const folder = await backupSite(input.site, resolve(argument(input, 'DIR')), bar.onProgress).finally(bar.stop);
  const text = [folder, 'The originals and outputs in archive/ are not in it: copy that folder as well.'].join('\n');
  return { exit: 'done', data: { folder }, text };
}
