import type { ConverterName } from './converter.table.ts';

/**
 * A mapping as data: each row says which field of the document (`to`) comes from where in the source (`from`,
 * `at`, `each`: paths, see compile-path.ts). Rows of one table are tried in order; of two rows with the same `to`
 * the second counts only where the first found nothing (a value that is refused was found). Nothing found means that the field is absent.
 */
export type Row<Only = never> = (ValueRow | GroupRow<Only> | ListRow<Only> | SplitRow<Only> | TextsRow) & {
  /** The row holds for some sources only; left out: for all. */
  only?: Only;
};

/** One value, stated once: matches that are more than white space have to agree. */
export interface ValueRow {
  to: string;
  from: string;
  /** Left out: `text`. */
  convert?: ConverterName;
  /** Of several matches that differ the first counts: only where the format says so, or the others are kept elsewhere. */
  firstCounts?: true;
}

/** An object from the one match, or from several that agree; left out where none of its values is there, or not the one that it `needs`. */
export interface GroupRow<Only> {
  to: string;
  at: string;
  needs?: string;
  rows: readonly Row<Only>[];
}

/** A list of objects, one for each match; an object without the value that it `needs` is left out. */
export interface ListRow<Only> {
  to: string;
  each: string;
  needs?: string;
  rows: readonly Row<Only>[];
}

/** Two lists, by a flag in each match: which it is may never be guessed, so a match without a readable flag is a fault. */
export interface SplitRow<Only> {
  split: string;
  by: string;
  whenTrue: string;
  whenFalse: string;
  rows: readonly Row<Only>[];
}

/** A list of texts, with `distinct` each once; with `join` one text. An empty `texts` gives the empty list. */
export interface TextsRow {
  to: string;
  texts: string;
  distinct?: true;
  join?: string;
}
