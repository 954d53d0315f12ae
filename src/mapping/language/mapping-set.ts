import type { Finding, ReadDocument } from '../../domain/decision.ts';
import type { Place } from '../../domain/documents.generated.ts';
import type { MappingClaims, MappingFormat } from '../../domain/mapping-file.generated.ts';
import type { SourceRecord } from '../../formats/records/source-record.ts';
import type { XmlElement } from '../../formats/xml/xml-tree.ts';
import type { ClaimTests } from './claims/compile-claims.ts';
import type { PlacedRow } from './parse/placed-row.ts';

/** The texts that mappings are made of: `mappings/**.yaml` but site.yaml, and `mappings/lookups/*.csv`. */
export interface MappingSources {
  /** By the path from the site's folder: `mappings/epack/sales-order-xml.yaml`. */
  files: readonly { file: string; text: string; shipped: boolean }[];
  /** By the name that `lookup` gives: `units`, with the path from the site's folder. */
  lookups: readonly { name: string; file: string; text: string }[];
}

/** The mappings in force, compiled once: plain functions, nothing is looked up by text while documents pass. */
export interface MappingSet {
  /** Hash of everything that it was made of. */
  version: string;
  in: readonly InMapping[];
  /** By name. */
  out: ReadonlyMap<string, OutMapping>;
}

interface CompiledMapping {
  name: string;
  /** Hash of its file and of all that it uses: 12 hexadecimal digits, kept with every document. */
  version: string;
  file: string;
  shipped: boolean;
  /** The type of the canonical document. */
  document: string;
  claims: MappingClaims;
  /** As they are written, those of parts in their places: `map coverage` looks at them. */
  rows: readonly PlacedRow[];
}

/** A mapping of files to documents. */
export interface InMapping extends CompiledMapping {
  direction: 'in';
  source: MappingFormat;
  /** Prefixes of its paths: people are told places with them. */
  namespaces: Readonly<Record<string, string>>;
  /** Its claims as tests. */
  fits: ClaimTests;
  /** Makes the canonical document of a record. Never throws for what is in the record. */
  apply(record: SourceRecord, context: ApplyContext): Applied;
}

/** What a record is mapped in the light of. */
export interface ApplyContext {
  fileName: string;
  /** The key of documents that have none of their own: a supplier invoice is known by the file that it came in. */
  fileId?: string;
  /** The site's zone, as Europe/Oslo: of times that are written without one. */
  timeZone?: string;
  /** Takes each step, for `map run --trace`; left out while documents pass. */
  trace?: (step: TraceStep) => void;
  /** Takes which rows were used and what of the file was read, for `map coverage`; left out while documents pass. */
  recorder?: CoverageRecorder;
}

/** What a mapping used of its own rows, and of a record. */
export interface CoverageRecorder {
  /** A row gave a value, by its place. */
  hit(row: Place): void;
  /** An element, or one of its attributes, was read. */
  read(element: XmlElement, attribute: string | null): void;
}

/** The document of a record with its key and place, or the findings that say why there is none; warnings stand beside a document. */
export interface Applied {
  document: ReadDocument | undefined;
  findings: Finding[];
}

/** What became of one field of the document. */
export interface TraceStep {
  /** Path of the field: `lines[2].unitPrice`. */
  to: string;
  /** The mapping's line that did it. */
  row: Place;
  /** Where the value stood, and as what; absent for a default or an expression. */
  source?: Place;
  raw?: string;
  /** Each conversion and look-up, with what it made of the value. */
  steps: { step: string; result: string }[];
  /** As JSON; absent where the field stays out. */
  result?: string;
  /** Why: default, condition that does not hold, nothing found, refused. */
  note?: string;
}

/** A mapping of documents to files. */
export interface OutMapping extends CompiledMapping {
  direction: 'out';
  target: MappingFormat;
  /** How the file's name ends, without the dot. */
  ending: string;
  /**
   * The bytes of a canonical document. `timeZone`: the site's, of times that are written without an offset. Throws
   * `MappingNotApplicable` where the document does not fit the mapping: where, why, what to do.
   */
  write(document: Readonly<Record<string, unknown>>, trace?: (step: TraceStep) => void, timeZone?: string): Uint8Array;
}

/** Everything that is wrong with mapping files, each with file, line and column; the set of those that are right. */
export interface CompiledMappings {
  set: MappingSet;
  findings: Finding[];
}
