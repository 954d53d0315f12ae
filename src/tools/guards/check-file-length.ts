import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Guard } from './guard.ts';
import { PROJECT, projectFiles } from './source-files.ts';

const MOST_LINES = 200;

/** Tables, generated files and tests are as long as what they list. */
const AS_LONG_AS_IT_TAKES = /[.](table|generated|test)[.]ts$/;

/** A file of code is a room that one can see all of: at most 200 lines. */
export const checkFileLength: Guard = async () =>
  projectFiles('src/**/*.{ts,mjs}', 'test/**/*.ts')
    .filter((file) => !AS_LONG_AS_IT_TAKES.test(file))
    .map((file) => ({ file, lines: readFileSync(join(PROJECT, file), 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(
      ({ file, lines }) =>
        `${file} has ${lines} lines; ${MOST_LINES} is the limit. Give a part of it a file of its own.`,
    );
