/** What comes first in an XML text after white space, the declaration, comments and processing instructions. */
export type PrologEnd =
  | { what: 'element' | 'doctype' | 'text'; offset: number }
  /** Nothing but white space up to the end. */
  | { what: 'nothing'; offset: number }
  /** The text ends inside a comment, a declaration or another beginning. */
  | { what: 'unfinished'; offset: number };

const NOT_WHITE = /[^\t\n\r ]/g;
const BEGINNINGS = [
  { opens: '<!--', closes: '-->' },
  { opens: '<?', closes: '?>' },
] as const;
const DOCTYPE = '<!DOCTYPE';

/** Skips what may stand before the root element, from `from` on. Never backtracks: each character is looked at once. */
export function prologEnd(text: string, from = 0): PrologEnd {
  let offset = from;
  let sawAnything = false;
  for (;;) {
    NOT_WHITE.lastIndex = offset;
    if (!NOT_WHITE.test(text)) return { what: sawAnything ? 'unfinished' : 'nothing', offset: text.length };
    offset = NOT_WHITE.lastIndex - 1;
    if (text[offset] !== '<') return { what: 'text', offset };
    const beginning = BEGINNINGS.find(({ opens }) => text.startsWith(opens, offset));
    if (beginning === undefined) return { what: tagOrDoctype(text, offset), offset };
    const close = text.indexOf(beginning.closes, offset + beginning.opens.length);
    if (close < 0) return { what: 'unfinished', offset };
    offset = close + beginning.closes.length;
    sawAnything = true;
  }
}

function tagOrDoctype(text: string, offset: number): 'element' | 'doctype' | 'text' | 'unfinished' {
  const next = text[offset + 1];
  if (next === undefined) return 'unfinished';
  if (next !== '!') return 'element';
  const head = text.slice(offset, offset + DOCTYPE.length);
  if (head.toUpperCase() === DOCTYPE) return 'doctype';
  const couldBecome = DOCTYPE.startsWith(head.toUpperCase()) || '<!--'.startsWith(head);
  return couldBecome && offset + head.length === text.length ? 'unfinished' : 'text';
}
