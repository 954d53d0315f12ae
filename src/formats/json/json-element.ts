import { type PlainElement, plainElement } from '../records/plain-element.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { type JsonPath, jsonPathText } from './locate-json.ts';

/** A value of a JSON file as an element. */
export type JsonElement = PlainElement & {
  offset: number;
  /** Its position in its list, from 0; -1 for the value of a property. */
  readonly position: number;
  /** It is a list itself: an entry of a list, or the top of the file. Its entries have no name in the file. */
  isList: boolean;
};

/** An element for a value; `offset`: where its property or entry begins. */
export function jsonElement(name: string, offset: number, text: string, position: number): JsonElement {
  return { ...plainElement(name, offset, text), position, isList: false };
}

/** The path of an element for people, as for canonical documents: `orders[3].lines[0].price`. */
export function jsonElementPath(element: XmlElement): string {
  const path: (string | number)[] = [];
  for (let at = element; at.parent !== null; at = at.parent) {
    const { position } = at as JsonElement;
    if (position >= 0) path.unshift(position);
    if (!(at.parent as JsonElement).isList) path.unshift(at.name);
  }
  return jsonPathText(path satisfies JsonPath);
}
