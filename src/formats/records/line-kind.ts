import type { MappingFormat, RecordType } from '../../domain/mapping-file.generated.ts';
import { recordSteps } from './record-path.ts';

/** One kind of line of a file, and how it belongs to the others. */
export interface LineKind {
  name: string;
  /** As the mapping describes it. */
  type: Readonly<RecordType>;
  /** The kind that it becomes a child of; null at the top. */
  under: string | null;
  /** Lines of this kind are records. */
  isRecord: boolean;
  /** Records stand under it: it is known to them, and gone when it ends. */
  holdsRecords: boolean;
  /** Other kinds stand under it: it ends with the next line that does not. */
  holdsLines: boolean;
}

/** The kind that stands for all that are not named: to be ignored. */
export const ANY_KIND = '*';
/** The name of a line where there is one kind only. */
export const LINE = 'line';

/** The kinds of lines of a format by name: those of `records` or `tables`, or the one kind `line`. */
export function lineKinds(format: MappingFormat): Map<string, LineKind> {
  const types: Readonly<Record<string, RecordType>> = format.records ?? format.tables ?? { [LINE]: {} };
  const wanted = format.each === undefined ? undefined : recordSteps(format.each, {}).pop()?.name;
  const isRecord = (name: string): boolean => {
    const type = types[name];
    if (type === undefined || type.ignore === true) return false;
    return wanted === undefined ? type.under === undefined : wanted === null || wanted === name;
  };
  const holds = new Set<string>();
  for (const name of Object.keys(types).filter(isRecord)) {
    for (let above = types[name]?.under; above !== undefined && !holds.has(above); above = types[above]?.under)
      holds.add(above);
  }
  const lowest = new Set(Object.values(types).map(({ under }) => under));
  return new Map(
    Object.entries(types).map(([name, type]) => [
      name,
      {
        name,
        type,
        under: type.under ?? null,
        isRecord: isRecord(name),
        holdsRecords: holds.has(name),
        holdsLines: lowest.has(name),
      },
    ]),
  );
}
