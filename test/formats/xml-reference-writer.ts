import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { OutputElement } from '../../src/formats/xml/write-xml.ts';

/** The text of a document as xmlbuilder2 writes it: the reference that our own writer is held against, byte by byte. */
export function referenceXml(
  root: OutputElement,
  namespaces: Readonly<Record<string, string>>,
  encoding: string,
): string {
  const document = create({ version: '1.0', encoding });
  const element = document.ele(namespaceOf(root.name, namespaces), root.name);
  for (const [prefix, namespace] of Object.entries(namespaces))
    if (prefix !== prefixOf(root.name))
      element.att('http://www.w3.org/2000/xmlns/', prefix === '' ? 'xmlns' : `xmlns:${prefix}`, namespace);
  fill(element, root, namespaces);
  return `${document.end({ prettyPrint: true })}\n`;
}

function fill(into: XMLBuilder, element: OutputElement, namespaces: Readonly<Record<string, string>>): void {
  for (const { name, value } of element.attributes) into.att(name, withReferences(value, /[&\t\n\r]/g));
  if (typeof element.content === 'string') {
    if (element.content !== '') into.txt(withReferences(element.content, /[&\r]/g));
    return;
  }
  for (const child of element.content)
    fill(into.ele(namespaceOf(child.name, namespaces), child.name), child, namespaces);
}

function namespaceOf(name: string, namespaces: Readonly<Record<string, string>>): string {
  return namespaces[prefixOf(name)] as string;
}

function prefixOf(name: string): string {
  return name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
}

/** xmlbuilder2 leaves what looks like a reference as it stands: every ampersand is made one here. */
function withReferences(text: string, changing: RegExp): string {
  return text.replace(changing, (character) => (character === '&' ? '&amp;' : `&#${character.charCodeAt(0)};`));
}
