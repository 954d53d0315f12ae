/** Throws where something has a key that is not among the known ones: a misspelt expectation would pass unseen. */
export function onlyKeys(what: object, known: readonly string[], where: string): void {
  const unknown = Object.keys(what).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`${where}: unknown ${unknown.join(', ')}; known are ${known.join(', ')}`);
}
