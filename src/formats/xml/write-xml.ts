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
  /** Namespaces by prefix, declared at the root in this order; the empty prefix is the default namespace (empty: none). */
  namespaces: Readonly<Record<string, string>>;
  /** Left out: UTF-8. */
  encoding?: OutputEncoding;
  /** Left out: none. */
  byteOrderMark?: boolean;
  /** Left out: lf. */
  lineEnd?: 'lf' | 'crlf';
}

/** A document cannot be written as it was asked for: a defect of whoever asked, for neither data nor world is to blame. */
export class XmlNotWritable extends Error {
  override readonly name = 'XmlNotWritable';
}

/**
 * The one door for XML out: an element to bytes, indented by two spaces, the same bytes for the same element. Every
 * character is read again as it was given: line ends and tabs that a reader would change, and what the encoding does
 * not have, are character references. Throws `XmlNotWritable` on a prefix that is not declared and on a character
 * that XML 1.0 cannot hold (`textForXml` writes such a one out).
 */
export function writeXml(root: OutputElement, writing: XmlWriting): Uint8Array {
  const { encoding = 'UTF-8', byteOrderMark = false, lineEnd = 'lf' } = writing;
  const declared = encoding === 'UTF-16LE' ? 'UTF-16' : encoding;
  const lines = [`<?xml version="1.0" encoding="${declared}"?>`];
  addElement(lines, root, '', declarations(root, writing), writing);
  // A line end inside a text is read as a line feed, whichever of the two stands there.
  const text = `${lines.join('\n')}\n`.replaceAll('\n', lineEnd === 'crlf' ? '\r\n' : '\n');
  return encodeText(byteOrderMark ? `\uFEFF${text}` : text, encoding, (codePoint) => `&#${codePoint};`);
}

/** The root's own namespace first, then the others as they were given. */
function declarations({ name }: OutputElement, { namespaces }: XmlWriting): string {
  const own = prefixOf(name);
  const prefixes = [own, ...Object.keys(namespaces).filter((prefix) => prefix !== own)];
  return prefixes
    .filter((prefix) => (namespaces[prefix] ?? '') !== '')
    .map((prefix) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${attributeText(namespaces[prefix] as string)}"`)
    .join('');
}

function addElement(
  lines: string[],
  element: OutputElement,
  indent: string,
  declared: string,
  writing: XmlWriting,
): void {
  const { name, content } = element;
  requirePrefix(name, writing);
  const attributes = element.attributes.map(
    (one) => ` ${one.name}="${attributeText(writable(one.value, `${name}/@${one.name}`))}"`,
  );
  const start = `${indent}<${name}${declared}${attributes.join('')}`;
  if (content.length === 0) lines.push(`${start}/>`);
  else if (typeof content === 'string') lines.push(`${start}>${textOf(writable(content, name))}</${name}>`);
  else {
    lines.push(`${start}>`);
    for (const child of content) addElement(lines, child, `${indent}  `, '', writing);
    lines.push(`${indent}</${name}>`);
  }
}

function writable(text: string, where: string): string {
  const refused = characterNotInXml(text);
  if (refused === undefined) return text;
  throw new XmlNotWritable(`${where} has the character ${refused}, which XML 1.0 cannot hold.`);
}

function requirePrefix(name: string, { namespaces }: XmlWriting): void {
  if (Object.hasOwn(namespaces, prefixOf(name))) return;
  throw new XmlNotWritable(`${name} has a prefix that is not declared: ${Object.keys(namespaces).join(', ')} are.`);
}

function prefixOf(name: string): string {
  return name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
}

/** Markup, and what a reader would change if it stood as it is: a carriage return everywhere, all white space in an attribute. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function textOf(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => REFERENCES[character] as string);
}

function attributeText(value: string): string {
  return value.replace(/[&<>"\t\n\r]/g, (character) => REFERENCES[character] as string);
}
