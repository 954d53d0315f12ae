import { Fault } from '../../domain/fault.ts';
import { addChild, type PlainElement, removeLast } from '../records/plain-element.ts';
import { RECORD_LIMITS } from '../records/record-limits.table.ts';
import { isStep, type RecordStep } from '../records/record-path.ts';
import type { RecordReader, RecordSink } from '../records/source-record.ts';
import { ownCopy } from '../text/own-copy.ts';
import { RunningPlaces } from '../text/running-places.ts';
import { MalformedJson } from './json-cursor.ts';
import { JsonEvents, type JsonHandler } from './json-events.ts';
import { jsonHint } from './json-hint.table.ts';
import { jsonElement, jsonElementPath, type JsonElement } from './json-element.ts';

/** An open object or list: what its next value becomes. */
interface Frame {
  /** The element that the values become children of. */
  into: JsonElement;
  /** The name of the next value; in a list that of all. */
  name: string;
  nameOffset: number;
  /** The position of the next entry; -1 in an object. */
  position: number;
  /** The element ends with the object or list: it does not where the entries of a list stand beside other properties. */
  ends: boolean;
}

const AROUND = 'What stands around the records';

/** What is known of an element on the way to the records. */
interface Passed {
  element: JsonElement;
  valuesBefore: number;
  charactersBefore: number;
}

/**
 * Reads JSON record by record: every object becomes an element, its properties children, an entry of a list one more
 * child of the list's name; entries of a list that is the top of the file, or an entry of a list itself, are called
 * `item`. A property that is null is left out; an entry that is null is an element without content.
 */
export class JsonRecords implements RecordReader, JsonHandler {
  readonly #steps: readonly RecordStep[];
  readonly #sink: RecordSink;
  readonly #events = new JsonEvents(this);
  readonly #places = new RunningPlaces();
  readonly #top: JsonElement = jsonElement('', 0, '', -1);
  readonly #frames: Frame[] = [];
  readonly #passed: Passed[] = [];
  #inRecord: boolean;
  #depth = 0;
  #values = 0;
  #characters = 0;

  /** `steps`: the way from the top of the file to the records; none for the whole file. */
  constructor(steps: readonly RecordStep[], sink: RecordSink) {
    this.#steps = steps;
    this.#sink = sink;
    this.#inRecord = steps.length === 0;
  }

  /** What is known of the file. */
  get top(): JsonElement {
    return this.#top;
  }

  write(piece: string): void {
    this.#places.add(piece);
    this.#guarded(() => this.#events.write(piece));
  }

  end(): void {
    this.#guarded(() => this.#events.end());
    if (this.#steps.length === 0) this.#give(this.#top);
  }

  object(offset: number): void {
    const element = this.#begin(offset, '');
    this.#frames.push({ into: element, name: '', nameOffset: offset, position: -1, ends: element !== this.#top });
  }

  list(offset: number): void {
    const frame = this.#frames[this.#frames.length - 1];
    if (frame === undefined || frame.position >= 0) {
      const into = this.#begin(offset, '');
      into.isList = true;
      this.#frames.push({ into, name: 'item', nameOffset: offset, position: 0, ends: into !== this.#top });
      return;
    }
    this.#count(offset);
    this.#frames.push({ into: frame.into, name: frame.name, nameOffset: offset, position: 0, ends: false });
  }

  name(name: string, offset: number): void {
    const frame = this.#frames[this.#frames.length - 1];
    if (frame === undefined) return;
    frame.name = name;
    frame.nameOffset = offset;
  }

  scalar(text: string, what: 'string' | 'number' | 'word', offset: number): void {
    const absent = what === 'word' && text === 'null';
    if (absent && this.#frames[this.#frames.length - 1]?.position === -1) this.#count(offset);
    else {
      const element = this.#begin(offset, absent ? '' : text);
      if (element !== this.#top) this.#end(element);
    }
  }

  close(): void {
    const frame = this.#frames.pop();
    if (frame?.ends) this.#end(frame.into);
  }

  /** The element of a value that begins. */
  #begin(offset: number, text: string): JsonElement {
    this.#count(offset);
    const frame = this.#frames[this.#frames.length - 1];
    if (frame === undefined) {
      this.#top.offset = offset;
      this.#top.text = text;
      return this.#top;
    }
    const { position } = frame;
    const element = jsonElement(frame.name, position < 0 ? frame.nameOffset : offset, text, position);
    if (position >= 0) frame.position += 1;
    addChild(frame.into, element);
    this.#depth += 1;
    if (this.#inRecord) return element;
    if (this.#passed.length === this.#depth - 1 && isStep(this.#steps[this.#depth - 1], element)) {
      this.#passed.push({ element, valuesBefore: this.#values - 1, charactersBefore: this.#characters });
      this.#inRecord = this.#depth === this.#steps.length;
    }
    if (!this.#inRecord) this.#stays(element);
    return element;
  }

  #stays(element: JsonElement): void {
    this.#places.pin(element.offset);
    element.text = ownCopy(element.text);
    this.#characters += element.text.length;
    const most = RECORD_LIMITS.charactersAround;
    if (this.#characters > most) this.#tooMuch(AROUND, most, 'characters', element.offset);
  }

  #end(element: JsonElement): void {
    this.#depth -= 1;
    const last = this.#passed[this.#passed.length - 1];
    if (last?.element !== element) return;
    if (this.#inRecord) this.#give(element);
    else this.#places.unpinFrom(element.offset);
    this.#inRecord = false;
    this.#passed.pop();
    this.#values = last.valuesBefore;
    this.#characters = last.charactersBefore;
    removeLast(element.parent as PlainElement);
  }

  #give(element: JsonElement): void {
    const places = this.#places.kept();
    this.#sink.record({
      element,
      root: this.#top,
      placeOf: (at) => {
        const path = jsonElementPath(at);
        return path === '' ? places(at.offset) : { ...places(at.offset), path };
      },
    });
    this.#places.forgetBefore(element.offset);
  }

  #count(offset: number): void {
    this.#values += 1;
    const most = this.#inRecord ? RECORD_LIMITS.values : RECORD_LIMITS.valuesAround;
    if (this.#values <= most) return;
    this.#tooMuch(this.#inRecord ? 'A record' : AROUND, most, 'values', offset);
  }

  #tooMuch(where: string, most: number, what: string, offset: number): never {
    const message = `${where} has more than ${most.toLocaleString('en')} ${what}, which is the limit.`;
    throw new Fault('FILE_TOO_LARGE', message, { hint: jsonHint('FILE_TOO_LARGE'), at: this.#places.at(offset) });
  }

  #guarded(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof MalformedJson)) throw error;
      const at = this.#places.at(error.offset);
      throw new Fault(error.code, error.message, { hint: jsonHint(error.code), at });
    }
  }
}
