import { Fault } from '../domain/fault.ts';
import { detectEncoding } from '../formats/text/detect-encoding.ts';
import { prologEnd } from '../formats/xml/prolog.ts';
import { readXml } from '../formats/xml/read-xml.ts';

/**
 * What the content of a file says about its being whole (architecture 3, "Detecting a complete file").
 * `complete`: its end proves it. `open`: it should close and does not. `unknown`: only lying still can prove it.
 */
export type Closing = 'complete' | 'open' | 'unknown';

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const LINES = /\.(?:ndjson|jsonl)$/i;
const SHOULD_CLOSE = /\.(?:xml|json)$/i;
/** The first character that a writer wrote: a file that was made in its full size begins as zeros. */
const FIRST = /[^\t\n\r \0]/;

/**
 * Does the end close what the beginning opens? `head` and `tail` are the first and the last bytes of the file; of a
 * small file both are all of it, and then the answer is exact. Of a larger XML file the tail has to close the root
 * element by name. Of a larger JSON file only the last bracket can be seen, which may belong to an inner value:
 * the caller has to ask `jsonIsWhole` as well before it believes `complete`.
 */
export function closesItself(name: string, head: Uint8Array, tail: Uint8Array): Closing {
  const ends = endsOf(head, tail);
  if (ends === undefined) return 'unknown';
  const first = FIRST.exec(ends.head)?.[0];
  if (first === undefined) return SHOULD_CLOSE.test(name) ? 'open' : 'unknown';
  if (first === '<') return ends.isWhole ? wholeXmlCloses(head) : xmlCloses(ends.head, ends.tail);
  const closer = CLOSERS[first];
  if (closer === undefined || LINES.test(name)) return 'unknown';
  if (!ends.tail.trimEnd().endsWith(closer)) return 'open';
  return ends.isWhole && !jsonIsWhole(ends.head) ? 'open' : 'complete';
}

/** Is this text one whole JSON document? A byte order mark in front is none of it. */
export function jsonIsWhole(text: string): boolean {
  try {
    JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    return true;
  } catch {
    return false;
  }
}

/** Both ends as text. Encodings of one byte a character, UTF-8 among them, have the same ASCII; that is all that is looked at. */
function endsOf(head: Uint8Array, tail: Uint8Array): { head: string; tail: string; isWhole: boolean } | undefined {
  let encoding: string;
  let markBytes: number;
  try {
    ({ encoding, markBytes } = detectEncoding(head));
  } catch {
    return undefined;
  }
  const isWhole = Buffer.compare(head, tail) === 0;
  const wide = encoding.startsWith('utf-16');
  const decode = (bytes: Uint8Array): string => (wide ? new TextDecoder(encoding) : LATIN).decode(bytes);
  // The end is cut at the end of the file, so its pairs of bytes are counted from there.
  return {
    head: decode(head.subarray(markBytes)),
    tail: decode(wide ? tail.subarray(tail.length % 2) : tail),
    isWhole,
  };
}

const LATIN = {
  decode: (bytes: Uint8Array): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
};

/** A file that is seen whole is read: what breaks off is open. What is broken otherwise can be told so at once, if it ends like a whole one. */
function wholeXmlCloses(bytes: Uint8Array): Closing {
  try {
    readXml(bytes);
    return 'complete';
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (error.code === 'TRUNCATED' || error.code === 'EMPTY_FILE') return 'open';
    const ends = endsOf(bytes, bytes);
    return ends === undefined ? 'unknown' : xmlCloses(ends.head, ends.tail);
  }
}

/** The tail closes the element that the head opens, and nothing but comments and instructions follows. */
function xmlCloses(head: string, tail: string): Closing {
  const begins = prologEnd(head);
  if (begins.what !== 'element') return begins.what === 'doctype' || begins.what === 'text' ? 'unknown' : 'open';
  const root = /^<([^\s/>]+)/.exec(head.slice(begins.offset))?.[1];
  if (root === undefined) return 'unknown';
  const end = withoutMisc(tail);
  const closing = `</${root}`;
  const at = end.lastIndexOf(closing);
  if (at < 0 || !/^\s*>$/.test(end.slice(at + closing.length))) return 'open';
  if (isInside(end, '<!--', '-->') || isInside(end, '<![CDATA[', ']]>')) return 'open';
  // An inner element of the same name may be what is closed here: the ends cannot tell.
  const again = new RegExp(`<${root.replace(/[^\w-]/g, '\\$&')}[\\s/>]`, 'g');
  const opened = joined(head, tail).match(again)?.length ?? 0;
  return opened > 1 ? 'unknown' : 'complete';
}

/** Both ends as one text; in a file of little more than one end they overlap, and what both show counts once. */
function joined(head: string, tail: string): string {
  const begins = tail.slice(0, 200);
  for (let at = head.indexOf(begins); at >= 0; at = head.indexOf(begins, at + 1)) {
    if (tail.startsWith(head.slice(at))) return head.slice(0, at) + tail;
  }
  return head + tail;
}

/** Without the comments, instructions and white space at the end. */
function withoutMisc(tail: string): string {
  let end = tail.trimEnd();
  for (;;) {
    const opens = end.endsWith('-->') ? '<!--' : end.endsWith('?>') ? '<?' : undefined;
    const at = opens === undefined ? -1 : end.lastIndexOf(opens);
    if (at < 0) return end;
    end = end.slice(0, at).trimEnd();
  }
}

function isInside(text: string, opens: string, closes: string): boolean {
  return text.lastIndexOf(opens) > text.lastIndexOf(closes);
}
