/** Names that Windows reserves, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A file name in an alphabet that every file system takes (A-Z a-z 0-9 . _ -), at most `maxBytes` long.
 * Never empty, never hidden, never reserved, never ending in a dot. Two names may become the same one:
 * whoever uses it adds an id. The ending is kept when the name is cut.
 */
export function safeName(original: string, maxBytes = 120): string {
  const folded = original
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^[._]+/, '')
    .replace(/\.+$/, '');
  const name = folded === '' ? 'unnamed' : RESERVED.test(folded) ? `_${folded}` : folded;
  if (name.length <= maxBytes) return name;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  return name.slice(0, maxBytes - ending.length).replace(/[._-]+$/, '') + ending;
}
