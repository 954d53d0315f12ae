import { basename } from 'node:path';
import type { SchemaFiles } from './schema-files.ts';
import { forValidation, selfContained } from './self-contained-schema.ts';

const HEAD = '// Generated from schemas/ by src/tools/generate.ts. Do not edit.';

/** The text of src/domain/schemas.generated.ts: the schemas of all documents. */
export function emitDocumentSchemas(files: SchemaFiles): string {
  const documents: Record<string, unknown> = {};
  for (const file of files.keys()) {
    if (file.startsWith('documents/'))
      documents[basename(file, '.schema.json')] = forValidation(selfContained(files, file));
  }
  return [
    HEAD,
    '',
    '/**',
    ' * The JSON Schema of every document, by its name (`purchase-order`), complete in itself: no `$ref`, no `$schema`.',
    ' * A decimal is `{ "type": "string", "format": "decimal" }`, where null is allowed too `"type": ["string", "null"]`.',
    ' */',
    `export const DOCUMENT_SCHEMAS: Record<string, object> = ${JSON.stringify(documents, null, 2)};`,
    '',
  ].join('\n');
}

/** The text of src/domain/site-schema.generated.ts: the schema of mappings/site.yaml. */
export function emitSiteSchema(files: SchemaFiles): string {
  return [
    HEAD,
    '',
    '/** The JSON Schema of mappings/site.yaml, complete in itself, with titles, descriptions, defaults and Visma names. */',
    `export const SITE_SCHEMA: object = ${JSON.stringify(selfContained(files, 'settings/site.schema.json'), null, 2)};`,
    '',
  ].join('\n');
}

/** The text of src/domain/mapping-schema.generated.ts: the schema of mapping files, with its own definitions: rows have rows in them. */
export function emitMappingSchema(files: SchemaFiles): string {
  return [
    HEAD,
    '',
    '/** The JSON Schema of a mapping file, with titles and descriptions; what it refers to stands in its `$defs`. */',
    `export const MAPPING_SCHEMA: object = ${JSON.stringify(files.get('settings/mapping.schema.json'), null, 2)};`,
    '',
  ].join('\n');
}
