import type { XmlElement } from '../../../formats/xml/xml-tree.ts';
import type { CompiledPath } from './compile-path.ts';
import type { AlternativeSyntax, NameSyntax, PathSyntax, PredicateSyntax, StepSyntax } from './path-syntax.ts';

/** What a step fits; null: any. */
export interface Match {
  namespace: string | null;
  name: string | null;
}

export type Finder = (context: XmlElement, top: XmlElement) => readonly XmlElement[];

/** Puts what the rest of a path finds below an element into a list. */
type Walk = (element: XmlElement, top: XmlElement, found: XmlElement[]) => void;

type Keep = (elements: XmlElement[], top: XmlElement) => XmlElement[];

/** The elements that one alternative of a path names, in the order of the file. */
export function finderOf(
  { absolute, steps }: AlternativeSyntax,
  topHasName: boolean,
  matchOf: (name: NameSyntax) => Match,
  compile: (path: PathSyntax) => CompiledPath,
): Finder {
  const keeps = steps.map((step) => keepOf(step, compile));
  const matches = steps.map((step) => (step.does === 'child' ? matchOf(step.name) : null));
  const walkFrom = (index: number): Walk => {
    let walk: Walk = (element, _top, found) => void found.push(element);
    for (let at = steps.length - 1; at >= index; at -= 1) walk = stepWalk(matches[at] ?? null, keeps[at] ?? null, walk);
    return walk;
  };
  if (steps.length === 0) return absolute ? (_context, top) => [top] : (context) => [context];
  if (!absolute) return collects(walkFrom(0), false);
  const first = matches[0];
  if (!topHasName || first === null || first === undefined) return collects(walkFrom(0), true);
  const rest = walkFrom(1);
  const keep = keeps[0] ?? null;
  return (_context, top) => {
    const found: XmlElement[] = [];
    if (isMatch(top, first) && (keep === null || keep([top], top).length > 0)) rest(top, top, found);
    return found;
  };
}

function collects(walk: Walk, fromTop: boolean): Finder {
  return (context, top) => {
    const found: XmlElement[] = [];
    walk(fromTop ? top : context, top, found);
    return found;
  };
}

function stepWalk(match: Match | null, keep: Keep | null, rest: Walk): Walk {
  if (match === null) {
    return ({ parent }, top, found) => {
      if (parent !== null) rest(parent, top, found);
    };
  }
  if (keep !== null) {
    return ({ children }, top, found) => {
      const fitting: XmlElement[] = [];
      for (const child of children) if (isMatch(child, match)) fitting.push(child);
      if (fitting.length > 0) for (const child of keep(fitting, top)) rest(child, top, found);
    };
  }
  const { namespace, name } = match;
  if (namespace === null || name === null) {
    return ({ children }, top, found) => {
      for (const child of children) if (isMatch(child, match)) rest(child, top, found);
    };
  }
  return ({ children }, top, found) => {
    for (const child of children) if (child.name === name && child.namespace === namespace) rest(child, top, found);
  };
}

function isMatch(element: XmlElement, { namespace, name }: Match): boolean {
  return (name === null || element.name === name) && (namespace === null || element.namespace === namespace);
}

/** The conditions of a step, one after the other: `[2]` counts what those before it left. */
function keepOf(step: StepSyntax, compile: (path: PathSyntax) => CompiledPath): Keep | null {
  if (step.does !== 'child' || step.predicates.length === 0) return null;
  const keeps = step.predicates.map((predicate) => predicateKeep(predicate, compile));
  return (elements, top) => keeps.reduce((left, keep) => (left.length === 0 ? left : keep(left, top)), elements);
}

function predicateKeep(predicate: PredicateSyntax, compile: (path: PathSyntax) => CompiledPath): Keep {
  if (predicate.does === 'position') return (elements) => elements.slice(predicate.position - 1, predicate.position);
  const holds = condition(predicate, compile);
  return (elements, top) => elements.filter((element) => holds(element, top));
}

function condition(
  predicate: Exclude<PredicateSyntax, { does: 'position' }>,
  compile: (path: PathSyntax) => CompiledPath,
): (element: XmlElement, top: XmlElement) => boolean {
  const path = compile(predicate.path);
  const isAttribute = predicate.path.alternatives.some(({ attribute }) => attribute !== null);
  switch (predicate.does) {
    case 'there':
      if (isAttribute) return (element, top) => path.values(element, top).length > 0;
      return (element, top) => path.elements(element, top).length > 0;
    case 'is':
    case 'is-not': {
      const literal = predicate.literal.trim().toLowerCase();
      const is = predicate.does === 'is';
      return (element, top) => path.values(element, top).some(({ text }) => text.toLowerCase() === literal) === is;
    }
    case 'same-as':
    case 'not-same-as': {
      const other = compile(predicate.other);
      const is = predicate.does === 'same-as';
      return (element, top) => {
        const others = other.values(element, top);
        return path.values(element, top).some(({ text }) => others.some((one) => one.text === text)) === is;
      };
    }
  }
}
