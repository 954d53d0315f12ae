import { didYouMean } from '../../../domain/did-you-mean.ts';
import type { SchemaNode } from '../../../formats/yaml/schema-node.ts';
import { PathProblem, type AlternativeSyntax, type NameSyntax, type PathSyntax } from '../paths/path-syntax.ts';

/** What is known of the place that rows stand in: the schemas that it may have, and the places around it. Without schemas nothing is known. */
export interface FieldPlace {
  schemas: readonly SchemaNode[] | undefined;
  around: FieldPlace | undefined;
}

/** The top of a document. */
export function fieldTop(schema: SchemaNode): FieldPlace {
  return { schemas: choices(schema), around: undefined };
}

/** Where a path leads. Throws a `PathProblem` at a name that the document does not have there, in a condition too. */
export function followPath(path: PathSyntax, from: FieldPlace): FieldPlace {
  const reached = path.alternatives.map((alternative) => followAlternative(alternative, from));
  const schemas = reached.flatMap((place) => place.schemas ?? []);
  const isKnown = reached.every((place) => place.schemas !== undefined);
  return { schemas: isKnown ? schemas : undefined, around: reached[0]?.around };
}

/** Where the names of an expression lead, as `source.lines`. Throws a `PathProblem` at a name that the document does not have there. */
export function followNames([first = '', ...names]: readonly string[], from: FieldPlace): FieldPlace {
  const tops: Readonly<Record<string, FieldPlace>> = { source: from, record: topOf(from), document: topOf(from) };
  const begin = Object.hasOwn(tops, first) ? tops[first] : undefined;
  return names.reduce((place, name) => childOf(place, { name, at: 0 }), begin ?? NOWHERE);
}

function followAlternative({ absolute, steps }: AlternativeSyntax, from: FieldPlace): FieldPlace {
  let at = absolute ? topOf(from) : from;
  for (const step of steps) {
    if (step.does === 'parent') at = at.around ?? NOWHERE;
    else {
      at = step.name.any ? { schemas: undefined, around: at } : childOf(at, step.name);
      for (const predicate of step.predicates) {
        if ('path' in predicate) followPath(predicate.path, at);
        if ('other' in predicate) followPath(predicate.other, at);
      }
    }
  }
  return at;
}

function childOf(place: FieldPlace, { name, at }: Pick<NameSyntax, 'name' | 'at'>): FieldPlace {
  if (place.schemas === undefined) return { schemas: undefined, around: place };
  const has = ({ properties }: SchemaNode): boolean => properties !== undefined && Object.hasOwn(properties, name);
  const schemas = place.schemas.filter(has).flatMap(({ properties }) => choices(properties?.[name] as SchemaNode));
  if (schemas.length > 0) return { schemas, around: place };
  const isOpen = place.schemas.some(
    (schema) => saysNothing(schema) || (schema.properties !== undefined && schema.additionalProperties !== false),
  );
  const isDeliveryId = place.around === undefined && name === 'deliveryId';
  if (isOpen || isDeliveryId || place.schemas.some(has)) return { schemas: undefined, around: place };
  const known = place.schemas.flatMap(({ properties }) => Object.keys(properties ?? {}));
  if (known.length === 0)
    throw new PathProblem(`Here is one value, which has no field "${name}".`, 'End the path one name earlier.', at);
  const meant = didYouMean(name, known);
  const hint = meant === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${meant}"?`;
  throw new PathProblem(`The document has no field "${name}" there.`, hint, at);
}

/** Anything may stand here: the first answer to a duplicate is kept as it was given. */
function saysNothing(schema: SchemaNode): boolean {
  return [schema.type, schema.properties, schema.enum, schema.const].every((said) => said === undefined);
}

/** Is it certain that groups of fields stand here, and no values? */
export function isCertainlyGroup({ schemas }: FieldPlace): boolean {
  return schemas?.every((schema) => schema.properties !== undefined) ?? false;
}

/** Is it certain that values stand here, and no groups? */
export function isCertainlyValue({ schemas }: FieldPlace): boolean {
  const plain = ['string', 'integer', 'number', 'boolean'];
  return schemas?.every(({ type }) => type !== undefined && [type].flat().some((one) => plain.includes(one))) ?? false;
}

const NOWHERE: FieldPlace = { schemas: undefined, around: undefined };

function topOf(place: FieldPlace): FieldPlace {
  let top = place;
  while (top.around !== undefined) top = top.around;
  return top;
}

/** A list is its entries, a choice all that it may be; null is nothing. */
function choices(schema: SchemaNode): SchemaNode[] {
  if (schema.items !== undefined) return choices(schema.items);
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap(choices);
  return schema.type === 'null' ? [] : [schema];
}
