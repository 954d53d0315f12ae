import type { Place } from '../../../domain/documents.generated.ts';
import type { SchemaNode } from '../../../formats/yaml/schema-node.ts';
import type { ValueScope } from '../compile-values.ts';
import type { PlacedRow } from '../parse/placed-row.ts';
import { type CompiledPath, compilePath, type PathNames } from '../paths/compile-path.ts';
import { PathProblem } from '../paths/path-syntax.ts';
import type { CompiledRow } from './compiled-row.ts';

/** What rows are compiled in the light of. */
export interface RowScope extends ValueScope {
  names: PathNames;
  /** Where what is missing in the whole mapping is told. */
  headAt: Place;
  /** Every row of the mapping is there: what is missing is really missing. */
  complete: boolean;
  /** Compiles the rows below a row. */
  compileBelow(rows: readonly PlacedRow[], group: TargetGroup, scope: RowScope, at: PlacedRow): CompiledRow[];
}

/** A group of the document: its schema, its name for people, and its path with `[]` for entries. */
export interface TargetGroup {
  node: SchemaNode;
  name: string;
  path: string;
}

/** A path at a key of a row; undefined where it is none, which is reported at its place in the path. */
export function rowPath(
  placed: PlacedRow,
  key: 'from' | 'at' | 'each' | 'texts' | 'split' | 'by',
  scope: RowScope,
): CompiledPath | undefined {
  try {
    return compilePath(placed.row[key] ?? '', {
      ...scope.names,
      prefixes: placed.namespaces ?? scope.names.prefixes,
    });
  } catch (error) {
    if (!(error instanceof PathProblem)) throw error;
    scope.report.error(placed.valueAt([key], error.at), error.message, error.hint);
    return undefined;
  }
}
