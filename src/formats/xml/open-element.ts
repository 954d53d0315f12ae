import type { XmlElement } from './xml-tree.ts';

/**
 * An element whose end has not been read. Its `text` is what was read since its last child, and `mixed` has the
 * pieces before it. At its end it is clear whether that is text, or only white space between children.
 */
export type OpenElement = { -readonly [Key in Exclude<keyof XmlElement, 'children' | 'mixed'>]: XmlElement[Key] } & {
  children: XmlElement[];
  mixed: string[] | null;
};

/** Most elements are leaves: they share this list. */
export const NO_CHILDREN: XmlElement[] = [];

const NOT_WHITE = /[^\t\n\r ]/;

/** Puts a child into its parent, and the text before it among the pieces of the parent's own text. */
export function adopt(parent: OpenElement, child: XmlElement): void {
  if (parent.mixed === null) {
    parent.mixed = [parent.text];
    parent.children = [child];
  } else {
    parent.mixed.push(parent.text);
    parent.children.push(child);
  }
  parent.text = '';
}

/** At the end of an element that has children: its own text is all the pieces, or nothing where all are white space. */
export function settleText(element: OpenElement, pieces: string[]): void {
  pieces.push(element.text);
  if (pieces.some((piece) => NOT_WHITE.test(piece))) element.text = pieces.join('');
  else {
    element.text = '';
    element.mixed = null;
  }
}
