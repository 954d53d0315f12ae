import type { Finding } from '../../../domain/decision.ts';
import type { Place } from '../../../domain/documents.generated.ts';
import type { MappingFormat } from '../../../domain/mapping-file.generated.ts';
import type { SourceRecord } from '../../../formats/records/source-record.ts';
import type { XmlElement } from '../../../formats/xml/xml-tree.ts';
import type { ApplyContext, TraceStep } from '../mapping-set.ts';
import { type ExpressionScope, expressionView, type StepContext } from '../value-steps.ts';
import { RecordFindings } from './record-findings.ts';

/** A row where it stands, as findings and traces name it. */
export interface RowName {
  /** The field in the document, with `[]` for the entries of lists: `lines[].unitPrice`. */
  to: string;
  at: Place;
}

/** One record on its way through a mapping: what it has, and what is found. */
export class Run {
  readonly record: SourceRecord;
  readonly top: XmlElement;
  readonly context: ApplyContext;
  /** For converters; `element` is set for each value. */
  readonly steps: StepContext;
  findings = new RecordFindings();
  /** The places in the lists that are being filled, outermost first. */
  readonly indexes: number[] = [];
  /** How many values came from the file, which tells a group that states something from one that does not. */
  stated = 0;
  /** Nothing is reported: only a value is asked for. */
  quiet = false;
  #record: unknown;

  constructor(record: SourceRecord, context: ApplyContext, format: MappingFormat) {
    this.record = record;
    this.top = record.root;
    this.context = context;
    this.steps = context.timeZone === undefined ? { format } : { format, timeZone: context.timeZone };
  }

  scope(element: XmlElement): ExpressionScope {
    this.#record ??= this.#view(this.record.element);
    const source = element === this.record.element ? this.#record : this.#view(element);
    const position = (this.indexes.at(-1) ?? 0) + 1;
    return { source, record: this.#record, file: { name: this.context.fileName }, position };
  }

  #view(element: XmlElement): unknown {
    const { recorder } = this.context;
    return recorder === undefined ? expressionView(element) : expressionView(element, recorder.read.bind(recorder));
  }

  add(finding: Omit<Finding, 'at'>, element: XmlElement, attribute: string | null = null): void {
    if (!this.quiet) this.findings.add({ ...finding, at: this.placeOf(element, attribute) });
  }

  /** Collects what is found from here on apart from the rest, until `close`. */
  open(): RecordFindings {
    const outer = this.findings;
    this.findings = new RecordFindings();
    return outer;
  }

  /** Ends a part: what is missing in something that is not there at all is not missing. */
  close(outer: RecordFindings, isThere: boolean): void {
    outer.take(this.findings, isThere);
    this.findings = outer;
  }

  placeOf(element: XmlElement, attribute: string | null = null): Place {
    const place = this.record.placeOf(element);
    return attribute === null ? place : { ...place, path: `${place.path ?? ''}/@${attribute}` };
  }

  /** The field with its places in lists: `lines[2].unitPrice`. */
  field(to: string): string {
    let index = 0;
    return to.replace(/\[\]/g, () => `[${this.indexes[index++] ?? 0}]`);
  }

  get traces(): boolean {
    return this.context.trace !== undefined && !this.quiet;
  }

  trace(row: RowName, step: Omit<TraceStep, 'to' | 'row'>): void {
    if (this.traces) this.context.trace?.({ to: this.field(row.to), row: row.at, ...step });
  }
}

/** `mappings/epack/orders.yaml:12`, as it stands at the end of messages. */
export function rowText({ file = '', line = 1 }: Place): string {
  return `${file}:${line}`;
}
