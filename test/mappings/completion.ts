import { parse } from 'yaml';
import { MAPPING_SCHEMA } from '../../src/domain/mapping-schema.generated.ts';

/** What of a JSON Schema an editor goes by when it completes. */
export interface EditorNode {
  $ref?: string;
  $defs?: Record<string, EditorNode>;
  description?: string;
  type?: string | string[];
  properties?: Record<string, EditorNode>;
  additionalProperties?: boolean | EditorNode;
  items?: EditorNode;
  anyOf?: EditorNode[];
  oneOf?: EditorNode[];
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
}

const TOP = MAPPING_SCHEMA as EditorNode;
const KEY = 'KEY?';
const VALUE = 'VALUE?';

/** What an editor offers at the cursor of a text: `KEY?:` where a key is being written, `VALUE?` where a value is. */
export function offered(text: string): string[] {
  const cursor = find(parse(text), []);
  if (cursor === undefined) throw new Error(`there is no cursor in ${text}`);
  const nodes = cursor.path.reduce<EditorNode[]>((at, step) => at.flatMap((node) => childrenOf(node, step)), ways(TOP));
  return cursor.does === 'key' ? keysOf(nodes, cursor.siblings) : valuesOf(nodes);
}

/** Every key of the schema with what an editor tells of it. */
export function describedKeys(node: EditorNode = TOP, path = '', seen = new Set<EditorNode>()): [string, string][] {
  return ways(node).flatMap((one) => {
    if (seen.has(one)) return [];
    seen.add(one);
    const keys = Object.entries(one.properties ?? {}).flatMap(([name, child]): [string, string][] => {
      const told = child.description ?? ways(child).find(({ description }) => description !== undefined)?.description;
      return [[`${path}${name}`, told ?? ''], ...describedKeys(child, `${path}${name}.`, seen)];
    });
    const open =
      typeof one.additionalProperties === 'object' ? describedKeys(one.additionalProperties, `${path}*.`, seen) : [];
    return [...keys, ...open, ...(one.items === undefined ? [] : describedKeys(one.items, path, seen))];
  });
}

type Cursor = { does: 'key' | 'value'; path: (string | number)[]; siblings: string[] };

function find(value: unknown, path: (string | number)[]): Cursor | undefined {
  if (value === VALUE) return { does: 'value', path, siblings: [] };
  if (typeof value !== 'object' || value === null) return undefined;
  const names = Object.keys(value);
  if (names.includes(KEY)) return { does: 'key', path, siblings: names.filter((name) => name !== KEY) };
  for (const [name, entry] of Object.entries(value)) {
    const found = find(entry, [...path, Array.isArray(value) ? Number(name) : name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A node, or all that it may be. */
function ways(node: EditorNode): EditorNode[] {
  if (node.$ref !== undefined) {
    const name = node.$ref.replace('#/$defs/', '');
    const meant = name === '#' ? TOP : TOP.$defs?.[name];
    if (meant === undefined) throw new Error(`the schema has no ${node.$ref}`);
    return ways(meant);
  }
  const choices = [...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  return [node, ...choices.flatMap(ways)];
}

function childrenOf({ items, properties, additionalProperties }: EditorNode, step: string | number): EditorNode[] {
  if (typeof step === 'number') return items === undefined ? [] : ways(items);
  const own = properties?.[step];
  if (own !== undefined) return ways(own);
  return typeof additionalProperties === 'object' ? ways(additionalProperties) : [];
}

function keysOf(nodes: readonly EditorNode[], there: readonly string[]): string[] {
  const keys = nodes.flatMap(({ properties }) => Object.keys(properties ?? {}));
  return [...new Set(keys)].filter((key) => !there.includes(key)).sort();
}

function valuesOf(nodes: readonly EditorNode[]): string[] {
  const values = nodes.flatMap((node) => [
    ...(node.enum ?? []),
    ...(node.examples ?? []),
    ...(node.const === undefined ? [] : [node.const]),
    ...(node.type === 'boolean' ? [true, false] : []),
  ]);
  return [...new Set(values.map(String))].sort();
}
