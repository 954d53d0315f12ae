import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import { ANY_KIND } from '../records/line-kind.ts';

/** The column, from 0, in which the record type stands; undefined where lines have none. */
export function kindColumn({ recordType, records }: MappingFormat): number | undefined {
  if (records === undefined || recordType === undefined) return undefined;
  return Number(recordType) - 1;
}

/** The record types, or tables, that may be written; null where all lines are of one kind. */
export function writtenKinds({ records, tables }: MappingFormat): readonly string[] | null {
  const types = records ?? tables;
  if (types === undefined) return null;
  return Object.entries(types).flatMap(([name, { ignore }]) => (ignore === true || name === ANY_KIND ? [] : [name]));
}
