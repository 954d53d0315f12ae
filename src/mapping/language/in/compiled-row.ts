import type { XmlElement } from '../../../formats/xml/xml-tree.ts';
import type { Expression } from '../value-steps.ts';
import type { RowName, Run } from './run.ts';

export type Fields = Record<string, unknown>;

/** Something stands there and is refused, or left out with a warning: reported already, and no other row is asked. */
export const REFUSED = Symbol('refused');

/** One row that may fill a field. */
export interface Candidate {
  name: RowName;
  /** The row holds only where this is true. */
  when: Expression | null;
  /** What it makes of an object of the file: a value, a group or a list; undefined where nothing is found. */
  find(context: XmlElement, run: Run): unknown;
  /** Where nothing is found; undefined: it has to be there, unless `optional`. */
  fallback: string | number | boolean | undefined;
  optional: boolean;
  /** What stands in the place of an optional field that is not there: [] for a list. */
  empty: 'nothing' | 'list';
  /** What it looks for, in words: "Customer/@Code". */
  looksFor: string;
}

/** A field of a group with all rows that may fill it, in their order. */
export interface CompiledField {
  /** The groups that it is in, below the group of the rows; made where they are not there yet. */
  groups: readonly string[];
  name: string;
  candidates: readonly Candidate[];
}

/** What is done for each object: a field is filled, or two lists are. */
export type CompiledRow = { field: CompiledField } | { split(context: XmlElement, run: Run, fields: Fields): void };
