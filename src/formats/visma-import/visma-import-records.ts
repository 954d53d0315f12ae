import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import { csvColumns } from '../csv/csv-columns.ts';
import { ANY_KIND, type LineKind, lineKinds } from '../records/line-kind.ts';
import type { RecordAssembly } from '../records/record-assembly.ts';
import { RecordLines } from '../records/record-lines.ts';
import type { RecordReader, RecordSink } from '../records/source-record.ts';
import { importField, importStatement, type ImportStatement, importValues } from './import-line.ts';

/** The table that rows belong to now. */
interface CurrentTable {
  name: string;
  /** undefined: no table that the mapping knows. */
  kind: LineKind | undefined;
  fields: readonly string[];
}

/**
 * Reads the text import of Visma Business: `@Table(field,field)` and the rows below it. Each row becomes an element of
 * the table's name, its values children; other statements (`@IMPORT_METHOD(3)`) become attributes of the top.
 */
export class VismaImportRecords implements RecordReader {
  readonly #kinds: ReadonlyMap<string, LineKind>;
  readonly #assembly: RecordAssembly;
  readonly #lines: RecordLines;
  readonly #separator: string | undefined;
  #table: CurrentTable | undefined;

  constructor(format: MappingFormat, sink: RecordSink) {
    this.#kinds = lineKinds(format);
    this.#separator = format.separator;
    this.#lines = new RecordLines(sink, (line, offset) => this.#line(line, offset));
    this.#assembly = this.#lines.assembly;
  }

  write(piece: string): void {
    this.#lines.write(piece);
  }

  end(): void {
    this.#lines.end();
  }

  #line(line: string, offset: number): void {
    if (line.trim() === '') return;
    const statement = importStatement(line);
    if (statement === undefined) this.#row(line, offset);
    else if (statement !== null) this.#statement(statement);
    else {
      this.#table = undefined;
      this.#assembly.refuse(
        undefined,
        offset,
        'This line begins with @ and is no statement such as @Table(Field,Field).',
      );
    }
  }

  #statement(statement: ImportStatement): void {
    const { name } = statement;
    const known = [...this.#kinds.keys()].find((key) => key.toLowerCase() === name.toLowerCase()) ?? ANY_KIND;
    const kind = this.#kinds.get(known);
    this.#table = { name, kind, fields: fieldNames(statement.arguments, kind) };
    this.#assembly.ignore();
    if (kind !== undefined && kind.name !== ANY_KIND) return;
    const { top } = this.#assembly;
    const value = statement.arguments.join(',');
    top.attributes = [...top.attributes.filter((other) => other.name !== name), { namespace: '', name, value }];
  }

  #row(line: string, offset: number): void {
    const table = this.#table;
    if (table?.kind?.type.ignore === true) {
      this.#assembly.ignore();
      return;
    }
    if (table?.kind === undefined) {
      const message =
        table === undefined
          ? 'A row stands here without a table before it, such as @Table(Field,Field).'
          : `A row of @${table.name} stands here, which is no table of the mapping: ${[...this.#kinds.keys()].join(', ')} are.`;
      this.#assembly.refuse(undefined, offset, message);
      return;
    }
    this.#values(table.kind, table.fields, line, offset);
  }

  #values(kind: LineKind, fields: readonly string[], line: string, offset: number): void {
    const values = importValues(line, this.#separator);
    if (!Array.isArray(values)) {
      const [at, message] =
        'unclosed' in values
          ? [values.unclosed, 'The quotation mark that opens here is not closed on this line.']
          : [values.text, 'Text stands behind a closing quotation mark. One that is part of a text is written twice.'];
      this.#assembly.refuse(kind, offset + at, message);
    } else if (values.length !== fields.length) {
      const message = `This row has ${values.length} values, where @${kind.name} names ${fields.length} fields.`;
      this.#assembly.refuse(kind, offset + (values[fields.length]?.at ?? line.length), message);
    } else {
      const named = values.map(({ text, at }, index) => ({ name: fields[index] ?? '', text, offset: offset + at }));
      this.#assembly.take(kind, named, offset);
    }
  }
}

/** The names of the fields as the mapping writes them, whatever case the file has them in. */
function fieldNames(written: readonly string[], kind: LineKind | undefined): string[] {
  const known = csvColumns(kind?.type.columns).names.filter((name) => name !== null);
  return written.map((field) => {
    const name = importField(field);
    return known.find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;
  });
}
