import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import { ANY_KIND, LINE, type LineKind, lineKinds } from '../records/line-kind.ts';
import type { LineValue, RecordAssembly } from '../records/record-assembly.ts';
import { RecordLines } from '../records/record-lines.ts';
import type { RecordReader, RecordSink } from '../records/source-record.ts';
import { type LineField, lineFields, type Positions, typePositions } from './fixed-fields.ts';
import { type FixedLine, fixedLine } from './fixed-line.ts';

/** Characters that stand for more than one position, or end a page within a line. */
const SHIFTS = /[\t\v\f]/;

/** Reads lines of fixed positions: fields become children, lines of record types stand in each other. Blank lines say nothing. */
export class FixedWidthRecords implements RecordReader {
  readonly #format: MappingFormat;
  readonly #kinds: ReadonlyMap<string, LineKind>;
  readonly #fields = new Map<string, readonly LineField[]>();
  readonly #type: readonly Positions[] | undefined;
  readonly #assembly: RecordAssembly;
  readonly #lines: RecordLines;
  #skipLines: number;

  constructor(format: MappingFormat, sink: RecordSink) {
    this.#format = format;
    this.#kinds = lineKinds(format);
    for (const [name, kind] of this.#kinds) this.#fields.set(name, lineFields(kind.type.fields ?? format.fields));
    this.#type = format.recordType === undefined ? undefined : typePositions(format.recordType);
    this.#skipLines = format.skipLines ?? 0;
    this.#lines = new RecordLines(sink, (line, offset) => this.#line(line, offset));
    this.#assembly = this.#lines.assembly;
  }

  write(piece: string): void {
    this.#lines.write(piece);
  }

  end(): void {
    this.#lines.end();
  }

  #line(text: string, offset: number): void {
    if (this.#skipLines > 0) {
      this.#skipLines -= 1;
      return;
    }
    if (text.trim() === '') return;
    const line = fixedLine(text);
    const kind = this.#kindOf(line, offset);
    if (kind === undefined) return;
    if (kind.type.ignore === true) {
      this.#assembly.ignore();
      return;
    }
    const shift = text.search(SHIFTS);
    if (shift >= 0) {
      const message = 'A tab or form feed stands in this line: where its fields begin cannot be counted.';
      this.#assembly.refuse(kind, offset + shift, message);
      return;
    }
    const { lineLength } = this.#format;
    if (lineLength !== undefined && line.length !== lineLength) {
      const message = `This line has ${line.length} characters, where there should be ${lineLength}.`;
      this.#assembly.refuse(kind, offset + line.offsetOf(lineLength), message);
      return;
    }
    this.#fieldsOf(kind, line, offset);
  }

  #fieldsOf(kind: LineKind, line: FixedLine, offset: number): void {
    const values: LineValue[] = [];
    for (const { name, at, constant } of this.#fields.get(kind.name) ?? []) {
      const text = line.textAt(at);
      if (constant !== null && text.padEnd(constant.length) !== constant) {
        const message = `"${text.trimEnd()}" stands in positions ${at.from + 1}-${at.to} (${name}), where the mapping says that "${constant.trimEnd()}" always stands.`;
        this.#assembly.refuse(kind, offset + line.offsetOf(at.from), message);
        return;
      }
      values.push({ name, text, offset: offset + line.offsetOf(at.from) });
    }
    this.#assembly.take(kind, values, offset);
  }

  #kindOf(line: FixedLine, offset: number): LineKind | undefined {
    if (this.#type === undefined) return this.#kinds.get(LINE);
    const name = this.#type.map((at) => line.textAt(at)).join('');
    const kind = this.#kinds.get(name) ?? this.#kinds.get(name.trim()) ?? this.#kinds.get(ANY_KIND);
    if (kind === undefined) {
      const known = [...this.#kinds.keys()].join(', ');
      const message = `"${name}" in positions ${this.#format.recordType} is no record type of the mapping: ${known} are.`;
      this.#assembly.refuse(undefined, offset + line.offsetOf(this.#type[0]?.from ?? 0), message);
    }
    return kind;
  }
}
