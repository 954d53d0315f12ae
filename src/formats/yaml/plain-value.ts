import { type Document, isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import { hasType, nodeOfEntry, nodeOfKey, pathText, type SchemaNode, type YamlPath } from './schema-node.ts';

/** Where keys and values stand, by path. A value without a place of its own (left out) stands where its key does. */
export type Positions = Map<string, { key: number; value: number; end: number }>;

/** Beyond these no file was written by a person: references can make millions of values of a few lines. */
const MOST_VALUES = 100_000;
const MOST_LEVELS = 60;

/** What reading the values of a file needs, and where it notes what it finds. */
export interface Reader {
  document: Document.Parsed;
  positions: Positions;
  references: boolean;
  values: number;
  /** More was met than any file has to say. */
  isEndless: boolean;
  lineOf: (offset: number) => number;
  refuse: (offset: number, path: YamlPath, message: string, hint: string) => void;
}

/** A node of the parser as plain values, guided by the schema. */
export function plainValue(reader: Reader, node: unknown, schema: SchemaNode | undefined, path: YamlPath): unknown {
  reader.values += 1;
  if (reader.isEndless || reader.values > MOST_VALUES || path.length > MOST_LEVELS) return tooMuch(reader, node, path);
  if (isMap(node)) {
    const value: Record<string, unknown> = {};
    for (const pair of node.items) addPair(reader, value, pair, schema, path);
    return value;
  }
  if (isSeq(node)) {
    const entries = nodeOfEntry(schema);
    return node.items.map((entry, index) => {
      const entryPath = [...path, index];
      const [start = node.range?.[0] ?? 0, end = start] = rangeOf(reader, entry);
      reader.positions.set(pathText(entryPath), { key: start, value: start, end });
      return plainValue(reader, entry, entries, entryPath);
    });
  }
  if (isAlias(node)) return referred(reader, node, schema, path);
  return isScalar(node) ? scalarValue(node, schema) : emptyValue(schema);
}

function tooMuch(reader: Reader, node: unknown, path: YamlPath): undefined {
  if (!reader.isEndless) {
    const [start = 0] = rangeOf(reader, node);
    const hint = 'References that name each other make endless files: write such values out.';
    reader.refuse(start, path, 'The file says more than any file has to say.', hint);
  }
  reader.isEndless = true;
  return undefined;
}

/** The value that a reference names, where the kind of file has references. */
function referred(
  reader: Reader,
  node: { source: string; range?: readonly number[] | null | undefined; resolve(of: Document.Parsed): unknown },
  schema: SchemaNode | undefined,
  path: YamlPath,
): unknown {
  if (reader.references) return plainValue(reader, node.resolve(reader.document), schema, path);
  const message = `${pathText(path)} is a reference (*${node.source}), which settings do not have.`;
  reader.refuse(node.range?.[0] ?? 0, path, message, 'Write the value itself.');
  return undefined;
}

/** Where a value is written: that of a reference where it is written out. */
function rangeOf(reader: Reader, node: unknown): readonly number[] {
  const written = isAlias(node) && reader.references ? node.resolve(reader.document) : node;
  return (written as { range?: readonly number[] } | null | undefined)?.range ?? [];
}

function addPair(
  reader: Reader,
  into: Record<string, unknown>,
  pair: unknown,
  schema: SchemaNode | undefined,
  path: YamlPath,
): void {
  if (!isPair(pair) || !isScalar(pair.key)) return;
  const key = String(pair.key.value);
  const keyPath = [...path, key];
  const keyOffset = pair.key.range?.[0] ?? 0;
  const [value = keyOffset, end = value] = rangeOf(reader, pair.value);
  const first = reader.positions.get(pathText(keyPath));
  if (first !== undefined && Object.hasOwn(into, key)) {
    const line = reader.lineOf(first.key);
    reader.refuse(
      keyOffset,
      keyPath,
      `The key "${key}" stands here a second time; the first is in line ${line}.`,
      `Write the values in line ${line}${isMap(pair.value) ? ' and below it, and remove this block' : ', and remove this one'}.`,
    );
    return;
  }
  reader.positions.set(pathText(keyPath), { key: keyOffset, value, end });
  const plain = plainValue(reader, pair.value, nodeOfKey(schema, key), keyPath);
  Object.defineProperty(into, key, { value: plain, enumerable: true, writable: true, configurable: true });
}

function scalarValue(node: { value: unknown; source?: string }, schema: SchemaNode | undefined): unknown {
  if (node.value === null) return emptyValue(schema);
  const isText = typeof node.value === 'number' || (typeof node.value === 'boolean' && !hasType(schema, 'boolean'));
  if (isText && hasType(schema, 'string')) return node.source ?? String(node.value);
  return node.value;
}

function emptyValue(schema: SchemaNode | undefined): unknown {
  if (hasType(schema, 'object')) return {};
  if (hasType(schema, 'array')) return [];
  return null;
}
