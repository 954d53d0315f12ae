import { singleCopy } from '../xml/single-copy.ts';
import type { XmlAttribute, XmlElement } from '../xml/xml-tree.ts';

/** An element of a format without namespaces and mixed text, while it grows. */
export type PlainElement = XmlElement & { children: XmlElement[]; parent: XmlElement | null; text: string };

const NO_ATTRIBUTES: readonly XmlAttribute[] = Object.freeze([]);
/** Most elements are values: they share this list, and get their own with the first child. */
const NO_CHILDREN: XmlElement[] = [];

/** An element without namespace. `offset`: where it begins in the text. */
export function plainElement(name: string, offset: number, text = ''): PlainElement {
  return {
    namespace: '',
    name: singleCopy(name),
    attributes: NO_ATTRIBUTES,
    children: NO_CHILDREN,
    text,
    mixed: null,
    parent: null,
    offset,
    sunk: null,
  };
}

/** Puts an element into another, as its last child. */
export function addChild(parent: PlainElement, child: PlainElement): void {
  child.parent = parent;
  if (parent.children === NO_CHILDREN) parent.children = [child];
  else parent.children.push(child);
}

/** Takes the last child away again. */
export function removeLast(parent: PlainElement): void {
  parent.children.pop();
}
