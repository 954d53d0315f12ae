import type { MappingFormat, RecordType } from '../../domain/mapping-file.generated.ts';

/** The columns of one kind of line: names from left to right, null where nothing is written. */
export type TargetColumns = readonly (string | null)[];

/** `columns` of a mapping, a list of names or positions by name, from left to right. */
export function targetColumns(columns: RecordType['columns']): TargetColumns {
  if (columns === undefined) return [];
  if (Array.isArray(columns)) return columns;
  const last = Math.max(0, ...Object.values(columns));
  const names: (string | null)[] = Array.from({ length: last }, () => null);
  for (const [name, position] of Object.entries(columns)) names[position - 1] = name;
  return names;
}

/** The column, from 0, in which the record type stands; undefined where lines have none. */
export function kindColumn({ recordType, records }: MappingFormat): number | undefined {
  if (records === undefined || recordType === undefined) return undefined;
  return Number(recordType) - 1;
}
