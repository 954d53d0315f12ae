import type { LineColumn } from '../text/line-index.ts';

/**
 * An XML document as a compact tree. Names are expanded (namespace and local name): prefixes are the sender's
 * business. Text is exactly as written; comments, processing instructions and CDATA borders do not split it.
 */
export interface XmlDocument {
  root: XmlElement;
  /** Line and column of an element's start tag. */
  placeOf(element: XmlElement): LineColumn;
}

export interface XmlElement {
  namespace: string;
  /** Local name. */
  name: string;
  /** Without namespace declarations; the same empty list for every element that has none. */
  attributes: readonly XmlAttribute[];
  children: readonly XmlElement[];
  /** The element's own text, its pieces joined. Empty where only white space stands between children. */
  text: string;
  /** Where own text stands among children: the text before each child, and after the last one. Null unless both are there. */
  mixed: readonly string[] | null;
  parent: XmlElement | null;
  /** Of the start tag in the text, in UTF-16 units, or of comments just before it; `placeOf` looks past those. */
  offset: number;
  /** What a sink made of a large text that is not kept. */
  sunk: SunkText | null;
}

export interface XmlAttribute {
  /** Empty for an attribute without prefix. */
  namespace: string;
  name: string;
  value: string;
}

/** What is known of a base64 text that went to a sink: of the decoded bytes, not of the text. */
export interface SunkText {
  bytes: number;
  sha256: string;
  /** False where the text was no base64: count and hash are then of what could be decoded. */
  sound: boolean;
}

/** Takes the text of one element in pieces. */
export interface TextSink {
  write(text: string): void;
  end(): SunkText;
}

/** Which elements' text goes to a sink, by local name. */
export type SinkTable = ReadonlyMap<string, () => TextSink>;

/** The value of an attribute without namespace; undefined where it is not there. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.name === name && attribute.namespace === '') return attribute.value;
  }
  return undefined;
}
