import { MAPPING_SCHEMA } from '../../../domain/mapping-schema.generated.ts';
import type { SchemaNode } from '../../../formats/yaml/schema-node.ts';

const DEFINITION = /^#\/\$defs\/(\w+)$/;

/** The schema of a mapping file with its references followed. Rows have rows in them, so it goes round in circles. */
export const MAPPING_NODE: SchemaNode = followed(MAPPING_SCHEMA as Record<string, unknown>);

function followed(schema: Record<string, unknown>): SchemaNode {
  const definitions = schema['$defs'] as Record<string, Record<string, unknown>>;
  const done = new Map<string, Record<string, unknown>>();
  const definition = (name: string): Record<string, unknown> => {
    const known = done.get(name);
    if (known !== undefined) return known;
    const node: Record<string, unknown> = {};
    done.set(name, node);
    return Object.assign(node, follow(definitions[name]));
  };
  const follow = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(follow);
    if (typeof value !== 'object' || value === null) return value;
    const { $ref: reference, $defs: _definitions, ...beside } = value as Record<string, unknown>;
    const name = typeof reference === 'string' ? DEFINITION.exec(reference)?.[1] : undefined;
    // A reference alone is the very node it names: only so a circle can be closed.
    if (name !== undefined && Object.keys(beside).length === 0) return definition(name);
    const own = Object.fromEntries(Object.entries(beside).map(([key, part]) => [key, follow(part)]));
    return name === undefined ? own : { ...definition(name), ...own };
  };
  return follow(schema) as SchemaNode;
}
