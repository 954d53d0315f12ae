import type { ReadBy } from '../read.ts';
import type { PackedRead } from './document-collector.ts';
import type { LargeInput } from './read-large.ts';
import type { Way } from './way.ts';
import { wayOf } from './way-of.ts';

/** So much of a file tells what it is. */
const HEAD_BYTES = 65_536;

/** One large file while it is read: what it is is seen from its beginning, then each piece is read and forgotten. */
export class LargeReading {
  readonly #input: LargeInput;
  readonly #by: ReadBy;
  #head: Uint8Array = new Uint8Array();
  #way: Way | undefined;

  constructor(input: LargeInput, by: ReadBy) {
    this.#input = input;
    this.#by = by;
  }

  write(piece: Uint8Array): void {
    if (this.#way !== undefined) {
      this.#way.write(piece);
      return;
    }
    this.#head = Buffer.concat([this.#head, piece]); // a copy: the piece will be overwritten
    if (this.#head.byteLength >= HEAD_BYTES) this.#begin();
  }

  end(): PackedRead {
    return (this.#way ?? this.#begin()).end();
  }

  #begin(): Way {
    const way = wayOf(this.#head, this.#input, this.#by);
    this.#way = way;
    way.write(this.#head);
    this.#head = new Uint8Array();
    return way;
  }
}
