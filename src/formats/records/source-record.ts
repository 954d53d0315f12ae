import type { Place } from '../../domain/documents.generated.ts';
import type { Finding } from '../../domain/decision.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/**
 * One record of a file of any format, in the one tree that paths are looked up in: an XML element as it stands, a JSON
 * object whose properties are child elements (an entry of a list is one more element of the same name), a line of
 * columns or of fixed positions whose columns are child elements. Names of formats other than XML have no namespace.
 */
export interface SourceRecord {
  /** The record itself. */
  element: XmlElement;
  /**
   * The top of what is known of the file: the record, and what stands before it and around it. For XML the root element;
   * for the other formats, whose top has no name, an element with the name ''.
   */
  root: XmlElement;
  /** Line, column, and the path or the column's name, for people. */
  placeOf(element: XmlElement): Place;
}

/** Takes what a reader of records finds, in the order of the file. */
export interface RecordSink {
  /** What is around the record goes on changing afterwards: what is needed of it is taken now. */
  record(record: SourceRecord): void;
  /** A record that cannot be read, though others can. */
  refused(finding: Finding): void;
}

/** Reads a file's text, piece by piece, and keeps no more of it than the record at hand. */
export interface RecordReader {
  /** Takes the next piece of the text. Throws a `Fault` with its place where the file as a whole cannot be read. */
  write(piece: string): void;
  /** The text is at its end. Throws as `write` does; `TRUNCATED` where the end is missing. */
  end(): void;
}
