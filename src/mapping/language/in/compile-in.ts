import type { MappingClaims, MappingFormat } from '../../../domain/mapping-file.generated.ts';
import { compileClaims } from '../claims/compile-claims.ts';
import type { CompileReport } from '../compile-report.ts';
import type { Applied, InMapping } from '../mapping-set.ts';
import type { ParsedMapping } from '../parse/parse-mapping.ts';
import type { PlacedRow } from '../parse/placed-row.ts';
import type { LookupTable } from '../value-steps.ts';
import { applyMapping, type InRows } from './apply-mapping.ts';
import { compileRows } from './compile-rows.ts';
import { documentNode } from './target-field.ts';

/** A mapping file with its parts in their places, ready to be compiled. */
export interface WholeMapping {
  parsed: ParsedMapping;
  rows: readonly PlacedRow[];
  /** No row was left out for a fault. */
  complete: boolean;
  version: string;
  shipped: boolean;
}

/** A mapping of files to documents as plain functions; undefined where something in it is wrong, which is reported. */
export function compileIn(
  { parsed, rows, complete, version, shipped }: WholeMapping,
  tables: ReadonlyMap<string, LookupTable>,
  report: CompileReport,
): InMapping | undefined {
  const { content, file } = parsed;
  const { document } = content;
  if (document === undefined) return undefined;
  const node = documentNode(document);
  if ('problem' in node) {
    report.error(parsed.valueAt(['document'], node.character), node.problem, node.hint);
    return undefined;
  }
  const source = content.source as MappingFormat;
  const topHasName = source.format === 'xml';
  const scope = {
    direction: 'in',
    format: source,
    tables,
    report,
    names: { prefixes: content.namespaces, topHasName },
    headAt: parsed.valueAt(['document']),
    complete,
  } as const;
  const compiled: InRows = {
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
    source,
    namespaces: content.namespaces ?? {},
    fits,
    apply: (record, context): Applied => applyMapping(compiled, record, context),
  };
}
