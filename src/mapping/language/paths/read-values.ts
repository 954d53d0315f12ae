import type { XmlAttribute, XmlElement } from '../../../formats/xml/xml-tree.ts';
import type { Found } from './compile-path.ts';
import type { Finder, Match } from './find-elements.ts';

export type ReadValues = (context: XmlElement, top: XmlElement) => readonly Found[];

/** The values of what a path finds: texts of elements, or of one of their attributes. An attachment that was sunk has a value too. */
export function readsValues(find: Finder, attribute: Match | null): ReadValues {
  if (attribute === null) {
    return (context, top) => {
      const found: Found[] = [];
      for (const element of find(context, top)) {
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
