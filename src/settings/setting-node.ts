import { SITE_SCHEMA } from '../domain/site-schema.generated.ts';
import { withGroupDefault } from './group-default.ts';

/** A part of the schema of site.yaml, with what people are told about it. */
export interface SettingNode {
  title?: string;
  description?: string;
  type?: string | readonly string[];
  properties?: Readonly<Record<string, SettingNode>>;
  items?: SettingNode;
  required?: readonly string[];
  enum?: readonly unknown[];
  default?: unknown;
  examples?: readonly unknown[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  /** What the value must be, in words: "a per cent from 0 to 100". */
  'x-says'?: string;
  /** What Visma calls it: SQL name, then the Norwegian label. */
  'x-visma'?: string;
}

/** A way into site.yaml: names of keys, and indexes into lists. */
export type SettingPath = readonly (string | number)[];

/** The schema of the whole file. */
export const SITE_NODE: SettingNode = SITE_SCHEMA as SettingNode;

/** A path as people write it: `channels.invoices.retry.firstMs`, `entities[0].id`. */
export function pathText(path: SettingPath): string {
  let text = '';
  for (const step of path) {
    text += typeof step === 'number' ? `[${step}]` : `${text === '' ? '' : '.'}${step}`;
  }
  return text;
}

/** Does the value at this node have this JSON type? */
export function hasType(node: SettingNode | undefined, type: string): boolean {
  return node?.type === type || (Array.isArray(node?.type) && node.type.includes(type));
}

/** Every key of the file, groups before what is in them; `[]` stands for each entry of a list. */
export function* settingNodes(
  node: SettingNode = SITE_NODE,
  path = '',
): Generator<{ path: string; node: SettingNode }> {
  for (const [key, own] of Object.entries(node.properties ?? {})) {
    const child = withGroupDefault(own, node.default, key);
    const childPath = path === '' ? key : `${path}.${key}`;
    yield { path: childPath, node: child };
    yield* settingNodes(child, childPath);
    if (child.items !== undefined) yield* settingNodes(child.items, `${childPath}[]`);
  }
}

/** What a value must be, in words, to be read after "must be". */
export function sayWanted(node: SettingNode): string {
  const orNull = hasType(node, 'null') ? ', or null' : '';
  const says = node['x-says'];
  if (says !== undefined) return says.includes('null') ? says : `${says}${orNull}`;
  if (node.enum !== undefined) return `one of ${node.enum.filter((value) => value !== null).join(', ')}${orNull}`;
  if (node.format === 'decimal') return `a decimal such as "12.50"${orNull}`;
  if (node.format === 'date') return `a date such as "2026-11-21"${orNull}`;
  const type = Array.isArray(node.type) ? node.type[0] : node.type;
  return `${TYPE_WORDS[type as string] ?? 'another value'}${orNull}`;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  string: 'a text that is not empty',
  array: 'a list: [ … ], or one entry a line with a dash',
  object: 'a group of keys',
};
