import { hasType, type SchemaNode } from './schema-node.ts';

/** What a value must be, in words, to be read after "must be". */
export function sayWanted(node: SchemaNode): string {
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
