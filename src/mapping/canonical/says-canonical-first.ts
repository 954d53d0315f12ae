import { MalformedJson } from '../../formats/json/json-cursor.ts';
import { isJsonObject, type JsonValue } from '../../formats/json/json-value.ts';
import { JsonListSplitter } from '../../formats/json/split-json-list.ts';
import { saysCanonical } from './understand-canonical.ts';

/** One document that begins with its type. */
const SAYS_TYPE_FIRST = /^\s*\{\s*"document"\s*:\s*"/;

/** Does the beginning of a large file say that it has canonical documents in it? As `saysCanonical` says of the whole; undecided is no. */
export function saysCanonicalFirst(beginning: string, layout: 'list' | 'lines' | 'document'): boolean {
  if (layout === 'document') return SAYS_TYPE_FIRST.test(beginning);
  if (layout === 'lines') {
    const line = beginning.split('\n').find((text, index, all) => text.trim() !== '' && index < all.length - 1);
    return line !== undefined && saysCanonical(line, 'document');
  }
  const first = firstEntry(beginning);
  return isJsonObject(first) && typeof first.document === 'string';
}

function firstEntry(beginning: string): JsonValue | undefined {
  let first: JsonValue | undefined;
  const splitter = new JsonListSplitter({
    entry({ value }) {
      first ??= value;
    },
    fail(error) {
      throw error;
    },
  });
  try {
    splitter.write(beginning);
  } catch (error) {
    if (!(error instanceof MalformedJson)) throw error;
  }
  return first;
}
