const REFERENCE = /&(?:(#\d*|#x[\da-fA-F]*|[A-Za-z_][\w.-]*)?(;|$)|)/y;
const KNOWN = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** An ampersand that begins no character or entity reference. */
export interface BadAmpersand {
  offset: number;
  /** The undefined entity (`nbsp`); null where the ampersand stands bare. */
  entity: string | null;
}

/** Tokens that may hold an ampersand as it is. */
const OPAQUE = [
  { opens: '<!--', closes: '-->' },
  { opens: '<![CDATA[', closes: ']]>' },
  { opens: '<?', closes: '?>' },
] as const;

/**
 * Finds the first `&` that is none, in what was read since the last event of the parser: the parser itself
 * reads on to the next `;`, which may be pages away, and complains there. `text` begins between two tokens
 * or inside a start tag. A reference that the end of the text cuts off is not bad, only unfinished.
 */
export function badAmpersand(text: string): BadAmpersand | undefined {
  let from = 0;
  for (;;) {
    const open = text.indexOf('<', from);
    const opaque = open < 0 ? undefined : OPAQUE.find(({ opens }) => text.startsWith(opens, open));
    const found = badAmpersandIn(text, from, opaque === undefined ? text.length : open);
    if (found !== undefined || opaque === undefined) return found;
    const close = text.indexOf(opaque.closes, open + opaque.opens.length);
    if (close < 0) return undefined;
    from = close + opaque.closes.length;
  }
}

function badAmpersandIn(text: string, from: number, to: number): BadAmpersand | undefined {
  for (let at = text.indexOf('&', from); at >= 0 && at < to; at = text.indexOf('&', at + 1)) {
    REFERENCE.lastIndex = at;
    const [, name, end] = REFERENCE.exec(text) ?? [];
    if (end === undefined || (end === ';' && name === undefined)) return { offset: at, entity: null };
    if (end === ';' && name !== undefined && !name.startsWith('#') && !KNOWN.has(name))
      return { offset: at, entity: name };
  }
  return undefined;
}
