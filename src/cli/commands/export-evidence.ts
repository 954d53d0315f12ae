import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import { gatherEvidence } from '../../service/export-evidence.ts';
import { argument, textOption } from '../command-input.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';
import { withSite } from '../with-site.ts';

/** `export evidence KEY`: one zip with all that is known of a file. Ends `problems` where something is absent. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const evidence = await withSite(input, (site) => gatherEvidence(site.open, input.site, argument(input, 'KEY')));
  const path = resolve(textOption(input, 'to') ?? `evidence-${evidence.fileId}.zip`);
  await writeNew(path, evidence.zip);
  const { fileId, entries, absent } = evidence;
  const text = [
    `${path}`,
    ...entries.map((entry) => `  ${entry}`),
    ...absent.map((sentence) => `not in it: ${sentence}`),
  ].join('\n');
  return { exit: absent.length > 0 ? 'problems' : 'done', data: { path, fileId, entries, absent }, text };
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes, { flag: 'wx' });
  } catch (cause) {
    const there = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new Fault('WRITE_FAILED', there ? `${path} is there already` : `${path} cannot be written`, {
      hint: there
        ? 'Remove it, or name another file with --to FILE.'
        : 'Name a file that you may write with --to FILE.',
      at: { file: path },
      cause,
    });
  }
}
