import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { encodeText, type OutputEncoding } from '../text/encode-text.ts';
import { characterNotInXml } from './xml-character.ts';

/** An element to be written: a name with the prefix of a declared namespace, and its text or its children. */
export interface OutputElement {
  name: string;
  /** Written in this order. Names without prefix. */
  attributes: readonly { name: string; value: string }[];
  content: string | readonly OutputElement[];
}

/** How a document is written. */
export interface XmlWriting {
  /** Namespaces by prefix, declared at the root in this order; the empty prefix is the default namespace. */
  namespaces: Readonly<Record<string, string>>;
  /** Left out: UTF-8. */
  encoding?: OutputEncoding;
}

/** A document cannot be written as it was asked for: a defect of whoever asked, for neither data nor world is to blame. */
export class XmlNotWritable extends Error {
  override readonly name = 'XmlNotWritable';
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/**
 * The one door for XML out: an element to bytes, indented by two spaces, the same bytes for the same element. Every
 * character is read again as it was given: line ends and tabs that a reader would change, and what the encoding does
 * not have, are character references. Throws `XmlNotWritable` on a prefix that is not declared and on a character
 * that XML 1.0 cannot hold (`textForXml` writes such a one out).
 */
export function writeXml(root: OutputElement, writing: XmlWriting): Uint8Array {
  const encoding = writing.encoding ?? 'UTF-8';
  const document = create({ version: '1.0', encoding });
  const element = document.ele(namespaceOf(root.name, writing), root.name);
  for (const [prefix, namespace] of Object.entries(writing.namespaces))
    if (prefix !== prefixOf(root.name)) element.att(XMLNS, prefix === '' ? 'xmlns' : `xmlns:${prefix}`, namespace);
  fill(element, root, writing);
  const text = document.end({ prettyPrint: true });
  return encodeText(`${text}\n`, encoding, (codePoint) => `&#${codePoint};`);
}

function fill(into: XMLBuilder, element: OutputElement, writing: XmlWriting): void {
  for (const { name, value } of element.attributes)
    into.att(name, withReferences(writable(value, `${element.name}/@${name}`), /[&\t\n\r]/g));
  if (typeof element.content === 'string') {
    if (element.content !== '') into.txt(withReferences(writable(element.content, element.name), /[&\r]/g));
    return;
  }
  for (const child of element.content) fill(into.ele(namespaceOf(child.name, writing), child.name), child, writing);
}

function writable(text: string, where: string): string {
  const refused = characterNotInXml(text);
  if (refused === undefined) return text;
  throw new XmlNotWritable(`${where} has the character ${refused}, which XML 1.0 cannot hold.`);
}

function namespaceOf(name: string, { namespaces }: XmlWriting): string {
  const prefix = prefixOf(name);
  const namespace = namespaces[prefix];
  if (namespace !== undefined) return namespace;
  throw new XmlNotWritable(`${name} has a prefix that is not declared: ${Object.keys(namespaces).join(', ')} are.`);
}

function prefixOf(name: string): string {
  return name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
}

/** What a reader would change if it stood as it is: a carriage return everywhere, all white space in an attribute. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * The text with its ampersands escaped, and with references for what a reader would change. xmlbuilder2 takes an
 * ampersand that begins something like a reference for a reference, and leaves it: the text `&amp;` would be read as
 * `&`. Here every ampersand begins one, so that it leaves all of them (decimal ones: those are the ones it knows).
 */
function withReferences(text: string, changing: RegExp): string {
  return text.replace(changing, (character) => REFERENCES[character] as string);
}
