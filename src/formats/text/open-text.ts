import { Fault } from '../../domain/fault.ts';
import { DECLARATION_BYTES, detectEncoding } from './detect-encoding.ts';
import { ENCODINGS, type Encoding, type EncodingKey } from './encoding.table.ts';
import { firstInvalidByte, invalidBytesFault } from './invalid-bytes.ts';
import { RunningPlaces } from './running-places.ts';
import { wholeCharacters } from './text-source.ts';

/** Bytes to text, chunk by chunk: what a large file is read with. */
export interface OpenText {
  /** The text of the next bytes, as far as they are whole characters. */
  write(bytes: Uint8Array): string;
  /** The rest of the text. */
  end(): string;
  /** After `end`: `TRUNCATED`, where the bytes stop inside a character. */
  cut(): Fault | undefined;
}

const NOTHING = new Uint8Array();

/**
 * Decodes bytes as they come, with the same encodings and faults as `textSource`. `otherwise`: how they are read where
 * they do not say it themselves. `write` and `end` throw `ENCODING_INVALID` with line and column; text that stands
 * before bad bytes is given first, so that neither the text nor the fault depends on how the bytes are cut.
 */
export function openText(otherwise: EncodingKey = 'utf-8'): OpenText {
  return new Decoding(otherwise);
}

class Decoding implements OpenText {
  readonly #otherwise: EncodingKey;
  readonly #places = new RunningPlaces();
  #encoding: Encoding | undefined;
  #waiting: Uint8Array = NOTHING;
  #fault: Fault | undefined;

  constructor(otherwise: EncodingKey) {
    this.#otherwise = otherwise;
  }

  write(bytes: Uint8Array): string {
    if (this.#fault !== undefined) throw this.#fault;
    const joined = this.#waiting.byteLength === 0 ? bytes : Buffer.concat([this.#waiting, bytes]);
    if (this.#encoding === undefined && joined.byteLength < DECLARATION_BYTES) {
      this.#waiting = Uint8Array.from(joined);
      return '';
    }
    return this.#decode(joined);
  }

  end(): string {
    if (this.#fault !== undefined) throw this.#fault;
    const text = this.#encoding === undefined ? this.#decode(this.#waiting) : '';
    if (this.#fault !== undefined && text === '') throw this.#fault;
    return text;
  }

  cut(): Fault | undefined {
    if (this.#fault !== undefined || this.#waiting.byteLength === 0) return this.#fault;
    return new Fault('TRUNCATED', 'The file ends in the middle of a character.', {
      hint: 'Send the whole file again, under a temporary name that is renamed once it is complete.',
      at: this.#places.here(),
    });
  }

  #decode(bytes: Uint8Array): string {
    let start = 0;
    if (this.#encoding === undefined) {
      const { encoding, markBytes } = detectEncoding(bytes, this.#otherwise);
      this.#encoding = ENCODINGS[encoding];
      start = markBytes;
    }
    const end = wholeCharacters(bytes, this.#encoding, start, bytes.byteLength);
    this.#waiting = end === bytes.byteLength ? NOTHING : Uint8Array.from(bytes.subarray(end));
    const text = this.#decodeWhole(this.#encoding, bytes.subarray(start, end));
    if (this.#fault === undefined) this.#take(text);
    return text;
  }

  #decodeWhole(encoding: Encoding, piece: Uint8Array): string {
    try {
      return encoding.decode(piece);
    } catch {
      const { text, byte } = firstInvalidByte(encoding, piece);
      this.#take(text);
      this.#fault = invalidBytesFault(encoding, piece, byte, this.#places.here());
      if (text === '') throw this.#fault;
      return text;
    }
  }

  #take(text: string): void {
    this.#places.add(text);
    this.#places.forgetBefore(this.#places.taken);
  }
}
