import type { OutMapping, TraceStep } from '../mapping-set.ts';
import { unreadTops } from './unread-tops.ts';
import { allRows, rowKey, type UnusedRow, unusedRows } from './unused-rows.ts';

/** Names of a document that its type needs and no file shows. */
const OF_EVERY_DOCUMENT: ReadonlySet<string> = new Set(['document']);

/** Watches a mapping out while it writes documents: which of its rows write something, and which fields none reads. */
export class OutCoverage {
  readonly #mapping: OutMapping;
  readonly #hits = new Set<string>();
  readonly #read = new Set<string>();
  /** Fields with a value, and the example in which each is met first. */
  readonly #fields = new Map<string, string>();

  constructor(mapping: OutMapping) {
    this.#mapping = mapping;
  }

  /** Writes a document of an example. Throws `MappingNotApplicable` as writing does. */
  write(document: Readonly<Record<string, unknown>>, example: string): void {
    this.#note(document, '', example);
    this.#mapping.write(document, (step) => this.#step(step));
  }

  unusedRows(): UnusedRow[] {
    return unusedRows(this.#mapping.rows, this.#hits);
  }

  /** Fields by their path, `lines/unit`, with the example in which each is met first. */
  unread(): { path: string; example: string }[] {
    const names = namesInConditions(this.#mapping);
    const isNamed = (path: string): boolean => names.has(path.slice(path.lastIndexOf('/') + 1));
    const fields = [...this.#fields.keys()].filter((path) => !OF_EVERY_DOCUMENT.has(path));
    const read = new Set([...this.#read, ...fields.filter(isNamed)]);
    const example = (path: string): string =>
      this.#fields.get(path) ?? [...this.#fields].find(([one]) => one.startsWith(`${path}/`))?.[1] ?? '';
    return unreadTops(read, fields).map((path) => ({ path, example: example(path) }));
  }

  #step({ row, source, result }: TraceStep): void {
    if (result !== undefined) this.#hits.add(rowKey(row));
    if (source?.path !== undefined) this.#read.add(source.path.replace(/\[\d+\]/g, '').replaceAll('.', '/'));
  }

  #note(value: unknown, path: string, example: string): void {
    if (Array.isArray(value)) for (const entry of value) this.#note(entry, path, example);
    else if (typeof value === 'object' && value !== null)
      for (const [name, entry] of Object.entries(value))
        this.#note(entry, path === '' ? name : `${path}/${name}`, example);
    else if (value !== null && value !== '' && !this.#fields.has(path)) this.#fields.set(path, example);
  }
}

/** Every name in an expression, in brackets, or as what an object needs: whoever asks for a field reads it. */
function namesInConditions({ rows }: OutMapping): Set<string> {
  const texts = allRows(rows).flatMap(({ row }) => [
    row.value ?? '',
    row.when ?? '',
    row.needs ?? '',
    ...[row.from, row.at, row.each, row.texts].flatMap((path) => path?.match(/\[[^\]]*\]/g) ?? []),
  ]);
  return new Set(texts.flatMap((text) => text.match(/[A-Za-z_]\w*/g) ?? []));
}
