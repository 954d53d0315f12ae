/** What XML 1.0 cannot hold, not even as a character reference: most control characters, half a surrogate pair, U+FFFE and U+FFFF. */
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/u;
const ALL_NOT_IN_XML = new RegExp(NOT_IN_XML.source, 'gu');

/** The first character of a text that XML 1.0 cannot hold, as `U+0001`; `undefined` where it holds them all. */
export function characterNotInXml(text: string): string | undefined {
  const found = NOT_IN_XML.exec(text)?.[0];
  return found === undefined ? undefined : codePointName(found);
}

/** The text with every character that XML 1.0 cannot hold written out by its code point: seen, and not lost. */
export function textForXml(text: string): string {
  return NOT_IN_XML.test(text) ? text.replace(ALL_NOT_IN_XML, codePointName) : text;
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}
