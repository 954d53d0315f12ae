/**
 * What is to be written, before it is known in which format: a named node with its text, or with nodes in it. XML makes
 * elements and attributes of it, JSON properties, and records of columns or positions lines.
 */
export interface TargetNode {
  /** Name as the mapping has it; for XML with the prefix of a declared namespace. */
  name: string;
  /** Written in this order; only XML has them. */
  attributes: readonly { name: string; value: string }[];
  content: string | boolean | readonly TargetNode[];
  /** How JSON writes it: a text, a number exactly as its text says, or an entry of a list. Left out: a text, a group, or a list where several have the name. */
  as?: 'text' | 'number' | 'list';
}
