import type { XmlElement } from '../../formats/xml/xml-tree.ts';

/** The path of an element for people: `/Invoice/cac:InvoiceLine[3]/cbc:LineExtensionAmount`. */
export function sourcePath(element: XmlElement, prefixes: Readonly<Record<string, string>>): string {
  const parts: string[] = [];
  for (let at: XmlElement | null = element; at !== null; at = at.parent) parts.push(stepOf(at, prefixes));
  return `/${parts.reverse().join('/')}`;
}

function stepOf(element: XmlElement, prefixes: Readonly<Record<string, string>>): string {
  const prefix = Object.keys(prefixes).find((known) => prefixes[known] === element.namespace);
  const name = prefix === undefined ? element.name : `${prefix}:${element.name}`;
  const alike =
    element.parent?.children.filter((other) => other.name === element.name && other.namespace === element.namespace) ??
    [];
  return alike.length > 1 ? `${name}[${alike.indexOf(element) + 1}]` : name;
}
