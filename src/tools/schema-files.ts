import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** A JSON Schema, or a part of one, as data. */
export type SchemaNode = { [keyword: string]: unknown };

/** All schemas below `schemas/`, by their path from there: `documents/supplier.schema.json`. */
export type SchemaFiles = ReadonlyMap<string, SchemaNode>;

/** Reads every `*.schema.json` below the folder, in the order of the names. Throws where one is no JSON. */
export function readSchemaFiles(folder: string): SchemaFiles {
  const files = new Map<string, SchemaNode>();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.schema.json'),
  );
  for (const name of names.sort()) {
    const path = name.replaceAll('\\', '/');
    files.set(path, JSON.parse(readFileSync(join(folder, name), 'utf8')) as SchemaNode);
  }
  return files;
}

/** The node that a `$ref` in `file` points to, and the file it stands in. Throws where it points nowhere. */
export function resolveReference(
  files: SchemaFiles,
  file: string,
  reference: string,
): { file: string; node: SchemaNode } {
  const [path = '', pointer = ''] = reference.split('#');
  const target = path === '' ? file : posix.join(posix.dirname(file), path);
  let node: unknown = files.get(target);
  for (const step of pointer.split('/').slice(1)) {
    node = (node as SchemaNode | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  if (typeof node !== 'object' || node === null) throw new Error(`${file}: nothing at ${reference}`);
  return { file: target, node: node as SchemaNode };
}
