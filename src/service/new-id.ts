import { randomFillSync } from 'node:crypto';

/** In the order of their character codes, so that ids rise with time. */
const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';
const RANDOM_CHARACTERS = 8;
/** Random bytes are drawn in bulk: one call to the system for many ids. */
const POOL = new Uint8Array(RANDOM_CHARACTERS * 512);
let used = POOL.length;
let lastMs = -1;
let prefix = '';

/**
 * 16 characters of a-z2-7: 40 bits of the milliseconds since 1970 (they come round again after 34 years), then 40
 * random bits. Ids that rise with time keep the ledger's indexes in order: with wholly random ones a commit of 32
 * files took twice as long at 96,000 files (5.1 against 2.7 ms).
 */
export function newId(): string {
  const ms = Date.now();
  if (ms !== lastMs) {
    lastMs = ms;
    prefix = characters(ms);
  }
  if (used === POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  let id = prefix;
  for (const end = used + RANDOM_CHARACTERS; used < end; used += 1) id += ALPHABET[(POOL[used] as number) & 31];
  return id;
}

function characters(ms: number): string {
  let rest = ms;
  let text = '';
  for (let index = 0; index < 8; index += 1) {
    text = ALPHABET[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
