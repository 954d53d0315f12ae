import { attributeOf, type XmlElement } from '../../formats/xml/xml-tree.ts';
import type { Alternative, CompiledPath, Condition, Step } from './compile-path.ts';

/** Where a value stands: the element, and the text of it or of one of its attributes, without white space around it. */
export interface Found {
  element: XmlElement;
  text: string;
}

/** The elements that a path names, in document order, of the first alternative that has any. */
export function findElements(path: CompiledPath, context: XmlElement, root: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (const alternative of path.alternatives) {
    collect(alternative.fromRoot ? root : context, alternative.steps, 0, root, found);
    if (found.length > 0) break;
  }
  return found;
}

/** The values that a path names, in document order and without the blank ones, of the first alternative that has any. */
export function findTexts(path: CompiledPath, context: XmlElement, root: XmlElement): Found[] {
  const texts: Found[] = [];
  for (const alternative of path.alternatives) {
    for (const element of elementsOf(alternative, context, root)) {
      const raw = alternative.attribute === null ? element.text : attributeOf(element, alternative.attribute);
      const text = raw?.trim() ?? '';
      if (text !== '' || (alternative.attribute === null && element.sunk !== null)) texts.push({ element, text });
    }
    if (texts.length > 0) break;
  }
  return texts;
}

function elementsOf(alternative: Alternative, context: XmlElement, root: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  collect(alternative.fromRoot ? root : context, alternative.steps, 0, root, found);
  return found;
}

function collect(
  element: XmlElement,
  steps: readonly Step[],
  index: number,
  root: XmlElement,
  found: XmlElement[],
): void {
  const step = steps[index];
  if (step === undefined) {
    found.push(element);
    return;
  }
  for (const child of element.children) {
    if (child.name !== step.name || child.namespace !== step.namespace) continue;
    if (step.conditions.length > 0 && !step.conditions.every((condition) => holds(condition, child, root))) continue;
    collect(child, steps, index + 1, root, found);
  }
}

function holds(condition: Condition, element: XmlElement, root: XmlElement): boolean {
  if (condition.test === 'there') return findElements(condition.path, element, root).length > 0;
  const texts = findTexts(condition.path, element, root);
  if (condition.test === 'is-not') return texts.every(({ text }) => text.toLowerCase() !== condition.literal);
  if (condition.other === null) return texts.some(({ text }) => text.toLowerCase() === condition.literal);
  const others = findTexts(condition.other, element, root);
  return texts.some(({ text }) => others.some((other) => other.text === text));
}
