/** Documents as a canonical file has them, and as `expected.json` does: one as it is, none or several in `documents` (contract 2). */
export function fileForm(documents: readonly unknown[]): unknown {
  return documents.length === 1 ? documents[0] : { documents };
}
