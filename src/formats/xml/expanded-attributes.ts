import type { SaxesAttributeNS } from 'saxes';
import { singleCopy } from './single-copy.ts';
import type { XmlAttribute } from './xml-tree.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** Most elements have no attributes: they share this list. */
const NONE: readonly XmlAttribute[] = Object.freeze([]);

/** Attributes under their expanded names; declarations of namespaces have done their work and are left out. */
export function expandedAttributes(attributes: readonly SaxesAttributeNS[]): readonly XmlAttribute[] {
  if (attributes.length === 0) return NONE;
  const expanded: XmlAttribute[] = [];
  for (const { uri, local, value } of attributes) {
    if (uri !== XMLNS) expanded.push({ namespace: uri, name: singleCopy(local), value });
  }
  return expanded.length === 0 ? NONE : expanded;
}
