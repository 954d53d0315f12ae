import { RunningPlaces } from '../text/running-places.ts';
import { TextLines } from '../text/text-lines.ts';
import { lineTooLong } from './line-too-long.ts';
import { RecordAssembly } from './record-assembly.ts';
import { RECORD_LIMITS } from './record-limits.table.ts';
import type { RecordReader, RecordSink } from './source-record.ts';

/** Cuts text that comes in pieces into lines, of which a format makes records: lines, their places, and what comes of them. */
export class RecordLines implements RecordReader {
  readonly assembly: RecordAssembly;
  readonly #places = new RunningPlaces();
  readonly #lines: TextLines;

  /** `line` takes each line with the place where it begins in the text. */
  constructor(sink: RecordSink, line: (text: string, offset: number) => void) {
    this.assembly = new RecordAssembly(sink, this.#places);
    this.#lines = new TextLines(line, RECORD_LIMITS.lineCharacters, (offset) => lineTooLong(this.#places.at(offset)));
  }

  write(piece: string): void {
    this.#places.add(piece);
    this.#lines.write(piece);
  }

  end(): void {
    this.#lines.end();
    this.assembly.end();
  }
}
