import { Fault } from '../../domain/fault.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { LINE } from './line-kind.ts';
import { addChild, type PlainElement, plainElement } from './plain-element.ts';
import { RECORD_LIMITS } from './record-limits.table.ts';
import type { RecordSink, SourceRecord } from './source-record.ts';

const HINT = 'Have the line that is named before this one mended, and send the file again.';

/** Lines that belong together, while they come. */
interface Group {
  key: string;
  /** As people read it: OrderNo "4711". */
  name: string;
  element: PlainElement;
  first: SourceRecord;
  /** The line of each value, and what a copy was made of. */
  origins: Map<XmlElement, { record: SourceRecord; element: XmlElement }>;
  refused: boolean;
  /** It has more values than a record may have: no more are kept. */
  full: boolean;
}

/**
 * Makes one record of lines that follow each other and say the same in some columns, as flat files have them: an order's
 * head repeated on each of its lines. Each line stands in the record as `line`; all values of all lines stand in the
 * record itself too, so that what is said once for the record has to be the same on every line. A line that cannot be
 * read, or does not say what it belongs to, refuses the records that it may belong to: nobody takes an order in without
 * one of its lines. For the same reason lines that do not stand together refuse the file.
 */
export class GroupedRecords implements RecordSink {
  readonly #columns: readonly string[];
  readonly #sink: RecordSink;
  readonly #mostValues: number;
  /** Keys of records that have ended. */
  readonly #ended = new Set<string>();
  #group: Group | null = null;
  /** A line before this one could not be read. */
  #after = false;

  constructor(columns: readonly string[], sink: RecordSink, mostValues: number = RECORD_LIMITS.values) {
    this.#mostValues = mostValues;
    this.#columns = columns;
    this.#sink = sink;
  }

  record(record: SourceRecord): void {
    const values = this.#columns.map((column) => cellOf(record.element, column));
    if (values.every((value) => value === '')) {
      this.#refuseUnnamed(record);
      return;
    }
    const key = JSON.stringify(values);
    let group = this.#group;
    if (group === null || group.key !== key) {
      this.end();
      const name = this.#columns.map((column, index) => `${column} "${values[index] ?? ''}"`).join(', ');
      if (this.#ended.has(key)) throw this.#apart(name, record);
      const element = plainElement('record', record.element.offset);
      addChild(plainElement('', 0), element);
      group = { key, name, element, first: record, origins: new Map(), refused: this.#after, full: false };
      this.#group = group;
    }
    this.#after = false;
    this.#add(group, record);
  }

  refused(finding: Parameters<RecordSink['refused']>[0]): void {
    if (this.#group !== null) this.#group.refused = true;
    this.#after = true;
    this.#sink.refused(finding);
  }

  /** No line comes any more. */
  end(): void {
    const group = this.#group;
    if (group === null) return;
    this.#group = null;
    this.#ended.add(group.key);
    const { element, origins, first } = group;
    if (group.refused) {
      this.#sink.refused({
        code: 'RECORD_INVALID',
        severity: 'error',
        message: `The record with ${group.name} is not taken: a line that belongs to it, or may belong to it, cannot be read.`,
        hint: HINT,
        at: first.placeOf(first.element),
      });
      return;
    }
    const placeOf: SourceRecord['placeOf'] = (at) => {
      const origin = origins.get(at);
      return origin === undefined ? first.placeOf(first.element) : origin.record.placeOf(origin.element);
    };
    this.#sink.record({ element, root: element.parent ?? element, placeOf });
  }

  #refuseUnnamed(record: SourceRecord): void {
    this.refused({
      code: 'VALUE_MISSING',
      severity: 'error',
      message: `Nothing stands in ${this.#columns.join(' or ')} here: nobody knows which record this line belongs to.`,
      hint: `Send the file again with ${this.#columns.join(' and ')} on every line.`,
      at: record.placeOf(record.element),
    });
  }

  #apart(name: string, record: SourceRecord): Fault {
    return new Fault(
      'RECORD_INVALID',
      `Lines with ${name} stand further up too, and other lines between them and this one.`,
      {
        hint: `Send the file with all lines of one ${this.#columns.join(' and ')} together: of a record in pieces nothing is taken, nor of the rest of its file.`,
        at: record.placeOf(record.element),
      },
    );
  }

  #add(group: Group, record: SourceRecord): void {
    if (group.full) return;
    const { element, origins, name } = group;
    const line = plainElement(LINE, record.element.offset);
    addChild(element, line);
    origins.set(line, { record, element: record.element });
    for (const value of record.element.children) {
      for (const parent of [line, element]) {
        const copy = plainElement(value.name, value.offset, value.text);
        addChild(parent, copy);
        origins.set(copy, { record, element: value });
      }
    }
    if (origins.size <= 2 * this.#mostValues) return;
    origins.clear();
    element.children = [];
    group.full = true;
    group.refused = true;
    this.#sink.refused({
      code: 'FILE_TOO_LARGE',
      severity: 'error',
      message: `The record with ${name} has more than ${this.#mostValues.toLocaleString('en')} values, which is the limit.`,
      hint: 'Look at the columns in "groupBy" of the mapping: too many lines say the same there.',
      at: record.placeOf(record.element),
    });
  }
}

function cellOf(line: XmlElement, column: string): string {
  return line.children.find(({ name }) => name === column)?.text.trim() ?? '';
}
