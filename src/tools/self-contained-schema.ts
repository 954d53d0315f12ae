import { resolveReference, type SchemaFiles, type SchemaNode } from './schema-files.ts';

/**
 * A schema with every `$ref` replaced by what it points to, so that whoever reads it (the validator, the
 * reader of documents that looks for decimals, the pages) walks one plain tree. What stands beside a `$ref`
 * wins over what it points to. `anyOf` of a value and null becomes one type with null: one message instead of three.
 */
export function selfContained(files: SchemaFiles, file: string): SchemaNode {
  const root = files.get(file);
  if (root === undefined) throw new Error(`no schema ${file}`);
  const { $schema: _schema, $id: _id, $defs: _definitions, ...rest } = root;
  return expand(files, file, rest) as SchemaNode;
}

function expand(files: SchemaFiles, file: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => expand(files, file, entry));
  if (typeof value !== 'object' || value === null) return value;
  const node = value as SchemaNode;
  if (typeof node['$ref'] === 'string') {
    const { $ref: reference, ...beside } = node;
    const target = resolveReference(files, file, reference as string);
    return {
      ...(expand(files, target.file, target.node) as SchemaNode),
      ...(expand(files, file, beside) as SchemaNode),
    };
  }
  const expanded: SchemaNode = {};
  for (const [keyword, part] of Object.entries(node)) {
    // Examples and defaults are values, not schemas.
    expanded[keyword] = keyword === 'examples' || keyword === 'default' ? part : expand(files, file, part);
  }
  return withoutNullAlternative(expanded);
}

function withoutNullAlternative(node: SchemaNode): SchemaNode {
  const alternatives = node['anyOf'] as SchemaNode[] | undefined;
  if (alternatives?.length !== 2 || alternatives[1]?.['type'] !== 'null') return node;
  const first = alternatives[0] as SchemaNode;
  if (typeof first['type'] !== 'string') return node;
  const { anyOf: _anyOf, ...beside } = node;
  const choices = first['enum'] as unknown[] | undefined;
  return { ...first, ...beside, type: [first['type'], 'null'], ...(choices ? { enum: [...choices, null] } : {}) };
}

/** Keywords that tell people something and that a validator in strict mode would not know. */
const ONLY_FOR_PEOPLE = ['title', 'examples', 'x-type', 'x-visma', 'x-key', 'x-says', 'x-direction', 'x-ts-type'];

/** The schema without what is only for people, `description` excepted. */
export function forValidation(value: unknown, insideProperties = false): unknown {
  if (Array.isArray(value)) return value.map((entry) => forValidation(entry));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([keyword]) => insideProperties || !ONLY_FOR_PEOPLE.includes(keyword));
  return Object.fromEntries(
    kept.map(([keyword, part]) => [
      keyword,
      !insideProperties && keyword === 'default'
        ? part
        : forValidation(part, !insideProperties && keyword === 'properties'),
    ]),
  );
}
