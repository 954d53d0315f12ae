import type { FixedField, MappingFormat, RecordType } from '../../domain/mapping-file.generated.ts';

/** Where one field of a line of positions stands, and how it is written. */
export interface FixedPlace {
  name: string;
  /** From 0, the end not included. */
  from: number;
  to: number;
  align: 'left' | 'right';
  fill: string;
  /** Always this text; undefined where a row gives the value. */
  value: string | undefined;
}

/** How one kind of line is written: its fields from left to right, and how long it is; or what is wrong with them. */
export interface FixedLayout {
  places: readonly FixedPlace[];
  length: number;
  problems: readonly { name: string; problem: string; hint: string }[];
}

const POSITIONS = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?$/;

/** Positions from 1, both ends included (`9-15`, `9`), as offsets; undefined for what is none. */
export function fixedPositions(at: string): { from: number; to: number } | undefined {
  const [, first, last] = POSITIONS.exec(at) ?? [];
  if (first === undefined) return undefined;
  const from = Number(first) - 1;
  const to = last === undefined ? from + 1 : Number(last);
  return from < 0 || to <= from ? undefined : { from, to };
}

/** Lays out one kind of line: what overlaps, stands beyond the line's end or does not fit is a problem. */
export function fixedLayout(fields: RecordType['fields'], kind: string | null, format: MappingFormat): FixedLayout {
  const problems: { name: string; problem: string; hint: string }[] = [];
  const places: FixedPlace[] = [];
  const add = (name: string, declared: string | FixedField): void => {
    const field = typeof declared === 'string' ? { at: declared } : declared;
    const at = fixedPositions(field.at);
    const hint = 'Write positions from 1, both ends included: 9-15.';
    if (at === undefined) problems.push({ name, problem: `"${field.at}" is no position.`, hint });
    else {
      const { align = 'left', fill = ' ', value } = field;
      places.push({ name, ...at, align, fill, value });
    }
  };
  if (kind !== null) add('recordType', { at: String(format.recordType ?? ''), value: kind });
  for (const [name, field] of Object.entries(fields ?? {})) add(name, field);
  places.sort((one, other) => one.from - other.from || one.to - other.to);
  const end = Math.max(0, ...places.map(({ to }) => to));
  const length = format.lineLength ?? end;
  for (const [index, place] of places.entries()) problems.push(...problemsOf(place, places[index - 1], length));
  return { places: places.filter((place) => !isKindAgain(place, places)), length: Math.max(length, end), problems };
}

function problemsOf(
  place: FixedPlace,
  before: FixedPlace | undefined,
  length: number,
): { name: string; problem: string; hint: string }[] {
  const { name, from, to, value } = place;
  const positions = `${from + 1}-${to}`;
  const hint = 'Compare the positions with the description of the format.';
  const found = [];
  if (to > length) found.push({ name, problem: `${positions} is beyond the ${length} characters of a line.`, hint });
  if (value !== undefined && value.length > to - from)
    found.push({ name, problem: `"${value}" is longer than ${positions}.`, hint });
  if (before !== undefined && before.to > from && !isSameConstant(place, before))
    found.push({ name, problem: `${positions} overlaps with ${before.name} (${before.from + 1}-${before.to}).`, hint });
  return found;
}

/** The record type may be named again as a constant: it says the same. */
function isSameConstant(one: FixedPlace, other: FixedPlace): boolean {
  return one.from === other.from && one.to === other.to && one.value !== undefined && one.value === other.value;
}

function isKindAgain(place: FixedPlace, places: readonly FixedPlace[]): boolean {
  return (
    places.find((other) => isSameConstant(place, other)) !== place &&
    places.some((other) => other !== place && isSameConstant(place, other))
  );
}
