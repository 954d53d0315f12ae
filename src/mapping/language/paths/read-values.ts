import type { XmlAttribute, XmlElement } from '../../../formats/xml/xml-tree.ts';
import type { Found } from './compile-path.ts';
import type { Finder, Match } from './find-elements.ts';

export type ReadValues = (context: XmlElement, top: XmlElement) => readonly Found[];

/** Most rows of most records find nothing: that makes no list of its own. */
const NOTHING: readonly Found[] = [];

/** The values of children by their name, which most paths are: without a list of the elements in between. */
export function readsChildren({ name, namespace }: Match): ReadValues {
  return ({ children }) => {
    let found: Found[] | undefined;
    for (const element of children) {
      if (element.name !== name && name !== null) continue;
      if (element.namespace !== namespace && namespace !== null) continue;
      const text = element.text.trim();
      if (text === '' && element.sunk === null) continue;
      const one = { element, text, attribute: null };
      if (found === undefined) found = [one];
      else found.push(one);
    }
    return found ?? NOTHING;
  };
}

/** The values of what a path finds: texts of elements, or of one of their attributes. An attachment that was sunk has a value too. */
export function readsValues(find: Finder, attribute: Match | null): ReadValues {
  if (attribute === null) {
    return (context, top) => {
      const elements = find(context, top);
      if (elements.length === 0) return NOTHING;
      const found: Found[] = [];
      for (const element of elements) {
        const text = element.text.trim();
        if (text !== '' || element.sunk !== null) found.push({ element, text, attribute: null });
      }
      return found;
    };
  }
  return (context, top) => {
    const found: Found[] = [];
    for (const element of find(context, top)) {
      for (const one of attributesOf(element, attribute)) {
        const text = one.value.trim();
        if (text !== '') found.push({ element, text, attribute: one.name });
      }
    }
    return found;
  };
}

/** Where any namespace will do, an attribute without one comes before those with one. */
function attributesOf({ attributes }: XmlElement, { name, namespace }: Match): readonly XmlAttribute[] {
  if (attributes.length === 0) return attributes;
  const fitting = attributes.filter(
    (one) => (name === null || one.name === name) && (namespace === null || one.namespace === namespace),
  );
  if (namespace !== null || name === null || fitting.length < 2) return fitting;
  const bare = fitting.filter((one) => one.namespace === '');
  return bare.length > 0 ? bare : fitting;
}
