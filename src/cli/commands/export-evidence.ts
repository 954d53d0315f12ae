import { resolve } from 'node:path';
import { gatherEvidence } from '../../service/export-evidence.ts';
import { argument, textOption } from '../command-input.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';
import { withSite } from '../with-site.ts';
import { writeNewFile } from '../write-new-file.ts';

/** `export evidence KEY`: one zip with all that is known of a file. Ends `problems` where something is absent. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const evidence = await withSite(input, (site) => gatherEvidence(site.open, input.site, argument(input, 'KEY')));
  const path = resolve(textOption(input, 'to') ?? `evidence-${evidence.fileId}.zip`);
  await writeNewFile(path, evidence.zip);
  const { fileId, entries, absent } = evidence;
  const text = [
    `${path}`,
    ...entries.map((entry) => `  ${entry}`),
    ...absent.map((sentence) => `not in it: ${sentence}`),
  ].join('\n');
  return { exit: absent.length > 0 ? 'problems' : 'done', data: { path, fileId, entries, absent }, text };
}
