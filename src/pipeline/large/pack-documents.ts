import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ReadDocument } from '../../domain/decision.ts';
import type { DocumentKind } from '../../domain/document-kinds.table.ts';
import type { ReadDocuments } from '../../domain/read-documents.ts';

/** Characters of documents that are packed together: so much of a file is unpacked at a time. */
const BLOCK_CHARACTERS = 262_144;

/**
 * The documents of a large file as they are kept until they are decided, and as they cross between threads: JSON, one
 * document a line, compressed block by block. Orders take a tenth to a thirtieth of the room of their file.
 */
export interface PackedParts {
  blocks: Uint8Array<ArrayBuffer>[];
  /** How many documents there are, left out ones included. */
  count: number;
  /** Of those that count. */
  kinds: DocumentKind[];
  /** Positions of documents that do not count. */
  leftOut: number[];
}

/** Packs documents one after the other. */
export class DocumentPacker {
  readonly #blocks: Uint8Array<ArrayBuffer>[] = [];
  readonly #kinds: DocumentKind[] = [];
  #lines: string[] = [];
  #characters = 0;

  get count(): number {
    return this.#kinds.length;
  }

  add(document: ReadDocument): void {
    const line = JSON.stringify(document);
    this.#lines.push(line);
    this.#characters += line.length + 1;
    this.#kinds.push(document.kind);
    if (this.#characters >= BLOCK_CHARACTERS) this.#close();
  }

  /** All of them, without those at the positions that are left out. */
  parts(leftOut: Iterable<number>): PackedParts {
    if (this.#lines.length > 0) this.#close();
    const out = new Set(leftOut);
    const kinds = new Set(this.#kinds.filter((_, index) => !out.has(index)));
    return { blocks: this.#blocks, count: this.count, kinds: [...kinds], leftOut: [...out] };
  }

  #close(): void {
    const packed = deflateRawSync(this.#lines.join('\n'), { level: 1 });
    this.#blocks.push(new Uint8Array(packed)); // a copy with bytes of its own, which can be handed to another thread
    this.#lines = [];
    this.#characters = 0;
  }
}

/** Packed documents, to be gone through as often as is needed: a few hundred kB of them are unpacked at a time. */
export function packedDocuments({ blocks, count, kinds, leftOut }: PackedParts): ReadDocuments {
  const out = new Set(leftOut);
  return {
    length: count - out.size,
    kinds: new Set(kinds),
    *[Symbol.iterator]() {
      let index = 0;
      for (const block of blocks)
        for (const line of inflateRawSync(block).toString('utf8').split('\n')) {
          if (!out.has(index)) yield JSON.parse(line) as ReadDocument;
          index += 1;
        }
    },
  };
}
