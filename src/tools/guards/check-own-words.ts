import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Guard } from './guard.ts';
import { FOREIGN_WORDS } from './foreign-word.table.ts';
import { PROJECT, projectFiles } from './source-files.ts';

/** The one file that must name what the others may not. */
const THE_LIST_ITSELF = 'src/tools/guards/foreign-word.table.ts';

/** The project speaks of itself alone: no paths of somebody's machine, no registry hosts, no promises to do something later. */
export const checkOwnWords: Guard = async () => {
  const files = projectFiles(
    '{src,test,schemas,mappings,inbox,outbox,.config,.ci}/**/*',
    '*.{md,json,ts}',
    '.npmrc',
    '.ci/run',
  );
  return files
    .filter(
      (file) =>
        /[.](ts|mjs|json|md|yaml|csv|html|css|sql|xml)$|^[.]/.test(file) &&
        file !== THE_LIST_ITSELF &&
        file !== 'package-lock.json',
    )
    .flatMap((file) => foreignWords(file, readFileSync(join(PROJECT, file), 'utf8')));
};

/** The lines of a text that say what they should not, as `file:line: why`. */
export function foreignWords(file: string, content: string): string[] {
  return content
    .split('\n')
    .flatMap((line, index) =>
      FOREIGN_WORDS.filter(({ pattern }) => pattern.test(line)).map(({ why }) => `${file}:${index + 1}: ${why}`),
    );
}
