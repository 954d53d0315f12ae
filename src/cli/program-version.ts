import { readFileSync } from 'node:fs';

/** The version that package.json states: two folders up from here, both in `src/cli` and in `dist/cli`. */
export function programVersion(): string {
  const stated: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof stated === 'object' && stated !== null && 'version' in stated ? String(stated.version) : 'unknown';
}
