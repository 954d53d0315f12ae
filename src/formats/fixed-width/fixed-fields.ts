import type { FixedField, RecordType } from '../../domain/mapping-file.generated.ts';

/** Positions of a line: from 0, `to` not included. */
export interface Positions {
  from: number;
  to: number;
}

/** One field of a line. */
export interface LineField {
  name: string;
  at: Positions;
  /** What always stands there, with the characters that fill the field; null where anything may. */
  constant: string | null;
}

const POSITIONS = /^\s*([1-9]\d{0,4})\s*(?:-\s*([1-9]\d{0,4})\s*)?$/;

/** Positions as mappings write them: `9-15` from 1 and both included, or `32`; undefined where they are none. */
export function positionsOf(text: string): Positions | undefined {
  const [, first, last] = POSITIONS.exec(text) ?? [];
  if (first === undefined) return undefined;
  const to = Number(last ?? first);
  return to < Number(first) ? undefined : { from: Number(first) - 1, to };
}

/** Positions of the record type: one stretch, or several that are read together (`3-4,7-8`). */
export function typePositions(recordType: string | number): Positions[] | undefined {
  const parts = String(recordType).split(',').map(positionsOf);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

/** The fields of a kind of line. Fields whose positions are none are left out: `formatFaults` names them. */
export function lineFields(fields: RecordType['fields']): LineField[] {
  return Object.entries(fields ?? {}).flatMap(([name, field]) => {
    const at = positionsOf(typeof field === 'string' ? field : field.at);
    return at === undefined ? [] : [{ name, at, constant: constantOf(field, at) }];
  });
}

function constantOf(field: string | FixedField, at: Positions): string | null {
  if (typeof field === 'string' || field.value === undefined) return null;
  return filledField(field, at.to - at.from);
}

/** The text that always stands in a field, filled up to its width. */
function filledField({ value = '', align, fill = ' ' }: FixedField, width: number): string {
  return align === 'right' ? value.padStart(width, fill) : value.padEnd(width, fill);
}
