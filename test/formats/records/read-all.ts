import type { Finding } from '../../../src/domain/decision.ts';
import { Fault } from '../../../src/domain/fault.ts';
import type { Place } from '../../../src/domain/documents.generated.ts';
import type { MappingFormat } from '../../../src/domain/mapping-file.generated.ts';
import { openRecords, type RecordReading } from '../../../src/formats/records/open-records.ts';
import type { SourceRecord } from '../../../src/formats/records/source-record.ts';
import type { XmlElement } from '../../../src/formats/xml/xml-tree.ts';

/** An element as plain data: what tests compare. A text alone stands for itself. */
export type Seen = { name: string; at: Place; text?: string; attributes?: string; children?: Seen[] };

/** What reading gave, in its order: a copy of each record with its places and the names around it, findings, and the fault that ended it. */
export interface ReadAll {
  records: { record: Seen; around: string[] }[];
  refused: Finding[];
  fault?: { code: string; message: string; at: Place | undefined };
}

/** Reads a text that comes in these pieces. */
export function readPieces(
  pieces: Iterable<string>,
  format: MappingFormat,
  namespaces: Record<string, string> = {},
  reading: RecordReading = {},
): ReadAll {
  const all: ReadAll = { records: [], refused: [] };
  try {
    const reader = openRecords(
      format,
      namespaces,
      {
        record: (record) => all.records.push({ record: seen(record.element, record), around: around(record) }),
        refused: (finding) => all.refused.push(finding),
      },
      reading,
    );
    for (const piece of pieces) reader.write(piece);
    reader.end();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    all.fault = { code: error.code, message: error.message, at: error.at };
  }
  return all;
}

/** The same of a text in one piece. */
export function readText(text: string, format: MappingFormat, namespaces: Record<string, string> = {}): ReadAll {
  return readPieces([text], format, namespaces);
}

/** An element and all in it, with places. */
export function seen(element: XmlElement, record: Pick<SourceRecord, 'placeOf'>): Seen {
  const made: Seen = { name: element.name, at: record.placeOf(element) };
  if (element.text !== '') made.text = element.text;
  if (element.attributes.length > 0) made.attributes = JSON.stringify(element.attributes);
  if (element.children.length > 0) made.children = element.children.map((child) => seen(child, record));
  return made;
}

/** The names and texts of a record as nested lists: `['H', ['No', '1']]`. */
export function plain(element: Seen): unknown {
  const { name, text, children } = element;
  return children === undefined ? `${name}=${text ?? ''}` : [name, ...children.map(plain)];
}

function around({ root }: SourceRecord): string[] {
  return root.children.map(({ name, text }) => (text === '' ? name : `${name}=${text}`));
}

/** Cuts a text at these positions. */
export function cutAt(text: string, cuts: readonly number[]): string[] {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  return [...places, text.length].map((to, index) => text.slice(places[index - 1] ?? 0, to));
}
