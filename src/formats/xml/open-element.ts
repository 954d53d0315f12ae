import type { XmlAttribute, XmlElement } from './xml-tree.ts';

/**
 * An element whose end has not been read. Its `text` is what was read since its last child; at the next child or
 * at its end that text is dropped (white space between children), kept (a leaf), or becomes a piece of `mixed`.
 */
export type OpenElement = { -readonly [Key in Exclude<keyof XmlElement, 'children' | 'mixed'>]: XmlElement[Key] } & {
  children: XmlElement[];
  mixed: string[] | null;
};

/** Most elements are leaves and most have no attributes: they share these. */
export const NO_ATTRIBUTES: readonly XmlAttribute[] = Object.freeze([]);
export const NO_CHILDREN: XmlElement[] = [];

const NOT_WHITE = /[^\t\n\r ]/;

/** Puts a child into its parent, and the text before it where that is more than white space. */
export function adopt(parent: OpenElement, child: XmlElement): void {
  if (parent.text !== '') {
    if (parent.mixed === null && NOT_WHITE.test(parent.text)) parent.mixed = parent.children.map(() => '');
    if (parent.mixed === null) parent.text = '';
  }
  if (parent.mixed !== null) {
    parent.mixed.push(parent.text);
    parent.text = '';
  }
  if (parent.children === NO_CHILDREN) parent.children = [child];
  else parent.children.push(child);
}

/** At the end of an element that has children: settles what becomes of the text after the last one, and joins its own text. */
export function settleText(element: OpenElement): void {
  if (element.mixed === null && !NOT_WHITE.test(element.text)) {
    element.text = '';
    return;
  }
  element.mixed ??= element.children.map(() => '');
  element.mixed.push(element.text);
  element.text = element.mixed.join('');
}
