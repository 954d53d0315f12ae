/**
 * The one text of a value: JSON without spaces, with the properties of every object sorted by name, so that equal
 * values have equal texts and equal hashes wherever they were made. What JSON leaves out (`undefined`) is left
 * out, and a value that says itself how it is written (an exact decimal, for one) is taken at its word.
 */
export function canonicalText(value: unknown): string {
  return JSON.stringify(sortedCopy(value)) ?? 'null';
}

/** A copy with sorted properties for JSON.stringify: writing the text by hand takes twice as long. */
function sortedCopy(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sortedCopy);
  if ('toJSON' in value && typeof value.toJSON === 'function') return sortedCopy(value.toJSON());
  const source = value as Record<string, unknown>;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(source).sort()) {
    if (name === '__proto__') Object.defineProperty(copy, name, { value: sortedCopy(source[name]), enumerable: true });
    else copy[name] = sortedCopy(source[name]);
  }
  return copy;
}
