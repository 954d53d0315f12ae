import type { XmlElement } from '../../../formats/xml/xml-tree.ts';
import { type Asked, ObjectView, type ReadElement } from './object-view.ts';

/** An element as an expression sees it: its children and attributes by local name. `read` takes each that is asked for. */
export function elementView(element: XmlElement, read?: ReadElement): ObjectView {
  return viewOf(element, read === undefined ? { count: 0 } : { count: 0, read });
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
  if (at === 0) return attribute(element, name.slice(1), asked);
  const childName = at < 0 ? name : name.slice(0, at);
  const children = element.children.filter((child) => child.name === childName);
  if (at > 0) return oneOrList(children.map((child) => attribute(child, name.slice(at + 1), asked)));
  return oneOrList(children.map((child) => childValue(child, asked))) ?? attribute(element, name, asked);
}

function oneOrList(found: readonly unknown[]): unknown {
  const values = found.filter((value) => value !== undefined);
  return values.length > 1 ? values : values[0];
}

/** A text, or an object where names stand in it; undefined where nothing does. */
function childValue(child: XmlElement, asked: Asked): unknown {
  asked.read?.(child, null);
  if (child.children.length > 0) return viewOf(child, asked);
  return filled(child.text) ?? (child.attributes.length > 0 ? viewOf(child, asked) : undefined);
}

function attribute(element: XmlElement, name: string, { read }: Asked): string | undefined {
  const own = element.attributes.find((one) => one.name === name);
  if (own === undefined) return undefined;
  read?.(element, name);
  return filled(own.value);
}

/** A text of only blanks is nothing. */
function filled(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}
