import { plainDay } from '../rows/plain-day.ts';

/** RFC 3339, in the part of it that has a meaning for us: seconds with up to nine decimals, and an offset. */
const INSTANT =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * Is this text an instant (contract 2)? Besides the form it is tried whether it can be reckoned with: an instant that is
 * taken in is compared with those of every later document of its key, where a bad one would stop them all.
 */
export function isInstant(text: string): boolean {
  if (plainDay(INSTANT.exec(text)?.[1] ?? '') === undefined) return false;
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}
