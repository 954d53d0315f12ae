import { randomFillSync } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** Random bytes are drawn in bulk: one call to the system for many ids. */
const POOL = new Uint8Array(16 * 256);
let used = POOL.length;

/** 16 characters of a-z2-7: 80 random bits. */
export function newId(): string {
  if (used === POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  let id = '';
  for (const end = used + 16; used < end; used += 1) id += ALPHABET[(POOL[used] as number) & 31];
  return id;
}
