import type { Place } from '../../../domain/documents.generated.ts';
import type { MappingFile, MappingRow } from '../../../domain/mapping-file.generated.ts';
import type { YamlValues } from '../../../formats/yaml/read-yaml.ts';
import type { YamlPath } from '../../../formats/yaml/schema-node.ts';
import type { Report } from './check-shape.ts';
import { rowKindOf } from './check-row.ts';
import type { RowKindName } from './row-kind.table.ts';

/** A row of a mapping file with its kind, and where everything of it stands. Rows with faults are left out. */
export interface PlacedRow {
  row: Readonly<MappingRow>;
  kind: RowKindName;
  /** The rows of a group, a list or a split. */
  rows: readonly PlacedRow[];
  /** Of the file that it stands in; undefined where that names none. */
  namespaces: Readonly<Record<string, string>> | undefined;
  /** Where the row begins. */
  at: Place;
  /** Where a value of it stands (`['convert', 0]`), or a character in the text of that value (from 0). */
  valueAt(path: YamlPath, character?: number): Place;
}

/** The file that rows stand in. */
export interface RowsFile {
  content: Readonly<MappingFile>;
  yaml: YamlValues;
  /** Has a row itself a fault that was reported already? */
  isFaulty(path: YamlPath): boolean;
  report: Report;
}

/** The rows of a file, of which those that cannot be used are reported and left out. */
export function placedRows(rows: unknown, path: YamlPath, file: RowsFile): PlacedRow[] {
  const { yaml, content, isFaulty, report } = file;
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((entry: unknown, index): PlacedRow[] => {
    const rowPath = [...path, index];
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return [];
    const row = entry as MappingRow;
    const kind = rowKindOf(row, rowPath, content.direction, report);
    const below = placedRows(row.rows, [...rowPath, 'rows'], file);
    if (kind === undefined || isFaulty(rowPath)) return [];
    const valueAt = (inRow: YamlPath, character?: number): Place => {
      const { file: name = '', line = 1, column = 1 } = yaml.valuePlace([...rowPath, ...inRow], character);
      return { file: name, line, column };
    };
    const { file: name = '', line = 1, column = 1 } = yaml.place(rowPath);
    return [
      {
        row,
        kind,
        rows: below,
        namespaces: Object.keys(content.namespaces ?? {}).length === 0 ? undefined : content.namespaces,
        at: { file: name, line, column },
        valueAt,
      },
    ];
  });
}
