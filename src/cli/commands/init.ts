import { resolve } from 'node:path';
import { makeSite, newSiteValues } from '../../service/make-site.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';
import { programName } from '../program-name.ts';

/** `init [DIR]`: makes a site, and prints what to do next. DIR is taken from the current folder, not from `--site`. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const folder = input.arguments['DIR'] === undefined ? input.site : resolve(input.arguments['DIR']);
  const made = await makeSite(folder, newSiteValues(folder));
  const { paint } = input.terminal;
  const kept = made.kept.length > 0 ? [`${made.kept.length} were there already and are as they were.`] : [];
  const text = [
    `${paint('title', `A site is ready in ${folder}`)}`,
    `${made.made.length} files and folders were made. ${kept.join(' ')}`.trim(),
    '',
    'Next:',
    '  1. Open mappings/site.yaml and fill in your company: every setting is explained there.',
    `  2. ${command('check', folder)}    tells whether it is right`,
    `  3. ${command('run', folder)}      takes what is dropped into inbox/, and answers in outbox/`,
    '  4. Copy a file from examples/ into the inbox folder of the same name, those of visma first.',
  ];
  return { exit: 'done', data: made, text: text.join('\n') };
}

function command(name: string, folder: string): string {
  return `${programName()} ${name}${folder === process.cwd() ? '' : ` --site ${quoted(folder)}`}`;
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./:\\-]+$/.test(path) ? path : `"${path}"`;
}
