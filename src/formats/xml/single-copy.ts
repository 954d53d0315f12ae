/**
 * One copy of each name. Documents have thousands of elements and a few dozen names: shared, they take no memory of
 * their own, and comparing two of them is comparing two addresses, which makes mapping a document half as expensive.
 * The copies are kept across documents, a bounded number of them; a name beyond that is only not shared.
 */
const MOST_NAMES = 4_096;
const LONGEST_NAME = 200;

const known = new Map<string, string>();

/** The shared copy of a name: the same text in any case. */
export function singleCopy(name: string): string {
  const shared = known.get(name);
  if (shared !== undefined) return shared;
  if (known.size >= MOST_NAMES || name.length > LONGEST_NAME) return name;
  // Property keys are the engine's own single copies, which hold no part of the text that they were cut from.
  const copy = Object.keys({ [name]: 0 })[0] ?? name;
  known.set(copy, copy);
  return copy;
}
