import { basename } from 'node:path';

/**
 * How a person calls this program, for commands that are printed to be copied: the installed command, or the script of
 * the checkout when it runs from there.
 */
export function programName(entry = process.argv[1] ?? ''): string {
  return basename(entry) === 'main.ts' ? 'npm run ordrebro --' : 'ordrebro';
}
