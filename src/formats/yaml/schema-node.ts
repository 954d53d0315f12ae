/** A part of a JSON Schema of a YAML file, with what people are told about it. */
export interface SchemaNode {
  title?: string;
  description?: string;
  type?: string | readonly string[];
  properties?: Readonly<Record<string, SchemaNode>>;
  /** What keys may hold that `properties` does not name; false: there are no others. */
  additionalProperties?: boolean | SchemaNode;
  items?: SchemaNode;
  required?: readonly string[];
  anyOf?: readonly SchemaNode[];
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  examples?: readonly unknown[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  minProperties?: number;
  maxProperties?: number;
  /** What the value must be, in words: "a per cent from 0 to 100". */
  'x-says'?: string;
  /** What Visma calls it: SQL name, then the Norwegian label. */
  'x-visma'?: string;
}

/** A way into a YAML file: names of keys, and indexes into lists. */
export type YamlPath = readonly (string | number)[];

/** A path as people write it: `channels.invoices.retry.firstMs`, `entities[0].id`. */
export function pathText(path: YamlPath): string {
  let text = '';
  for (const step of path) {
    text += typeof step === 'number' ? `[${step}]` : `${text === '' ? '' : '.'}${step}`;
  }
  return text;
}

/** May the value at this node have this JSON type? */
export function hasType(node: SchemaNode | undefined, type: string): boolean {
  if (node === undefined) return false;
  if (node.anyOf !== undefined) return node.anyOf.some((alternative) => hasType(alternative, type));
  const types = [node.type].flat();
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

/** The node of a key, in whichever alternative has keys; undefined where the schema does not know it. */
export function nodeOfKey(node: SchemaNode | undefined, key: string): SchemaNode | undefined {
  const group = alternative(node, 'object');
  if (group?.properties !== undefined && Object.hasOwn(group.properties, key)) return group.properties[key];
  return typeof group?.additionalProperties === 'object' ? group.additionalProperties : undefined;
}

/** The node of the entries of a list. */
export function nodeOfEntry(node: SchemaNode | undefined): SchemaNode | undefined {
  return alternative(node, 'array')?.items;
}

/** The node itself, or of several alternatives the one of this JSON type. */
export function alternative(node: SchemaNode | undefined, type: string): SchemaNode | undefined {
  if (node?.anyOf === undefined) return node;
  return alternative(
    node.anyOf.find((one) => hasType(one, type)),
    type,
  );
}
