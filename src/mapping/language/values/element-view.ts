import type { XmlElement } from '../../../formats/xml/xml-tree.ts';
import { type Asked, ObjectView } from './object-view.ts';

/** Is told of each element and attribute that is looked at. */
export type OnRead = (element: XmlElement, attribute: string | null) => void;

/** What views of one record share. */
interface Viewing extends Asked {
  onRead: OnRead | undefined;
}

/** An element as an expression sees it: its children and attributes by local name. */
export function elementView(element: XmlElement, onRead?: OnRead): ObjectView {
  return viewOf(element, { count: 0, onRead });
}

function viewOf(element: XmlElement, viewing: Viewing): ObjectView {
  return new ObjectView((name) => named(element, name, viewing), filled(element.text), viewing);
}

/**
 * What a name means: a child, of several the list of them; else an attribute. `@No` is an attribute of the object itself,
 * `Qty@unit` one of its child, which is a text and has no names of its own.
 */
function named(element: XmlElement, name: string, viewing: Viewing): unknown {
  const at = name.indexOf('@');
  if (at === 0) return attribute(element, name.slice(1), viewing);
  const childName = at < 0 ? name : name.slice(0, at);
  const children = element.children.filter((child) => child.name === childName);
  if (at > 0) return oneOrList(children.map((child) => attribute(child, name.slice(at + 1), viewing)));
  return oneOrList(children.map((child) => childValue(child, viewing))) ?? attribute(element, name, viewing);
}

function oneOrList(found: readonly unknown[]): unknown {
  const values = found.filter((value) => value !== undefined);
  return values.length > 1 ? values : values[0];
}

/** A text, or an object where names stand in it; undefined where nothing does. */
function childValue(child: XmlElement, viewing: Viewing): unknown {
  viewing.onRead?.(child, null);
  if (child.children.length > 0) return viewOf(child, viewing);
  return filled(child.text) ?? (child.attributes.length > 0 ? viewOf(child, viewing) : undefined);
}

function attribute(element: XmlElement, name: string, { onRead }: Viewing): string | undefined {
  const found = element.attributes.find((own) => own.name === name);
  if (found !== undefined) onRead?.(element, name);
  return filled(found?.value ?? '');
}

/** A text of only blanks is nothing. */
function filled(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}
