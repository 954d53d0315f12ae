import { XMLParser } from 'fast-xml-parser';
import type { XmlElement } from '../../src/formats/xml/xml-tree.ts';

/** A document as both readers can say it: local names, attributes and texts. */
export interface Seen {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Seen[];
}

/** The same document through a parser that shares no code with ours. */
export function seenBySecondReader(text: string): Seen {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: true,
    htmlEntities: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
  });
  const nodes = parser.parse(text.replace(/\r\n?/g, '\n')) as Node[];
  const root = nodes.find((node) => !('#text' in node));
  if (root === undefined) throw new Error('the second reader found no element');
  return seen(root);
}

type Node = Record<string, unknown> & { ':@'?: Record<string, string> };

function seen(node: Node): Seen {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  const inner = node[name] as Node[];
  const children = inner.filter((child) => !('#text' in child)).map(seen);
  const text = inner.map((child) => ('#text' in child ? String(child['#text']) : '')).join('');
  const attributes = Object.entries(node[':@'] ?? {})
    .filter(([attribute]) => attribute !== 'xmlns' && !attribute.startsWith('xmlns:'))
    .map(([attribute, value]) => [local(attribute), value.replace(/[\t\n]/g, ' ')]);
  return { name: local(name), attributes: Object.fromEntries(attributes), text: settled(text, children), children };
}

/** Our own tree in the same words. */
export function seenByUs(element: XmlElement): Seen {
  const attributes = Object.fromEntries(element.attributes.map(({ name, value }) => [name, value]));
  return { name: element.name, attributes, text: element.text, children: element.children.map(seenByUs) };
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** White space between children is not kept. */
function settled(text: string, children: readonly Seen[]): string {
  return children.length > 0 && /^[\t\n\r ]*$/.test(text) ? '' : text;
}
