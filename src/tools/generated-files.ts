import { join } from 'node:path';
import { emitDocumentSchemas, emitMappingSchema, emitSiteSchema } from './emit-schemas.ts';
import { emitDocumentTypes, emitMappingTypes, emitSettingsTypes } from './emit-types.ts';
import { faultPage, reasonPage, stepPage } from './reference/code-pages.ts';
import { commandPage } from './reference/command-page.ts';
import { converterPage } from './reference/converter-page.ts';
import { documentPage } from './reference/document-page.ts';
import { expressionPage } from './reference/expression-page.ts';
import { page, table } from './reference/markdown.ts';
import { settingPage } from './reference/setting-page.ts';
import { statusPage } from './reference/status-page.ts';
import { readSchemaFiles } from './schema-files.ts';
import { selfContained } from './self-contained-schema.ts';

/** Everything that is derived: path from the project's folder, and the content that belongs there now. */
export async function generatedFiles(project: string): Promise<Map<string, string>> {
  const schemas = readSchemaFiles(join(project, 'schemas'));
  return new Map([
    ['src/domain/documents.generated.ts', await emitDocumentTypes(schemas)],
    ['src/domain/settings.generated.ts', await emitSettingsTypes(schemas)],
    ['src/domain/schemas.generated.ts', emitDocumentSchemas(schemas)],
    ['src/domain/mapping-file.generated.ts', await emitMappingTypes(schemas)],
    ['src/domain/mapping-schema.generated.ts', emitMappingSchema(schemas)],
    ['src/domain/site-schema.generated.ts', emitSiteSchema(schemas)],
    ['src/reference/README.md', indexPage()],
    ['src/reference/commands.md', commandPage()],
    ['src/reference/converters.md', converterPage()],
    ['src/reference/documents.md', documentPage(schemas)],
    ['src/reference/expressions.md', expressionPage()],
    ['src/reference/faults.md', faultPage()],
    ['src/reference/reasons.md', reasonPage()],
    ['src/reference/settings.md', settingPage(selfContained(schemas, 'settings/site.schema.json'))],
    ['src/reference/statuses.md', statusPage()],
    ['src/reference/steps.md', stepPage()],
  ]);
}

function indexPage(): string {
  const pages = [
    ['commands', 'every command with its options, and the exit codes'],
    ['settings', 'every key of mappings/site.yaml, with default and Visma name'],
    ['documents', 'every field of every document'],
    ['converters', 'what a row of a mapping file can convert'],
    ['expressions', 'what a row of a mapping file can calculate and ask'],
    ['statuses', 'where invoices, files and deliveries rest, and what moves them'],
    ['reasons', 'why a decision is what it is'],
    ['faults', 'what can go wrong, who mends it, how'],
    ['steps', 'the path of a file, and why nothing is lost or doubled'],
  ];
  const note =
    'Made from the tables, texts and schemas by `npm run generate`; `npm test` checks that they are up to date.';
  return page(
    'Reference',
    note,
    table(
      ['Page', 'What it tells'],
      pages.map(([name, says]) => [`[${name}](${name}.md)`, says ?? '']),
    ),
  );
}
