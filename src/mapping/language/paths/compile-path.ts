import { didYouMean } from '../../../domain/did-you-mean.ts';
import { singleCopy } from '../../../formats/xml/single-copy.ts';
import type { XmlElement } from '../../../formats/xml/xml-tree.ts';
import { type Finder, finderOf, type Match } from './find-elements.ts';
import { parsePath } from './parse-path.ts';
import { type AlternativeSyntax, type NameSyntax, PathProblem, type PathSyntax } from './path-syntax.ts';
import { readsChildren, readsValues, type ReadValues } from './read-values.ts';

/** Where a value stands: its element, its text without white space around it, and the attribute where it is one. */
export interface Found {
  element: XmlElement;
  text: string;
  attribute: string | null;
}

/** A path as plain functions. Both give what the first alternative finds that finds anything, in the order of the file. */
export interface CompiledPath {
  /** As the mapping has it. */
  source: string;
  elements(context: XmlElement, top: XmlElement): readonly XmlElement[];
  /** Without the blank ones: they are nothing. */
  values(context: XmlElement, top: XmlElement): readonly Found[];
}

/** What names of paths mean. */
export interface PathNames {
  /** Undefined where the mapping names no namespaces: then a name without prefix is of any namespace. */
  prefixes: Readonly<Record<string, string>> | undefined;
  /** The top has a name (XML): the first step of a path from the top is its name. */
  topHasName: boolean;
}

/** Compiles a path. Throws a `PathProblem` with the place in the path where it is none. */
export function compilePath(source: string, names: PathNames): CompiledPath {
  return compiled(parsePath(source), names);
}

/** Compiles the name of one element, with its prefix. Throws a `PathProblem` where it is more than a name. */
export function compileName(source: string, names: PathNames): Match {
  const { alternatives } = parsePath(source);
  const [step, ...others] = alternatives[0]?.steps ?? [];
  if (alternatives.length > 1 || step?.does !== 'child' || others.length > 0 || step.predicates.length > 0) {
    throw new PathProblem(`"${source}" is not the name of one element.`, 'Write its name alone, with its prefix.', 0);
  }
  return matchOf(step.name, names.prefixes);
}

function compiled(path: PathSyntax, names: PathNames): CompiledPath {
  const ways = path.alternatives.map((alternative) => way(alternative, names));
  const [only] = ways;
  const { source } = path;
  if (ways.length === 1 && only !== undefined) return { source, elements: only.find, values: only.read };
  return {
    source,
    elements: (context, top) => firstThatFinds(ways, ({ find }) => find(context, top)),
    values: (context, top) => firstThatFinds(ways, ({ read }) => read(context, top)),
  };
}

interface Way {
  find: Finder;
  read: ReadValues;
}

function way(alternative: AlternativeSyntax, names: PathNames): Way {
  const compile = (path: PathSyntax): CompiledPath => compiled(path, names);
  const find = finderOf(alternative, names.topHasName, (name) => matchOf(name, names.prefixes), compile);
  const attribute = alternative.attribute === null ? null : matchOf(alternative.attribute, attributePrefixes(names));
  const [step, another] = alternative.steps;
  const isChild = step?.does === 'child' && another === undefined && step.predicates.length === 0;
  if (isChild && attribute === null && !alternative.absolute)
    return { find, read: readsChildren(matchOf(step.name, names.prefixes)) };
  return { find, read: readsValues(find, attribute) };
}

function firstThatFinds<Item>(ways: readonly Way[], find: (way: Way) => readonly Item[]): readonly Item[] {
  for (const one of ways) {
    const found = find(one);
    if (found.length > 0) return found;
  }
  return [];
}

/** An attribute without prefix has no namespace, whatever the default namespace of elements is. */
function attributePrefixes({ prefixes }: PathNames): Readonly<Record<string, string>> | undefined {
  return prefixes === undefined ? undefined : { ...prefixes, '': '' };
}

function matchOf(name: NameSyntax, prefixes: Readonly<Record<string, string>> | undefined): Match {
  const namespace = namespaceOf(name, prefixes);
  return {
    namespace: namespace === null ? null : singleCopy(namespace),
    name: name.any ? null : singleCopy(name.name),
  };
}

function namespaceOf(
  { prefix, any, at }: NameSyntax,
  prefixes: Readonly<Record<string, string>> | undefined,
): string | null {
  if (prefix === null) return any || prefixes === undefined ? null : (prefixes[''] ?? '');
  const namespace = prefixes !== undefined && Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
  if (namespace !== undefined) return namespace;
  const known = Object.keys(prefixes ?? {}).filter((one) => one !== '');
  const meant = didYouMean(prefix, known);
  const hint = meant === undefined ? `Add it: namespaces: { ${prefix}: … }.` : `Did you mean "${meant}"?`;
  throw new PathProblem(`The prefix "${prefix}" is not among the namespaces of this file.`, hint, at);
}
