import { CANONICAL_DOCUMENTS, type CanonicalDocument, isCanonicalKind } from './canonical-document.table.ts';
import type { ExplainedError } from './explain-schema-error.ts';

/**
 * Rows of a document that have the same key: two order lines of one number would be taken for one another by everything
 * that is kept of them. Each is found where the key stands again. The document is one of its type otherwise.
 */
export function repeatedRows(kind: string, content: Readonly<Record<string, unknown>>): ExplainedError[] {
  const rows = isCanonicalKind(kind) ? (CANONICAL_DOCUMENTS[kind] as CanonicalDocument).rows : undefined;
  if (rows === undefined) return [];
  const { list, key } = rows;
  const first = new Map<unknown, number>();
  return (content[list] as readonly Record<string, unknown>[]).flatMap((row, index): ExplainedError[] => {
    const value = row[key];
    const earlier = first.get(value);
    if (earlier === undefined) {
      first.set(value, index);
      return [];
    }
    return [
      {
        code: 'VALUE_INVALID',
        message: `"${key}" ${String(value)} stands more than once in "${list}".`,
        hint: `Row ${earlier + 1} has it too: give each row its own, for what is kept of them is found by it.`,
        path: [list, index, key],
      },
    ];
  });
}
