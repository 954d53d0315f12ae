/** How senders and editors name what is still being written (architecture 3, Detecting a complete file). */
const TEMPORARY_STARTS = ['.', '~$'];
const TEMPORARY_ENDINGS = ['.tmp', '.part', '.partial', '.filepart', '.crdownload', '.writing'];

/** Files of an inbox folder that speak of the folder itself. */
const ABOUT_THE_FOLDER = new Set(['README.md']);

/** A name that an inbox never takes: temporary, or about the folder itself. Endings count in any case. */
export function isIgnoredName(name: string): boolean {
  if (TEMPORARY_STARTS.some((start) => name.startsWith(start))) return true;
  const lower = name.toLowerCase();
  return TEMPORARY_ENDINGS.some((ending) => lower.endsWith(ending)) || ABOUT_THE_FOLDER.has(name);
}
