import type { XmlElement } from './xml-tree.ts';

/**
 * The path of an element for people: `/Orders/Order[3]/Line[2]/Qty`, with the mapping's own prefixes. `chain`: the
 * elements from the root to the record, with their places among those of their name that are not there any more.
 */
export function xmlPath(
  element: XmlElement,
  namespaces: Readonly<Record<string, string>>,
  chain: readonly { element: XmlElement; ordinal: number }[],
): string {
  const prefixes = new Map(Object.entries(namespaces).map(([prefix, namespace]) => [namespace, prefix]));
  const parts: string[] = [];
  for (let at: XmlElement | null = element; at !== null; at = at.parent) {
    const prefix = prefixes.get(at.namespace) ?? '';
    const name = prefix === '' ? at.name : `${prefix}:${at.name}`;
    const ordinal = at.parent === null ? 0 : ordinalOf(at, at.parent, chain);
    parts.push(ordinal === 0 ? name : `${name}[${ordinal}]`);
  }
  return `/${parts.reverse().join('/')}`;
}

/** From 1; 0 for an element that is the only one of its name. */
function ordinalOf(
  element: XmlElement,
  parent: XmlElement,
  chain: readonly { element: XmlElement; ordinal: number }[],
): number {
  const known = chain.find((link) => link.element === element);
  if (known !== undefined) return known.ordinal;
  const alike = parent.children.filter((other) => other.name === element.name && other.namespace === element.namespace);
  return alike.length > 1 ? alike.indexOf(element) + 1 : 0;
}
