import { Fault } from '../../domain/fault.ts';
import { ownCopy } from '../text/own-copy.ts';
import type { RunningPlaces } from '../text/running-places.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { LINE, type LineKind } from './line-kind.ts';
import { addChild, type PlainElement, plainElement, removeLast } from './plain-element.ts';
import { RECORD_LIMITS } from './record-limits.table.ts';
import type { RecordSink } from './source-record.ts';

/** A value of a line under the name of its column or field. */
export interface LineValue {
  name: string;
  text: string;
  offset: number;
}

/** A line whose children may still come. */
interface OpenLine {
  kind: LineKind;
  element: PlainElement;
  refused: boolean;
  valuesBefore: number;
  charactersBefore: number;
}

const HINT = 'Look at the place that is named; compare it with a good record of the same file, and with the mapping.';
const AROUND = 'The lines around the records have';
const NOTHING_UNDER_IT = 'No record under this line is read.';

/**
 * Makes records of lines: a line becomes a child of the last line of the kind that it stands under. A record is given
 * when a line comes that is not under it. A line that cannot be read refuses the record that it belongs to, with all of
 * that record's lines; one that all records share refuses the file.
 */
export class RecordAssembly {
  readonly top: PlainElement & { attributes: XmlElement['attributes'] } = plainElement('', 0);
  readonly #sink: RecordSink;
  readonly #places: RunningPlaces;
  readonly #open: OpenLine[] = [];
  #values = 0;
  #characters = 0;
  #lines = 0;

  constructor(sink: RecordSink, places: RunningPlaces) {
    this.#sink = sink;
    this.#places = places;
  }

  /** A line that has been read. Values of only blanks are nothing. */
  take(kind: LineKind, values: readonly LineValue[], offset: number): void {
    this.#lines += 1;
    if (!this.#makeRoom(kind, offset)) return;
    const element = this.#add(kind, offset, false);
    for (const { name, text, offset: at } of values) {
      if (text.trim() !== '') addChild(element, plainElement(name, at, text));
    }
    this.#values += 1 + element.children.length;
    if (this.#isAround(kind)) this.#stays(element);
    this.#checkLimits(kind, offset);
    if (kind.isRecord && !kind.holdsLines) this.#closeTo(this.#open.length - 1);
  }

  /** A line that is known and says nothing. */
  ignore(): void {
    this.#lines += 1;
  }

  /** A line that cannot be read, as far as its kind is known. `offset`: of what is wrong. */
  refuse(kind: LineKind | undefined, offset: number, message: string): void {
    this.#lines += 1;
    if (kind !== undefined && !this.#makeRoom(kind, offset)) return;
    if (kind !== undefined && this.#isAround(kind) && !kind.holdsRecords && this.#open.length === 0)
      throw new Fault('RECORD_INVALID', message, { hint: HINT, at: this.#places.at(offset) });
    if (kind !== undefined) this.#add(kind, offset, true);
    const line = this.#open.find((open) => open.kind.isRecord) ?? this.#open[this.#open.length - 1];
    if (line !== undefined) line.refused = true;
    this.#tell(offset, message, line?.kind.holdsRecords === true ? `${HINT} ${NOTHING_UNDER_IT}` : HINT);
    if (kind?.isRecord === true && !kind.holdsLines) this.#closeTo(this.#open.length - 1);
  }

  /** The text has ended. Throws `EMPTY_FILE` where there was no line. */
  end(): void {
    this.#closeTo(0);
    if (this.#lines > 0) return;
    const hint = 'Send the file again with its content.';
    throw new Fault('EMPTY_FILE', 'The file has no content.', { hint, at: { line: 1, column: 1 } });
  }

  /** Closes what the line is not under. False where that is not there: then the line itself is refused. */
  #makeRoom(kind: LineKind, offset: number): boolean {
    if (kind.under === null) {
      this.#closeTo(0);
      return true;
    }
    const above = this.#open.findLastIndex((line) => line.kind.name === kind.under);
    if (above >= 0) {
      this.#closeTo(above + 1);
      return true;
    }
    const message = `A line of the kind "${kind.name}" stands here without one of the kind "${kind.under}" before it.`;
    this.#tell(offset, message, HINT);
    return false;
  }

  #tell(offset: number, message: string, hint: string): void {
    this.#sink.refused({ code: 'RECORD_INVALID', severity: 'error', message, hint, at: this.#places.at(offset) });
  }

  #add(kind: LineKind, offset: number, refused: boolean): PlainElement {
    const element = plainElement(kind.name, offset);
    const parent = this.#open[this.#open.length - 1]?.element ?? this.top;
    addChild(parent, element);
    this.#open.push({ kind, element, refused, valuesBefore: this.#values, charactersBefore: this.#characters });
    return element;
  }

  /** Fields may be named in another order than they stand in. */
  #stays(element: PlainElement): void {
    const children = [...element.children].sort((one, other) => one.offset - other.offset);
    for (const { offset } of [element, ...children]) this.#places.pin(offset);
    for (const child of children as PlainElement[]) {
      child.text = ownCopy(child.text);
      this.#characters += child.text.length;
    }
  }

  /** Ends the innermost lines, down to so many. */
  #closeTo(length: number): void {
    for (let line = this.#open[this.#open.length - 1]; line !== undefined && this.#open.length > length; ) {
      this.#close(line);
      line = this.#open[this.#open.length - 1];
    }
  }

  #close(line: OpenLine): void {
    const { kind, element } = line;
    if (kind.isRecord && this.#open.every(({ refused }) => !refused)) this.#give(element);
    this.#open.pop();
    if (!kind.isRecord && !kind.holdsRecords) return;
    removeLast(element.parent as PlainElement);
    this.#values = line.valuesBefore;
    this.#characters = line.charactersBefore;
    this.#places.unpinFrom(element.offset);
    this.#places.forgetBefore(element.offset);
  }

  #give(element: PlainElement): void {
    const places = this.#places.kept();
    this.#sink.record({
      element,
      root: this.top,
      placeOf: (at) => {
        const path = linePath(at);
        return path === '' ? places(at.offset) : { ...places(at.offset), path };
      },
    });
  }

  /** Does a line of this kind stay, for the records behind it? */
  #isAround(kind: LineKind): boolean {
    return !kind.isRecord && !this.#open.some((line) => line.kind.isRecord);
  }

  #checkLimits(kind: LineKind, offset: number): void {
    const { values, valuesAround, charactersAround } = RECORD_LIMITS;
    if (!this.#isAround(kind)) this.#require('A record has', this.#values, values, 'values', offset);
    else {
      this.#require(AROUND, this.#values, valuesAround, 'values', offset);
      this.#require(AROUND, this.#characters, charactersAround, 'characters', offset);
    }
  }

  #require(where: string, count: number, most: number, what: string, offset: number): void {
    if (count <= most) return;
    throw new Fault('FILE_TOO_LARGE', `${where} more than ${most.toLocaleString('en')} ${what}, which is the limit.`, {
      hint: 'No honest file is like this. Ask the sender what it is meant to be, and look at the record types of the mapping.',
      at: this.#places.at(offset),
    });
  }
}

/** The kinds of lines and the column, for people: `H/L/Qty`; only the column where there is one kind of line. */
function linePath(element: XmlElement): string {
  const names: string[] = [];
  for (let at: XmlElement = element; at.parent !== null; at = at.parent)
    if (at.name !== LINE || at.parent.parent !== null) names.unshift(at.name);
  return names.join('/');
}
