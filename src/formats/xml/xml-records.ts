import type { RecordReader, RecordSink } from '../records/source-record.ts';
import type { RecordStep } from '../records/record-path.ts';
import { RecentText } from '../text/recent-text.ts';
import { RunningPlaces } from '../text/running-places.ts';
import { checkBeginning, emptyXml } from './check-beginning.ts';
import { explainMalformed, LONGEST_TAG } from './explain-malformed.ts';
import type { OpenElement } from './open-element.ts';
import { MalformedXml, XmlLimitExceeded } from './parse-stop.ts';
import { prologEnd } from './prolog.ts';
import { RecordWatch } from './record-watch.ts';
import { TreeBuilder } from './tree-builder.ts';
import { xmlLimitFault } from './xml-fault.ts';
import { XML_LIMITS, type XmlLimits } from './xml-limits.table.ts';
import { xmlPath } from './xml-path.ts';
import type { SinkTable } from './xml-tree.ts';

/** What records of XML are read with. */
export interface XmlRecordReading {
  /** The way from the root element to the records; one step that fits any element for the whole document. */
  steps: readonly RecordStep[];
  /** Prefixes for the paths that people are shown. */
  namespaces: Readonly<Record<string, string>>;
  sinks?: SinkTable | undefined;
  limits?: XmlLimits | undefined;
}

const LESS = 0x3c;
const MARKUP = new Set([0x21, 0x3f]);

/** Reads XML record by record, as strictly and with the same faults as `readXml`. */
export class XmlRecords implements RecordReader {
  readonly #reading: XmlRecordReading;
  readonly #limits: XmlLimits;
  readonly #sink: RecordSink;
  readonly #places = new RunningPlaces();
  readonly #recent = new RecentText();
  readonly #watch: RecordWatch;
  readonly #builder: TreeBuilder;
  /** The text up to the root element, until that is there; then undefined. */
  #head: string | undefined = '';

  constructor(reading: XmlRecordReading, sink: RecordSink) {
    this.#reading = reading;
    this.#limits = reading.limits ?? XML_LIMITS;
    this.#sink = sink;
    this.#watch = new RecordWatch(reading.steps, {
      nodes: () => this.#builder.nodes,
      keepNodes: (count) => {
        this.#builder.nodes = count;
      },
      nodesAround: this.#limits.nodesAround,
      charactersAround: this.#limits.charactersAround,
      opened: (element) => this.#settleOffset(element),
      stays: (element) => this.#places.pin(element.offset),
      gone: (element) => this.#places.unpinFrom(element.offset),
      record: (element, chain) => this.#give(element, chain),
    });
    this.#builder = new TreeBuilder(this.#limits, reading.sinks ?? new Map(), this.#watch);
  }

  write(piece: string): void {
    if (this.#head === undefined) {
      this.#feed(piece);
      return;
    }
    this.#head += piece;
    const { what } = prologEnd(this.#head);
    const undecided = what === 'nothing' || what === 'unfinished';
    if (!undecided || this.#head.length > this.#limits.prologCharacters) this.#begin(this.#head);
  }

  end(): void {
    if (this.#head !== undefined) this.#begin(this.#head);
    this.#guarded(true, () => {
      this.#builder.end();
      this.#watch.finish();
    });
  }

  #begin(head: string): void {
    this.#head = undefined;
    if (head === '') throw emptyXml(head);
    this.#places.add(head);
    this.#recent.add(head);
    this.#guarded(false, () => {
      this.#builder.begin(checkBeginning(head, this.#limits, (offset) => this.#places.at(offset)));
      this.#builder.feed(head);
    });
  }

  #feed(piece: string): void {
    this.#recent.forgetBefore(this.#builder.tokenStart - 2 * LONGEST_TAG);
    this.#places.add(piece);
    this.#recent.add(piece);
    this.#guarded(false, () => this.#builder.feed(piece));
  }

  #give(element: OpenElement, passed: readonly { element: OpenElement; ordinal: number }[]): void {
    const { root } = this.#builder;
    if (root === null) return;
    const chain = passed.map((link) => ({ element: link.element, ordinal: link.ordinal }));
    const places = this.#places.kept();
    this.#sink.record({
      element,
      root,
      placeOf: (at) => ({ ...places(at.offset), path: xmlPath(at, this.#reading.namespaces, chain) }),
    });
    this.#places.forgetBefore(element.offset);
  }

  /** Comments and instructions before a start tag give no event: the element begins behind them. */
  #settleOffset(element: OpenElement): void {
    const { offset } = element;
    if (this.#recent.unitAt(offset) === LESS && !MARKUP.has(this.#recent.unitAt(offset + 1))) return;
    element.offset += prologEnd(this.#recent.stretch(offset, this.#places.taken)).offset;
  }

  #guarded(atEnd: boolean, read: () => void): void {
    try {
      read();
    } catch (error) {
      const places = (offset: number) => this.#places.at(offset);
      if (error instanceof XmlLimitExceeded) throw xmlLimitFault(this.#limits, error.limit, places(error.offset));
      if (!(error instanceof MalformedXml)) throw error;
      const stretch = (from: number, to: number) => this.#recent.stretch(from, to);
      throw explainMalformed(error, { atEnd, stretch, builder: this.#builder, places });
    }
  }
}
