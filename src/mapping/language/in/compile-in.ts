import type { MappingClaims, MappingFile } from '../../../domain/mapping-file.generated.ts';
import { formatFaults } from '../../../formats/records/format-faults.ts';
import { compileClaims } from '../claims/compile-claims.ts';
import type { CompileReport } from '../compile-report.ts';
import type { Applied, InMapping } from '../mapping-set.ts';
import type { ParsedMapping } from '../parse/parse-mapping.ts';
import type { LookupTable } from '../value-steps.ts';
import type { RowsWithParts } from '../with-parts.ts';
import { applyMapping, type InRows } from './apply-mapping.ts';
import { compileRows } from './compile-rows.ts';
import { documentNode } from './target-field.ts';

/** A mapping file with its parts in their places, ready to be compiled. */
export interface WholeMapping extends RowsWithParts {
  parsed: ParsedMapping;
  version: string;
  shipped: boolean;
}

/** A mapping that declares no namespaces does not care for them. */
function declared(namespaces: MappingFile['namespaces']): MappingFile['namespaces'] {
  return Object.keys(namespaces ?? {}).length === 0 ? undefined : namespaces;
}

/** A mapping of files to documents as plain functions; undefined where something in it is wrong, which is reported. */
export function compileIn(
  { parsed, rows, complete, version, shipped }: WholeMapping,
  tables: ReadonlyMap<string, LookupTable>,
  report: CompileReport,
): InMapping | undefined {
  const { content, file } = parsed;
  const { document, source } = content;
  if (document === undefined || source?.format === undefined || content.direction !== 'in') return undefined;
  const node = documentNode(document);
  if ('problem' in node) {
    report.error(parsed.valuePlace(['document'], node.character), node.problem, node.hint);
    return undefined;
  }
  for (const { path, message, hint } of formatFaults(source, content.namespaces ?? {})) {
    report.error(parsed.valuePlace(['source', ...path]), message, hint);
  }
  const topHasName = source.format === 'xml';
  const scope = {
    direction: 'in',
    format: source,
    tables,
    report,
    names: { prefixes: declared(content.namespaces), topHasName },
    headAt: parsed.valuePlace(['document']),
    complete,
    compileBelow: compileRows,
  } as const;
  const compiled: InRows = {
    name: content.mapping ?? '',
    document,
    source,
    rows: compileRows(rows, { node, name: document, path: '' }, scope, null),
  };
  const fits = compileClaims(parsed, scope.names, report);
  if (report.hasErrors || !parsed.sound) return undefined;
  return {
    direction: 'in',
    name: content.mapping ?? '',
    version,
    file,
    shipped,
    document,
    claims: content.claims as MappingClaims,
    rows,
    source,
    namespaces: content.namespaces ?? {},
    fits,
    apply: (record, context): Applied => applyMapping(compiled, record, context),
  };
}
