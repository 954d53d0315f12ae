import type { XmlElement } from '../../../formats/xml/xml-tree.ts';
import { type Asked, ObjectView } from './object-view.ts';

/** An element as an expression sees it: its children and attributes by local name. */
export function elementView(element: XmlElement): ObjectView {
  return viewOf(element, { count: 0 });
}

function viewOf(element: XmlElement, asked: Asked): ObjectView {
  return new ObjectView((name) => named(element, name, asked), filled(element.text), asked);
}

/**
 * What a name means: a child, of several the list of them; else an attribute. `@No` is an attribute of the object itself,
 * `Qty@unit` one of its child, which is a text and has no names of its own.
 */
function named(element: XmlElement, name: string, asked: Asked): unknown {
  const at = name.indexOf('@');
  if (at === 0) return attribute(element, name.slice(1));
  const childName = at < 0 ? name : name.slice(0, at);
  const children = element.children.filter((child) => child.name === childName);
  if (at > 0) return oneOrList(children.map((child) => attribute(child, name.slice(at + 1))));
  return oneOrList(children.map((child) => childValue(child, asked))) ?? attribute(element, name);
}

function oneOrList(found: readonly unknown[]): unknown {
  const values = found.filter((value) => value !== undefined);
  return values.length > 1 ? values : values[0];
}

/** A text, or an object where names stand in it; undefined where nothing does. */
function childValue(child: XmlElement, asked: Asked): unknown {
  if (child.children.length > 0) return viewOf(child, asked);
  return filled(child.text) ?? (child.attributes.length > 0 ? viewOf(child, asked) : undefined);
}

function attribute(element: XmlElement, name: string): string | undefined {
  return filled(element.attributes.find((own) => own.name === name)?.value ?? '');
}

/** A text of only blanks is nothing. */
function filled(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}
