import type { Place } from '../../../domain/documents.generated.ts';
import type { SourceRecord } from '../../../formats/records/source-record.ts';
import type { XmlElement } from '../../../formats/xml/xml-tree.ts';
import type { CoverageRecorder, InMapping } from '../mapping-set.ts';
import { askedByConditions } from './asked-by-conditions.ts';
import { unreadTops } from './unread-tops.ts';
import { rowKey, type UnusedRow, unusedRows } from './unused-rows.ts';

/** A place of a file that no row reads, with the first example of it. */
export interface UnreadPlace {
  /** By names, without prefixes: `Order/Line/@No`. */
  path: string;
  at: Place;
}

/** Watches a mapping in while it reads files: which of its rows give something, and what of the files none reads. */
export class InCoverage {
  /** The mapping to read with: the same one, watched. `file`: how the place of an example is named. */
  readonly watched: (file: string) => InMapping;
  readonly #mapping: InMapping;
  readonly #hits = new Set<string>();
  readonly #read = new Set<string>();
  /** Where each place stands for the first time, in the order of the files. */
  readonly #places = new Map<string, Place>();
  /** Places that hold a value. */
  readonly #valued = new Set<string>();
  /** The top of the record at hand: what an envelope has around it is not the document's. */
  #top: XmlElement | null = null;

  constructor(mapping: InMapping) {
    this.#mapping = mapping;
    const recorder: CoverageRecorder = {
      hit: (row) => void this.#hits.add(rowKey(row)),
      read: (element, attribute) => void this.#read.add(this.#pathOf(element, attribute)),
    };
    this.watched = (file) => ({
      ...mapping,
      apply: (record, context) => {
        this.#note(record, file);
        return mapping.apply(record, { ...context, recorder });
      },
    });
  }

  unusedRows(): UnusedRow[] {
    return unusedRows(this.#mapping.rows, this.#hits);
  }

  unread(): UnreadPlace[] {
    const { rows, claims, source } = this.#mapping;
    const asked = askedByConditions(rows, Object.keys(claims.where ?? {}), source);
    const isAsked = (path: string): boolean => [...asked].some((end) => path === end || path.endsWith(`/${end}`));
    const read = new Set([...this.#read, ...[...this.#valued].filter(isAsked)]);
    return unreadTops(read, this.#valued).map((path) => ({ path, at: this.#places.get(path) ?? {} }));
  }

  #note(record: SourceRecord, file: string): void {
    this.#top = record.root;
    const walk = (element: XmlElement): void => {
      const path = this.#pathOf(element, null);
      const place = (): Place => ({ ...record.placeOf(element), file });
      if (!this.#places.has(path)) this.#places.set(path, place());
      if (element.text.trim() !== '' || element.sunk !== null) this.#valued.add(path);
      for (const { name, value } of element.attributes) {
        const own = this.#pathOf(element, name);
        if (!this.#places.has(own)) this.#places.set(own, place());
        if (value.trim() !== '') this.#valued.add(own);
      }
      element.children.forEach(walk);
    };
    walk(record.root);
  }

  /** A column of lines that are grouped stands in the record and in its line: it is one place. */
  #pathOf(element: XmlElement, attribute: string | null): string {
    if (this.#mapping.source.groupBy !== undefined) return element.name;
    const names: string[] = attribute === null ? [] : [`@${attribute}`];
    for (let one: XmlElement | null = element; one !== null; one = one === this.#top ? null : one.parent)
      if (one.name !== '') names.push(one.name);
    return names.reverse().join('/');
  }
}
