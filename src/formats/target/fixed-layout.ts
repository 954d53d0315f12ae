import type { FixedField, MappingFormat, RecordType } from '../../domain/mapping-file.generated.ts';
import { positionsOf, typePositions } from '../fixed-width/fixed-fields.ts';

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

type Problem = FixedLayout['problems'][number];

const POSITIONS_HINT = 'Write positions from 1, both ends included: 9-15.';
const OVERLAP_HINT = 'Compare the positions with the description of the format.';
const KIND_HINT = 'The name of a record type is what stands at the positions of recordType, character by character.';

/** Lays out one kind of line: what overlaps, stands beyond the line's end or does not fit is a problem. */
export function fixedLayout(fields: RecordType['fields'], kind: string | null, format: MappingFormat): FixedLayout {
  const problems: Problem[] = [];
  const places = kind === null ? [] : kindPlaces(kind, format, problems);
  for (const [name, field] of Object.entries(fields ?? {})) addField(name, field, places, problems);
  places.sort((one, other) => one.from - other.from || one.to - other.to);
  const end = Math.max(0, ...places.map(({ to }) => to));
  const length = format.lineLength ?? end;
  for (const [index, place] of places.entries()) problems.push(...problemsOf(place, places[index - 1], length));
  return { places, length: Math.max(length, end), problems };
}

/** The record type at its positions: one stretch, or several that are read together. */
function kindPlaces(kind: string, { recordType = '' }: MappingFormat, problems: Problem[]): FixedPlace[] {
  let used = 0;
  const places = (typePositions(recordType) ?? []).map(({ from, to }): FixedPlace => {
    const value = kind.slice(used, used + to - from);
    used += to - from;
    return { name: 'recordType', from, to, align: 'left', fill: ' ', value };
  });
  if (used !== kind.length)
    problems.push({
      name: 'recordType',
      problem: `"${kind}" does not fill the positions ${recordType}.`,
      hint: KIND_HINT,
    });
  return places;
}

/** A field at the positions of the record type is the record type. */
function addField(name: string, declared: string | FixedField, places: FixedPlace[], problems: Problem[]): void {
  const field = typeof declared === 'string' ? { at: declared } : declared;
  const { align = 'left', fill = ' ', value } = field;
  const at = positionsOf(field.at);
  if (at === undefined) {
    problems.push({ name, problem: `"${field.at}" is no position.`, hint: POSITIONS_HINT });
    return;
  }
  const kind = places.find((place) => place.from === at.from && place.to === at.to && place.name === 'recordType');
  if (kind === undefined) places.push({ name, ...at, align, fill, value });
  else if (value === undefined || value === kind.value) kind.name = name;
  else problems.push({ name, problem: `"${value}" is not the record type "${kind.value}".`, hint: KIND_HINT });
}

function problemsOf({ name, from, to, value }: FixedPlace, before: FixedPlace | undefined, length: number): Problem[] {
  const positions = `${from + 1}-${to}`;
  const found: Problem[] = [];
  if (to > length)
    found.push({ name, problem: `${positions} is beyond the ${length} characters of a line.`, hint: OVERLAP_HINT });
  if (value !== undefined && value.length > to - from)
    found.push({ name, problem: `"${value}" is longer than ${positions}.`, hint: OVERLAP_HINT });
  if (before !== undefined && before.to > from)
    found.push({
      name,
      problem: `${positions} overlaps with ${before.name} (${before.from + 1}-${before.to}).`,
      hint: OVERLAP_HINT,
    });
  return found;
}
