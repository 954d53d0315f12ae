import type { OutputElement } from '../../formats/xml/write-xml.ts';
import { textForXml } from '../../formats/xml/xml-character.ts';
import type { OutputAttribute, OutputRow } from './output-row.ts';

/**
 * Applies the rows to a document: the elements in the order of the rows, which is the order of the schema they follow.
 * Characters that XML cannot hold are written out by their code points (`textForXml`). Throws a TypeError where a path
 * leads to something that is no text, object or list: the table does not fit the document.
 */
export function writeRows(rows: readonly OutputRow[], source: unknown): OutputElement[] {
  return rows.flatMap((row) => elementsOf(row, source));
}

function elementsOf(row: OutputRow, source: unknown): OutputElement[] {
  if ('text' in row) return [element(row, source, row.text)];
  if ('from' in row) {
    const text = textAt(source, row.from);
    return text === undefined ? [] : [element(row, source, text)];
  }
  const objects = 'each' in row ? listAt(source, row.each) : [valueAt(source, row.at ?? '.')];
  return objects.flatMap((object) => {
    if (object === undefined) return [];
    const children = writeRows(row.rows, object);
    return children.length === 0 ? [] : [element(row, object, children)];
  });
}

function element(row: OutputRow, source: unknown, content: OutputElement['content']): OutputElement {
  const attributes = (row.attributes ?? []).flatMap((attribute) => attributeOf(attribute, source));
  return { name: row.element, attributes, content };
}

function attributeOf(attribute: OutputAttribute, source: unknown): OutputElement['attributes'] {
  const value = 'text' in attribute ? attribute.text : textAt(source, attribute.from);
  return value === undefined ? [] : [{ name: attribute.name, value }];
}

/** A text without anything in it is as good as none. */
function textAt(source: unknown, path: string): string | undefined {
  const value = valueAt(source, path);
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new TypeError(`${path} is no text`);
  return value.trim() === '' ? undefined : textForXml(value);
}

function listAt(source: unknown, path: string): readonly unknown[] {
  const value = valueAt(source, path) ?? [];
  if (!Array.isArray(value)) throw new TypeError(`${path} is no list`);
  return value;
}

function valueAt(source: unknown, path: string): unknown {
  if (path === '.') return source;
  return path.split('.').reduce<unknown>((value, name) => {
    if (value === undefined) return undefined;
    if (typeof value !== 'object' || value === null)
      throw new TypeError(`${path} leads through something that is no object`);
    return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  }, source);
}
