import { MalformedXml, XmlLimitExceeded } from './parse-stop.ts';
import { TreeBuilder } from './tree-builder.ts';
import { XML_LIMITS } from './xml-limits.table.ts';
import type { XmlElement } from './xml-tree.ts';

/**
 * The tree of the beginning of an XML file, as far as it can be read: to tell whose file it is, never to read it. Null
 * where no element begins in it.
 */
export function beginningOfXml(text: string): XmlElement | null {
  const builder = new TreeBuilder(XML_LIMITS, new Map());
  try {
    builder.begin(0);
    builder.feed(text);
  } catch (error) {
    if (!(error instanceof MalformedXml) && !(error instanceof XmlLimitExceeded)) throw error;
  }
  return builder.root;
}
