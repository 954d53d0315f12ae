import type { Place } from '../../domain/documents.generated.ts';
import { Fault } from '../../domain/fault.ts';
import { MalformedJson } from '../../formats/json/json-cursor.ts';
import { JsonLineSplitter } from '../../formats/json/split-json-lines.ts';
import { JsonListSplitter } from '../../formats/json/split-json-list.ts';
import { placeIn } from '../../formats/text/place-in.ts';
import type { RecordReader } from '../../formats/records/source-record.ts';
import { jsonHint } from '../../formats/json/json-hint.table.ts';
import { lineRecord } from './read-records.ts';
import { malformed } from './understand-canonical.ts';
import { type DocumentSink, understandRecord } from './understand-record.ts';

/**
 * Reads a text of canonical JSON documents piece by piece, and keeps no more of it than the document at hand: what is found
 * is what `understandCanonical` finds in the whole, but for keys that are repeated, which the sink has to look for. What is
 * wrong with the file as a whole is thrown as a `Fault` with its place: nothing of such a file counts.
 */
export function streamCanonical(layout: 'list' | 'lines', sink: DocumentSink): RecordReader {
  return layout === 'lines' ? streamLines(sink) : streamList(sink);
}

function streamLines(sink: DocumentSink): RecordReader {
  let lines = 0;
  const splitter = new JsonLineSplitter({
    line({ text, begins, unended }) {
      lines += 1;
      const whole = unended ? text : `${text}\n`;
      const placeAt = (offset: number): Place => placeIn(whole, offset, begins);
      const record = orFault(() => lineRecord({ text, offset: 0, unended }), placeAt);
      if (record instanceof MalformedJson) sink.finding(malformed(record, placeAt(record.offset)));
      else understandRecord(text, record, placeAt, sink);
    },
    tooLong(begins, limit) {
      const message = `One line has more than ${limit.toLocaleString('en')} characters.`;
      throw faultOf(new MalformedJson('FILE_TOO_LARGE', message, 0), begins);
    },
  });
  return {
    write: (piece) => splitter.write(piece),
    end() {
      splitter.end();
      if (lines > 0) return;
      throw faultOf(new MalformedJson('EMPTY_FILE', 'There is no content, only white space.', 0), {
        line: 1,
        column: 1,
      });
    },
  };
}

function streamList(sink: DocumentSink): RecordReader {
  return new JsonListSplitter({
    entry({ value, index, text, offset, begins }) {
      const record = { value, offset, path: ['documents', index] };
      understandRecord(text, record, (at) => placeIn(text, at, begins), sink);
    },
    fail(error, text, begins) {
      throw faultOf(error, placeIn(text, error.offset, begins));
    },
  });
}

function orFault<T>(work: () => T, placeAt: (offset: number) => Place): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof MalformedJson) throw faultOf(error, placeAt(error.offset));
    throw error;
  }
}

function faultOf({ code, message }: MalformedJson, at: Place): Fault {
  return new Fault(code, message, { hint: jsonHint(code), at });
}
