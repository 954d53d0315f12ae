/** Where a row writes: names from the outside in, and the attribute of the last one. No name at all is the place that its rows stand in. */
export interface TargetPath {
  text: string;
  names: readonly string[];
  attribute: string | undefined;
}

const QUOTED = /'([^']+)'/y;
const PLAIN = /[^/'@[\]|]+/y;

/**
 * Reads `to` of a mapping out: `lines/quantity`, `Amount/@currency`, `@format_xml`, `'Order No'`, `.`. What it says
 * where it is none of these is for people.
 */
export function readTargetPath(text: string): TargetPath | { problem: string; hint: string } {
  const names: string[] = [];
  let offset = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text);
    if (found !== null) offset += found[0].length;
    return found;
  };
  for (;;) {
    if (text[offset] === '@') {
      const attribute = text.slice(offset + 1).trim();
      if (attribute === '' || /[/'@]/.test(attribute)) break;
      return { text, names, attribute };
    }
    const name = match(QUOTED)?.[1] ?? match(PLAIN)?.[0].trim();
    if (name === undefined || name === '' || name === '..') break;
    if (name !== '.') names.push(name);
    if (offset === text.length) return { text, names, attribute: undefined };
    if (text[offset] !== '/') break;
    offset += 1;
  }
  return {
    problem: `"${text}" is no field to write.`,
    hint: "Write names with slashes between them, an attribute last: Customer/Name, Amount/@currency; a name with signs in quotes: 'Order/No'.",
  };
}
