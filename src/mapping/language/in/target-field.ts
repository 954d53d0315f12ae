import { didYouMean } from '../../../domain/did-you-mean.ts';
import { DOCUMENT_SCHEMAS } from '../../../domain/schemas.generated.ts';
import { alternative, hasType, type SchemaNode } from '../../../formats/yaml/schema-node.ts';

/** A field of a document, as its schema has it. */
export interface TargetField {
  /** The names of the groups that it is in, and its own. */
  steps: readonly string[];
  node: SchemaNode;
}

/** What is wrong with the name of a field. */
export interface FieldProblem {
  problem: string;
  hint: string;
  /** Where in the text of `to` (from 0). */
  character: number;
}

/** The schema of a document type; a problem where there is no such type. */
export function documentNode(document: string): SchemaNode | FieldProblem {
  if (Object.hasOwn(DOCUMENT_SCHEMAS, document)) return DOCUMENT_SCHEMAS[document] as SchemaNode;
  const known = Object.keys(DOCUMENT_SCHEMAS);
  const meant = didYouMean(document, known);
  const hint = meant === undefined ? `Known are: ${known.join(', ')}.` : `Did you mean "${meant}"?`;
  return { problem: `There is no document "${document}".`, hint, character: 0 };
}

/** The field that `to` names in a group: a name, or names with slashes into groups of it. */
export function targetField(group: SchemaNode, to: string, groupName: string): TargetField | FieldProblem {
  const steps = to.split('/').map((step) => step.trim());
  let node = group;
  let character = 0;
  let name = groupName;
  for (const step of steps) {
    const properties = alternative(node, 'object')?.properties ?? {};
    const next = Object.hasOwn(properties, step) && !isType(properties[step]) ? properties[step] : undefined;
    if (next === undefined) return unknownField(step, name, node, Object.keys(properties), character);
    node = next;
    character += step.length + 1;
    name = step;
  }
  return { steps, node };
}

/** The type of a document stands in the head of its mapping. Inside a document `document` is a field like others: an acknowledgement lists documents. */
function isType(field: SchemaNode | undefined): boolean {
  return typeof field?.const === 'string';
}

function unknownField(
  step: string,
  group: string,
  node: SchemaNode,
  known: readonly string[],
  character: number,
): FieldProblem {
  if (isType(alternative(node, 'object')?.properties?.[step])) {
    return {
      problem: '"document" is written by itself.',
      hint: 'Remove this row: the type stands in "document:" above.',
      character,
    };
  }
  if (hasType(node, 'array')) {
    const hint = `Write a row with "to: ${group}", "each:" and the path of its entries, and this field among its rows.`;
    return { problem: `"${group}" is a list, so nothing can be put into it by name.`, hint, character };
  }
  if (known.length === 0)
    return { problem: `"${group}" is one value, it has no fields.`, hint: `Write "to: ${group}".`, character };
  const fields = known.filter((one) => one !== 'document');
  const meant = didYouMean(step, fields);
  const hint = meant === undefined ? `It has: ${fields.join(', ')}.` : `Did you mean "${meant}"?`;
  return { problem: `${group} has no field "${step}".`, hint, character };
}

/** What kind of value a field takes: `value` says which JSON types. */
export function fieldMakes(node: SchemaNode): 'value' | 'group' | 'list' | 'texts' {
  if (hasType(node, 'array') && !hasType(node, 'string')) {
    return hasType(alternative(node, 'array')?.items, 'object') ? 'list' : 'texts';
  }
  return hasType(node, 'object') ? 'group' : 'value';
}

/** The fields that every group of this kind has to have. */
export function requiredFields(node: SchemaNode): readonly string[] {
  const group = alternative(node, 'object');
  return (group?.required ?? []).filter((name) => !isType(group?.properties?.[name]));
}
