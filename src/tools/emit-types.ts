import { compile } from 'json-schema-to-typescript';
import type { SchemaFiles, SchemaNode } from './schema-files.ts';
import { namedNodes, typeSchema } from './type-schema.ts';

type CompileInput = Parameters<typeof compile>[0];

const STYLE = { singleQuote: true, printWidth: 120, trailingComma: 'all' } as const;
const HEAD = 'by src/tools/generate.ts. Do not edit.';
const SITE = 'settings/site.schema.json';
const MAPPING = 'settings/mapping.schema.json';

/** The text of src/domain/documents.generated.ts: the types of every document and of the values they share. */
export async function emitDocumentTypes(files: SchemaFiles): Promise<string> {
  const documents = [...files.keys()].filter((file) => file.startsWith('documents/'));
  return paragraphs([
    `// Generated from schemas/documents/*.schema.json ${HEAD}`,
    ...(await namedTypes(files, [...documents, 'values.schema.json'])),
    `/** Every document that can come in. */\n${union('InboundDocument', typeNames(files, documents, 'in'))}`,
    `/** Every document that goes out. */\n${union('OutboundDocument', typeNames(files, documents, 'out'))}`,
  ]);
}

/** The text of src/domain/settings.generated.ts: the settings with every default filled in. */
export async function emitSettingsTypes(files: SchemaFiles): Promise<string> {
  const root = files.get(SITE) ?? {};
  const channels = propertiesOf(propertiesOf(root)['channels'] ?? {});
  const names = (mark: string) => Object.keys(channels).filter((name) => channels[name]?.[mark] === true);
  return paragraphs([
    `// Generated from ${`schemas/${SITE}`} ${HEAD}`,
    "import type { DecimalText, PlainDateText } from './documents.generated.ts';",
    ...(await namedTypes(files, [SITE])),
    union('InboxName', names('x-inbox').map(quoted)),
    union('OutboxName', names('x-outbox').map(quoted)),
  ]);
}

/** The text of src/domain/mapping-file.generated.ts: what a mapping file says. */
export async function emitMappingTypes(files: SchemaFiles): Promise<string> {
  return paragraphs([`// Generated from ${`schemas/${MAPPING}`} ${HEAD}`, ...(await namedTypes(files, [MAPPING]))]);
}

function namedTypes(files: SchemaFiles, paths: readonly string[]): Promise<string[]> {
  const compiled = [...namedNodes(files, paths)].map(async ([name, { file, node }]) => {
    const schema = { ...typeSchema(files, file, node), title: name };
    const options = { bannerComment: '', ignoreMinAndMaxItems: true, style: STYLE };
    return tidy(await compile(schema as CompileInput, name, options));
  });
  return Promise.all(compiled);
}

/** A comment of one line stands on one line, and types that were given as text get the spaces of the house. */
function tidy(text: string): string {
  return text
    .trim()
    .replace(/\/\*\*\n\s*\* (.*)\n\s*\*\//g, '/** $1 */')
    .replace(/ & \{(\S.*\S)\}/g, ' & { $1 }');
}

function typeNames(files: SchemaFiles, documents: readonly string[], direction: 'in' | 'out'): string[] {
  const schemas = documents.map((file) => files.get(file) ?? {});
  return schemas.filter((schema) => schema['x-direction'] === direction).map((schema) => String(schema['x-type']));
}

function propertiesOf(node: SchemaNode): Record<string, SchemaNode> {
  return (node['properties'] as Record<string, SchemaNode> | undefined) ?? {};
}

function union(name: string, members: readonly string[]): string {
  return `export type ${name} = ${members.join(' | ')};`;
}

function quoted(name: string): string {
  return `'${name}'`;
}

function paragraphs(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
