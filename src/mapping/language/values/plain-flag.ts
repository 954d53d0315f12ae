const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** A flag by the words that need no converter (xsd:boolean, in any case of letters); undefined for all others. */
export function plainFlag(text: string): boolean | undefined {
  return FLAGS.get(text.trim().toLowerCase());
}
