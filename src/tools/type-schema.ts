import { resolveReference, type SchemaFiles, type SchemaNode } from './schema-files.ts';

/** A schema node that has a TypeScript name (`x-type`), and the file it stands in. */
export interface NamedNode {
  file: string;
  node: SchemaNode;
}

/** All named nodes of the files, each name once, in the order in which they stand. */
export function namedNodes(files: SchemaFiles, paths: readonly string[]): Map<string, NamedNode> {
  const found = new Map<string, NamedNode>();
  const visit = (file: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const name = (value as SchemaNode)['x-type'];
    if (typeof name === 'string' && !found.has(name)) found.set(name, { file, node: value as SchemaNode });
    for (const part of Object.values(value)) visit(file, part);
  };
  for (const path of paths) visit(path, files.get(path));
  return found;
}

/** What the compiler reads: its other keywords would become names, tuples or repeated comments. */
const KEPT = ['type', 'enum', 'const', 'items', 'properties', 'anyOf', 'additionalProperties'];

/**
 * A schema as the compiler of types wants it: named parts stand there by their names (`tsType`), and so the compiler
 * never resolves a reference; in settings, what has a default is always there.
 */
export function typeSchema(files: SchemaFiles, file: string, node: SchemaNode): SchemaNode {
  const schema: SchemaNode = { ...comment(node) };
  for (const keyword of KEPT) {
    if (node[keyword] !== undefined) schema[keyword] = converted(files, file, node, keyword);
  }
  if (node['properties'] !== undefined) schema['required'] = alwaysThere(file, node);
  // The comment of the list says what its entries are.
  if (typeof schema['items'] === 'object') delete (schema['items'] as SchemaNode)['description'];
  return schema;
}

function converted(files: SchemaFiles, file: string, node: SchemaNode, keyword: string): unknown {
  const value = node[keyword];
  if (keyword === 'items') return part(files, file, value as SchemaNode);
  if (keyword === 'anyOf') return (value as SchemaNode[]).map((choice) => part(files, file, choice));
  if (keyword !== 'properties') return value;
  const leftOut = (node['x-ts-omit'] as string[] | undefined) ?? [];
  const kept = Object.entries(value as Record<string, SchemaNode>).filter(([name]) => !leftOut.includes(name));
  return Object.fromEntries(kept.map(([name, property]) => [name, part(files, file, property)]));
}

/** A node inside another: by its name where it has one. */
function part(files: SchemaFiles, file: string, node: SchemaNode): SchemaNode {
  if (typeof node['$ref'] === 'string') {
    const target = resolveReference(files, file, node['$ref']);
    const { $ref: _reference, ...beside } = node;
    const { description: _ofTheTarget, ...shape } = target.node;
    return part(files, target.file, { ...shape, ...beside });
  }
  const name = node['x-ts-type'] ?? node['x-type'];
  return name === undefined ? typeSchema(files, file, node) : { tsType: name, ...comment(node) };
}

/** Description and Visma name, as the comment above a field. */
function comment(node: SchemaNode): { description?: string } {
  const visma = typeof node['x-visma'] === 'string' ? `Visma: ${node['x-visma']}.` : undefined;
  const lines = [node['description'], visma].filter((line) => line !== undefined);
  return lines.length === 0 ? {} : { description: lines.join(' ') };
}

/** Which properties are always there. Defaults are filled in for settings; in documents nothing is filled in. */
function alwaysThere(file: string, node: SchemaNode): string[] {
  const required = (node['required'] as string[] | undefined) ?? [];
  if (!file.startsWith('settings/')) return required;
  const withDefault = Object.entries(node['properties'] as Record<string, SchemaNode>)
    .filter(([, property]) => property['default'] !== undefined && property['x-optional'] !== true)
    .map(([name]) => name);
  return [...new Set([...required, ...withDefault])];
}
