/**
 * What is to be written, before it is known in which format: a named node with its text, or with nodes in it. XML makes
 * elements and attributes of it, JSON properties, and records of columns or positions lines.
 */
export interface TargetNode {
  /** Name as the mapping has it; for XML with the prefix of a declared namespace. Empty for the nameless top of other formats. */
  name: string;
  /** Written in this order; only XML has them. */
  attributes: readonly { name: string; value: string }[];
  content: string | boolean | readonly TargetNode[];
  /** How it is written: as a number exactly as its text says (JSON without quotation marks, Visma's text import too), or a flag as text. Left out: a text, a flag or a group. */
  as?: 'text' | 'number';
  /** JSON: an entry of a list, or a list without entries. Left out: a list only where several have the name. */
  list?: 'entry' | 'empty';
}
