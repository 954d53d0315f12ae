import type { Fault } from '../../domain/fault.ts';
import type { LineColumn } from '../text/line-index.ts';
import { badAmpersand } from './bad-ampersand.ts';
import type { MalformedXml } from './parse-stop.ts';
import { xmlFault } from './xml-fault.ts';
import type { XmlElement } from './xml-tree.ts';

/** Where the parser was when it stopped. */
export interface Stopped {
  /** The whole text had been read: something is missing rather than wrong. */
  atEnd: boolean;
  /** A part of the text, by offsets. */
  stretch: (from: number, to: number) => string;
  builder: { readonly root: XmlElement | null; readonly open: XmlElement | null };
  places: (offset: number) => LineColumn;
}

/** What the parser says, in words for people who never saw a parser. */
const PARSER_WORDS: Readonly<Record<string, string>> = {
  'text data outside of root node.': 'Text stands outside the root element.',
  'documents may contain only one root.': 'A second root element begins here: a file holds one document.',
  'disallowed character.': 'A character stands here that XML does not allow.',
  'disallowed character in tag name': 'A "<" stands here that begins no tag. In text it is written "&lt;".',
  'attribute without value.': 'An attribute has no value.',
  'unquoted attribute value.': 'An attribute value has no quotation marks.',
  'no whitespace between attributes.': 'White space is missing between two attributes.',
  'malformed comment.': 'A comment holds "--", which XML does not allow.',
  'malformed character entity.': 'A character reference names a character that XML does not allow.',
  'the string "]]>" is disallowed in char data.': 'The characters "]]>" stand in text, where XML does not allow them.',
  'an XML declaration must be at the start of the document.': 'Something stands before the XML declaration.',
  'the XML declaration must appear at the start of the document.': 'Something stands before the XML declaration.',
};

/** What the parser says with a name in it. */
const DETAILED_WORDS: readonly (readonly [string, string])[] = [
  ['unmatched closing tag: ', 'There is no open element for the end tag'],
  ['unbound namespace prefix: ', 'No namespace is declared for the prefix'],
  ['duplicate attribute: ', 'This attribute stands twice on one element:'],
];

/** No end tag of ours is longer; a longer one is only not quoted. */
export const LONGEST_TAG = 500;

/** Makes the fault of a stopped parser: truncated or not well-formed, at the place where the trouble began. */
export function explainMalformed(stop: MalformedXml, stopped: Stopped): Fault {
  const { stretch, places, builder, atEnd } = stopped;
  const token = stretch(stop.mark, stop.offset);
  const ampersand = badAmpersand(token);
  if (ampersand !== undefined) {
    const message =
      ampersand.entity === null
        ? 'A bare "&" stands here. In XML it is written "&amp;".'
        : `"&${ampersand.entity.slice(0, 40)};" is not defined in XML. Write the character itself.`;
    return xmlFault('XML_NOT_WELL_FORMED', message, places(stop.mark + ampersand.offset));
  }
  if (atEnd) return truncated(stop, builder, places);
  if (stop.message === 'unexpected close tag.') return crossedTags(stop, stopped);
  if (stop.message.startsWith('text data outside')) {
    const begins = stop.mark + Math.max(token.search(/[^\t\n\r ]/), 0);
    return xmlFault('XML_NOT_WELL_FORMED', PARSER_WORDS[stop.message] ?? stop.message, places(begins));
  }
  const words = PARSER_WORDS[stop.message] ?? withDetail(stop.message);
  return xmlFault('XML_NOT_WELL_FORMED', words, places(Math.max(stop.offset - 1, 0)));
}

function withDetail(message: string): string {
  const known = DETAILED_WORDS.find(([begins]) => message.startsWith(begins));
  if (known === undefined) return `This is no well-formed XML: ${message}`;
  return `${known[1]} ${message.slice(known[0].length, known[0].length + LONGEST_TAG).replace(/\.$/, '')}.`;
}

function truncated(stop: MalformedXml, builder: Stopped['builder'], places: Stopped['places']): Fault {
  const { root, open } = builder;
  const missing =
    root === null
      ? 'before its first element begins'
      : open === null
        ? 'in the middle of what follows the root element'
        : `before <${root.name}> is closed; innermost open is <${open.name}> of line ${places(open.offset).line}`;
  return xmlFault('TRUNCATED', `The file ends ${missing}.`, places(stop.offset));
}

/** The parser has closed the innermost element before it noticed that the end tag has another name. */
function crossedTags(stop: MalformedXml, stopped: Stopped): Fault {
  const { builder, places, stretch } = stopped;
  const tag = /<\/[^<>]*>$/.exec(stretch(stop.offset - LONGEST_TAG, stop.offset))?.[0] ?? '';
  const siblings = builder.open?.children ?? [];
  const left = siblings[siblings.length - 1] ?? builder.root;
  const opened =
    left === null ? '' : `: the element that is open is <${left.name}> of line ${places(left.offset).line}`;
  return xmlFault('XML_NOT_WELL_FORMED', `The end tag ${tag} does not fit${opened}.`, places(stop.offset - tag.length));
}
