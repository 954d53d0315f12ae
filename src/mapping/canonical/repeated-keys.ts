import type { Finding, ReadDocument } from '../../domain/decision.ts';

/**
 * Finds the keys that stand more than once in a file: which of the documents is meant to count is not for the reader
 * to guess, so none of them does. It keeps the keys and places of documents, never the documents.
 */
export class RepeatedKeys {
  readonly #first = new Map<string, number>();
  readonly #repeated = new Set<number>();
  /** Line and column of each document. */
  readonly #places: number[] = [];

  /** Takes the next document; gives a finding that names both places where its key stood before. */
  note({ kind, key, at }: Pick<ReadDocument, 'kind' | 'key' | 'at'>): Finding | undefined {
    const index = this.#places.length / 2;
    this.#places.push(at.line ?? 0, at.column ?? 0);
    const name = `${kind} ${key}`;
    const first = this.#first.get(name);
    if (first === undefined) {
      this.#first.set(name, index);
      return undefined;
    }
    this.#repeated.add(first).add(index);
    return {
      code: 'VALUE_INVALID',
      severity: 'error',
      message: `The ${kind} ${key} stands twice in this file: ${this.#where(first)} and ${this.#where(index)}.`,
      hint: 'Send every document once in a file. Neither of the two is taken.',
      at,
    };
  }

  /** Does the key of the document at this position, counted from 0, stand more than once? */
  isRepeated(index: number): boolean {
    return this.#repeated.has(index);
  }

  #where(index: number): string {
    return `at line ${this.#places[2 * index]}, column ${this.#places[2 * index + 1]}`;
  }
}

/** Leaves out every document whose key stands more than once in the file, and adds a finding for each repetition. */
export function refuseRepeatedKeys(documents: ReadDocument[], findings: Finding[]): ReadDocument[] {
  const keys = new RepeatedKeys();
  for (const document of documents) {
    const finding = keys.note(document);
    if (finding !== undefined) findings.push(finding);
  }
  return documents.filter((_, index) => !keys.isRepeated(index));
}
