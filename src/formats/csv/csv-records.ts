import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import { Fault } from '../../domain/fault.ts';
import { ANY_KIND, LINE, type LineKind, lineKinds } from '../records/line-kind.ts';
import { RecordAssembly } from '../records/record-assembly.ts';
import { RECORD_LIMITS } from '../records/record-limits.table.ts';
import type { RecordReader, RecordSink } from '../records/source-record.ts';
import { RunningPlaces } from '../text/running-places.ts';
import { CsvCells } from './csv-cells.ts';
import { type CsvColumns, csvColumns, headerColumns, namedCells, wrongCount } from './csv-columns.ts';
import type { CsvHandler, CsvRow, CsvWriting } from './csv-row.ts';

/** How a format says that lines of cells are written. */
export function csvWriting(format: MappingFormat): CsvWriting {
  return {
    separator: format.separator ?? ';',
    quote: format.quote ?? '"',
    comment: format.comment ?? '',
    skipLines: format.skipLines ?? 0,
  };
}

/** Does the first line name the columns? Where nothing else does. */
export function hasHeader(format: MappingFormat): boolean {
  return format.header ?? (format.columns === undefined && format.records === undefined);
}

/** Reads CSV line by line: cells become children under their columns' names, lines of record types stand in each other. */
export class CsvRecords implements RecordReader, CsvHandler {
  readonly #format: MappingFormat;
  readonly #kinds: ReadonlyMap<string, LineKind>;
  readonly #columns = new Map<string, CsvColumns>();
  readonly #places = new RunningPlaces();
  readonly #assembly: RecordAssembly;
  readonly #cells: CsvCells;
  #headerComes: boolean;

  constructor(format: MappingFormat, sink: RecordSink) {
    this.#format = format;
    this.#kinds = lineKinds(format);
    for (const [name, kind] of this.#kinds) this.#columns.set(name, csvColumns(kind.type.columns ?? format.columns));
    this.#headerComes = hasHeader(format);
    this.#assembly = new RecordAssembly(sink, this.#places);
    this.#cells = new CsvCells(csvWriting(format), this, {
      characters: RECORD_LIMITS.lineCharacters,
      columns: RECORD_LIMITS.columns,
    });
  }

  write(piece: string): void {
    this.#places.add(piece);
    this.#cells.write(piece);
  }

  end(): void {
    this.#cells.end();
    this.#assembly.end();
  }

  row(row: CsvRow): void {
    if (this.#headerComes) this.#header(row);
    else this.#line(row);
  }

  unclosed(offset: number): never {
    throw new Fault('TRUNCATED', 'The file ends inside a text: the quotation mark that opens here is never closed.', {
      hint: 'Send the whole file again. A quotation mark that is part of a text is written twice.',
      at: this.#places.at(offset),
    });
  }

  tooLong(offset: number): never {
    const { lineCharacters, columns } = RECORD_LIMITS;
    throw new Fault(
      'FILE_TOO_LARGE',
      `A value has more than ${lineCharacters.toLocaleString('en')} characters here, or a line more than ${columns.toLocaleString('en')} columns.`,
      {
        hint: 'Probably a quotation mark is never closed, or the separator of the mapping is another one.',
        at: this.#places.at(offset),
      },
    );
  }

  #header(row: CsvRow): void {
    this.#headerComes = false;
    const columns = row.fault ?? headerColumns(row, this.#format.columns);
    this.#assembly.ignore();
    if ('names' in columns) this.#columns.set(LINE, columns);
    else
      throw new Fault('RECORD_INVALID', columns.message, {
        hint: 'The first line names the columns, each once. Without it no line can be understood.',
        at: this.#places.at(columns.offset),
      });
  }

  #line(row: CsvRow): void {
    const kind = this.#kindOf(row);
    if (kind === undefined) return;
    if (kind.type.ignore === true) {
      this.#assembly.ignore();
      return;
    }
    const columns = this.#columns.get(kind.name) ?? { names: [], count: null };
    const fault = row.fault ?? wrongCount(columns, row);
    if (fault === undefined) this.#assembly.take(kind, namedCells(columns, row), row.offset);
    else this.#assembly.refuse(kind, fault.offset, fault.message);
  }

  #kindOf(row: CsvRow): LineKind | undefined {
    const { recordType } = this.#format;
    if (recordType === undefined) return this.#kinds.get(LINE);
    const cell = row.cells[Number(recordType) - 1];
    const name = cell?.text.trim() ?? '';
    const kind = this.#kinds.get(name) ?? this.#kinds.get(ANY_KIND);
    if (kind === undefined) {
      const known = [...this.#kinds.keys()].join(', ');
      const message = `"${name.slice(0, 40)}" in column ${Number(recordType)} is no record type of the mapping: ${known} are.`;
      this.#assembly.refuse(undefined, cell?.offset ?? row.end, message);
    }
    return kind;
  }
}
