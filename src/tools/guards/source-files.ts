import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

/** The project's folder: the guards look at everything from there. */
export const PROJECT = join(import.meta.dirname, '..', '..', '..');

/** Files of this project. */
export function projectFiles(...patterns: string[]): string[] {
  return filesOf(PROJECT, ...patterns);
}

/** Files of a project by glob patterns, with forward slashes, sorted; what is made at run time or installed is not the project's. */
export function filesOf(project: string, ...patterns: string[]): string[] {
  const names = globSync(patterns, { cwd: project, exclude: (name) => name === 'node_modules' || name === 'dist' });
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => existsSync(join(project, name)))
    .sort();
}
