/** A canonical value as paths and expressions see it: texts, flags, whole numbers as bigint, groups and lists; nothing is null. */
export type DocumentValue = string | boolean | bigint | DocumentGroup | readonly DocumentValue[];
export interface DocumentGroup {
  readonly [name: string]: DocumentValue;
}

/** A value of the document with what stands around it. Lists are no nodes: each of their entries is one. */
export interface DocumentNode {
  value: Exclude<DocumentValue, readonly DocumentValue[]>;
  /** Null at the top. */
  parent: DocumentNode | null;
  /** Its name in the parent, and which entry of a list it is, from 0; undefined outside of lists. */
  name: string;
  index: number | undefined;
}

/**
 * A document without nulls, its whole numbers as exact integers. Another number is the text that JSON has for it, so
 * that no arithmetic ever meets a binary float.
 */
export function documentTop(document: Readonly<Record<string, unknown>>): DocumentNode {
  return { value: plain(document) as DocumentGroup, parent: null, name: '', index: undefined };
}

function plain(value: unknown): DocumentValue | undefined {
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : String(value);
  if (Array.isArray(value)) return value.map(plain).filter((entry) => entry !== undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  const group = Object.create(null) as Record<string, DocumentValue>;
  for (const [name, entry] of Object.entries(value)) {
    const kept = plain(entry);
    if (kept !== undefined) group[name] = kept;
  }
  return group;
}

/** Is it a group of fields? */
export function isGroup(value: DocumentValue): value is DocumentGroup {
  return typeof value === 'object' && !Array.isArray(value);
}

/** The nodes that stand under a name in a node: one, none, or the entries of a list. */
export function childrenOf(node: DocumentNode, name: string): DocumentNode[] {
  const { value } = node;
  if (!isGroup(value) || !Object.hasOwn(value, name)) return [];
  return nodesOf(value[name] as DocumentValue, node, name);
}

/** All nodes in a node, in the order of its fields. */
export function allChildren(node: DocumentNode): DocumentNode[] {
  return isGroup(node.value) ? Object.keys(node.value).flatMap((name) => childrenOf(node, name)) : [];
}

function nodesOf(value: DocumentValue, parent: DocumentNode, name: string): DocumentNode[] {
  if (!Array.isArray(value)) return [{ value: value as DocumentNode['value'], parent, name, index: undefined }];
  return value.flatMap((entry: DocumentValue, index) => {
    const node: DocumentNode = {
      value: Array.isArray(entry) ? { item: entry } : (entry as DocumentNode['value']),
      parent,
      name,
      index,
    };
    return [node];
  });
}

/** Where a node stands, for people: `lines[2].unitPrice` (entries from 1); empty at the top. */
export function documentPlace(node: DocumentNode): string {
  const parts: string[] = [];
  for (let at = node; at.parent !== null; at = at.parent)
    parts.push(at.index === undefined ? at.name : `${at.name}[${at.index + 1}]`);
  return parts.reverse().join('.');
}
