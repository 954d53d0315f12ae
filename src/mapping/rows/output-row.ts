/**
 * A mapping out as data: each row says which element is written, and from which field of the document. Paths of fields
 * are names joined by dots, from the object that the row stands in; `.` is that object itself. What is not there is not
 * written: no element is ever empty.
 */
export type OutputRow = ValueRow | FixedRow | GroupRow | EachRow;

interface Element {
  /** Name with the prefix of a declared namespace. */
  element: string;
  attributes?: readonly OutputAttribute[];
}

export type OutputAttribute = { name: string; from: string } | { name: string; text: string };

/** One element with the text of a field. */
export interface ValueRow extends Element {
  from: string;
}

/** One element with the same text in every document. */
export interface FixedRow extends Element {
  text: string;
}

/** One element with children, from the same object or, with `at`, from one inside it. */
export interface GroupRow extends Element {
  at?: string;
  rows: readonly OutputRow[];
}

/** One element for each object of a list. */
export interface EachRow extends Element {
  each: string;
  rows: readonly OutputRow[];
}
