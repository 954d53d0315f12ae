import type { Finding, ReadDocument } from '../../domain/decision.ts';
import type { Place } from '../../domain/documents.generated.ts';
import type { InMapping, OutMapping, TraceStep } from '../../mapping/language/mapping-set.ts';
import { MappingNotApplicable } from '../../mapping/language/out/mapping-not-applicable.ts';
import { type FileToRead, readByMapping } from './read-by-mapping.ts';
import { readOneDocument } from './read-document.ts';

/** What each field of one record, or of one document that is written, came from. */
export interface RecordTrace {
  /** Where the record stands in the file; null for a document that is written. */
  at: Place | null;
  steps: TraceStep[];
}

/** What a file becomes by a mapping. */
export interface MappingRun {
  /** In: the documents of the records that are right. */
  documents: ReadDocument[];
  /** Out: the bytes of the file; null where the document is refused. */
  written: Uint8Array | null;
  findings: Finding[];
  /** One for each record; empty where nobody asked for it. */
  traces: RecordTrace[];
}

/** Sends a file through a mapping, and writes nothing anywhere. Throws a `Fault` where it cannot be read as what a mapping out needs. */
export function runMapping(
  mapping: InMapping | OutMapping,
  file: FileToRead,
  options: { trace: boolean; timeZone?: string },
): MappingRun {
  return mapping.direction === 'in' ? runIn(mapping, file, options) : runOut(mapping, file, options);
}

function runIn(
  mapping: InMapping,
  file: FileToRead,
  { trace, timeZone }: { trace: boolean; timeZone?: string },
): MappingRun {
  const traces: RecordTrace[] = [];
  const traced: InMapping = {
    ...mapping,
    apply: (record, context) => {
      const steps: TraceStep[] = [];
      traces.push({ at: record.placeOf(record.element), steps });
      return mapping.apply(record, { ...context, trace: (step) => void steps.push(step) });
    },
  };
  const { documents, findings } = readByMapping(trace ? traced : mapping, file, timeZone);
  return { documents, written: null, findings, traces };
}

function runOut(
  mapping: OutMapping,
  { bytes, at }: FileToRead,
  { trace, timeZone }: { trace: boolean; timeZone?: string },
): MappingRun {
  const document = readOneDocument(bytes, at, mapping.document);
  const steps: TraceStep[] = [];
  const traces = trace ? [{ at: null, steps }] : [];
  try {
    const written = mapping.write(document, trace ? (step) => void steps.push(step) : undefined, timeZone);
    return { documents: [], written, findings: [], traces };
  } catch (error) {
    if (!(error instanceof MappingNotApplicable)) throw error;
    return { documents: [], written: null, findings: [...error.findings], traces };
  }
}
