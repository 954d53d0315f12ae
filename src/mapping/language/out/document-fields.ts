import { didYouMean } from '../../../domain/did-you-mean.ts';
import type { DocumentPath } from './document-path.ts';

/** A JSON Schema of a document, or of a part of it, as far as paths are checked. */
export interface FieldSchema {
  type?: string | readonly string[];
  properties?: Readonly<Record<string, FieldSchema>>;
  additionalProperties?: unknown;
  items?: FieldSchema;
  anyOf?: readonly FieldSchema[];
  oneOf?: readonly FieldSchema[];
  allOf?: readonly FieldSchema[];
}

/** What is known of the place that rows stand in: the schemas that it may have, and the places around it. Without schemas nothing is known. */
export interface FieldPlace {
  schemas: readonly FieldSchema[] | undefined;
  around: FieldPlace | undefined;
}

/** The top of a document. */
export function fieldTop(schema: FieldSchema | undefined): FieldPlace {
  return { schemas: schema === undefined ? undefined : alternatives(schema), around: undefined };
}

/** Where a path leads, or the name in it that no document has. The delivery id every document has that leaves. */
export function followPath(
  path: DocumentPath,
  from: FieldPlace,
): FieldPlace | { unknown: string; known: string[]; meant: string | undefined } {
  let reached: FieldPlace | undefined;
  for (const { fromTop, steps } of path.alternatives) {
    let at = fromTop ? topOf(from) : from;
    for (const step of steps) {
      if (step.move === 'self') continue;
      if (step.move === 'parent') at = at.around ?? NOWHERE;
      else if (step.move === 'any' || at.schemas === undefined) at = { schemas: undefined, around: at };
      else {
        const known = at.schemas.flatMap(({ properties }) => Object.keys(properties ?? {}));
        const schemas = at.schemas.flatMap(({ properties }) =>
          properties !== undefined && Object.hasOwn(properties, step.name)
            ? alternatives(properties[step.name] as FieldSchema)
            : [],
        );
        const open = at.schemas.some(
          (schema) => schema.properties === undefined || schema.additionalProperties !== false,
        );
        if (schemas.length === 0 && !open && !(at.around === undefined && step.name === 'deliveryId'))
          return { unknown: step.name, known, meant: didYouMean(step.name, known) };
        at = { schemas: schemas.length === 0 ? undefined : schemas, around: at };
      }
    }
    reached ??= at;
  }
  return reached ?? NOWHERE;
}

/** Is it certain that groups of fields stand here, and no values? */
export function isCertainlyGroup({ schemas }: FieldPlace): boolean {
  return schemas?.every((schema) => schema.properties !== undefined) ?? false;
}

/** Is it certain that values stand here, and no groups? */
export function isCertainlyValue({ schemas }: FieldPlace): boolean {
  const plain = ['string', 'integer', 'number', 'boolean', 'null'];
  return schemas?.every(({ type }) => type !== undefined && [type].flat().every((one) => plain.includes(one))) ?? false;
}

const NOWHERE: FieldPlace = { schemas: undefined, around: undefined };

function topOf(place: FieldPlace): FieldPlace {
  let top = place;
  while (top.around !== undefined) top = top.around;
  return top;
}

/** A list is its entries, a choice all that it may be; null is nothing. */
function alternatives(schema: FieldSchema): FieldSchema[] {
  if (schema.items !== undefined) return alternatives(schema.items);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.flatMap(alternatives);
  return schema.type === 'null' ? [] : [schema];
}
