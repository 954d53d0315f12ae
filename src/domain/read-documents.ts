import type { ReadDocument, ReadResult } from './decision.ts';
import type { DocumentKind } from './document-kinds.table.ts';

/**
 * The documents of one file, in its order: a list, or packed where they are many (pipeline/large/). Whoever goes
 * through them must not keep them: then a file of any size needs the memory of one document.
 */
export interface ReadDocuments extends Iterable<ReadDocument> {
  readonly length: number;
  /** The kinds that occur, where they are known without going through all. */
  readonly kinds?: ReadonlySet<DocumentKind>;
}

/** What a file was read into, however many documents it has. */
export interface UnderstoodFile extends Omit<ReadResult, 'documents'> {
  documents: ReadDocuments;
}

/** The kinds of documents that occur. */
export function kindsOf(documents: ReadDocuments): ReadonlySet<DocumentKind> {
  return documents.kinds ?? new Set([...documents].map(({ kind }) => kind));
}
