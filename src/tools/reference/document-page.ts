import type { SchemaFiles, SchemaNode } from '../schema-files.ts';
import { selfContained } from '../self-contained-schema.ts';
import { code, page, table } from './markdown.ts';

/** documents.md: every field of every document, from the schemas. */
export function documentPage(files: SchemaFiles): string {
  const documents = [...files.keys()].filter((file) => file.startsWith('documents/'));
  return page(
    'Documents',
    'The canonical documents. Decimals are written as text (`"100.00"`) and accepted as text or as numbers; dates are `2026-11-21`, instants RFC 3339 with an offset. Properties that are not listed are refused. A supplier invoice comes as UBL; here is how it is understood. The JSON Schemas lie in `schemas/documents`.',
    ...documents.flatMap((file) => documentParts(selfContained(files, file))),
  );
}

function documentParts(schema: SchemaNode): string[] {
  const name = String((schema['properties'] as Record<string, SchemaNode>)['document']?.['const']);
  const keys = (schema['x-key'] as string[] | undefined) ?? [];
  const example = (schema['examples'] as unknown[] | undefined)?.[0];
  return [
    `## ${name}`,
    `${String(schema['description'])}${keys.length > 0 ? ` Key: ${keys.map(code).join(' and ')}.` : ''}`,
    table(['Field', 'Needed', 'Type', 'What it is', 'Visma'], fieldRows(schema, '')),
    ...(example === undefined ? [] : [`\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``]),
  ];
}

function fieldRows(node: SchemaNode, prefix: string): string[][] {
  const required = (node['required'] as string[] | undefined) ?? [];
  return Object.entries((node['properties'] as Record<string, SchemaNode> | undefined) ?? {}).flatMap(
    ([name, field]) => {
      const items = field['items'] as SchemaNode | undefined;
      const path = `${prefix}${name}${items === undefined ? '' : '[]'}`;
      const says = [
        field['description'] ?? field['title'],
        field['default'] === undefined ? undefined : `Default: ${JSON.stringify(field['default'])}.`,
      ];
      const row = [
        code(path),
        required.includes(name) ? 'yes' : '',
        typeOf(items ?? field),
        says.filter((part) => part !== undefined).join(' '),
        String(field['x-visma'] ?? ''),
      ];
      return [row, ...fieldRows(items ?? field, `${path}.`)];
    },
  );
}

function typeOf(node: SchemaNode): string {
  if (node['const'] !== undefined) return code(String(node['const']));
  const choices = node['enum'] as unknown[] | undefined;
  if (choices !== undefined) return choices.map((choice) => code(String(choice))).join(' ');
  if (node['anyOf'] !== undefined) return (node['anyOf'] as SchemaNode[]).map(typeOf).join(' or ');
  const types = Array.isArray(node['type']) ? node['type'] : [node['type'] ?? 'any'];
  return types
    .map((type) => (type === 'string' && node['format'] !== undefined ? String(node['format']) : String(type)))
    .join(' or ');
}
