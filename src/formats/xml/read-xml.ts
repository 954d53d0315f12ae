import { Fault } from '../../domain/fault.ts';
import { type LineColumn, type LineIndex, lineIndex } from '../text/line-index.ts';
import { type TextSource, textPieces, textSource } from '../text/text-source.ts';
import { textStretches } from '../text/text-stretches.ts';
import { checkBeginning, emptyXml } from './check-beginning.ts';
import { explainMalformed } from './explain-malformed.ts';
import { MalformedXml, XmlLimitExceeded } from './parse-stop.ts';
import { prologEnd } from './prolog.ts';
import { TreeBuilder } from './tree-builder.ts';
import { xmlFault, xmlLimitFault } from './xml-fault.ts';
import { XML_LIMITS, type XmlLimits } from './xml-limits.table.ts';
import type { SinkTable, XmlDocument, XmlElement } from './xml-tree.ts';

export interface XmlReading {
  /** Elements whose text is hashed and counted instead of kept. */
  sinks?: SinkTable;
  limits?: XmlLimits;
}

type Stretch = ReturnType<typeof textStretches>;

const NO_SINKS: SinkTable = new Map();

/**
 * The one door for XML in: bytes to a tree, strictly. Throws a `Fault` with line and column:
 * `EMPTY_FILE`, `ENCODING_INVALID`, `TRUNCATED` where the end is missing, `XML_DOCTYPE_REFUSED`, `XML_LIMIT`,
 * and `XML_NOT_WELL_FORMED` for everything else that is no XML.
 */
export function readXml(bytes: Uint8Array, reading: XmlReading = {}): XmlDocument {
  const limits = reading.limits ?? XML_LIMITS;
  const source = textSource(bytes);
  const places = lazyPlaces(source);
  const stretch = textStretches(source);
  const builder = new TreeBuilder(limits, reading.sinks ?? NO_SINKS);
  let atEnd = false;
  try {
    let first = true;
    for (const piece of textPieces(source)) {
      if (first) builder.begin(checkBeginning(piece, limits, places));
      first = false;
      builder.feed(piece);
    }
    atEnd = true;
    if (first) throw emptyXml('');
    builder.end();
  } catch (error) {
    if (error instanceof XmlLimitExceeded) throw xmlLimitFault(limits, error.limit, places(error.offset));
    if (error instanceof MalformedXml) throw explainMalformed(error, { atEnd, stretch, builder, places });
    throw error;
  }
  if (source.cut) throw xmlFault('TRUNCATED', 'The file ends in the middle of a character.', places(builder.taken));
  const { root } = builder;
  if (root === null) throw new Error('the parser ended without complaint and without a root element');
  return { root, placeOf: (element) => places(startTagOffset(stretch, element)) };
}

/** Looks past the comments and instructions that the parser passed without an event. */
function startTagOffset(stretch: Stretch, element: XmlElement): number {
  const text = stretch(element.offset, element.offset + COMMENT_CHARACTERS);
  return element.offset + prologEnd(text).offset;
}

/** A longer comment before an element is only not looked past. */
const COMMENT_CHARACTERS = 10_000;

/** Lines are counted once somebody asks for a place, which a good file never does. */
function lazyPlaces(source: TextSource): (offset: number) => LineColumn {
  let index: LineIndex | undefined;
  return (offset) => {
    // A fault lies before bytes that are no text, so lines are counted up to there at most.
    index ??= lineIndex(piecesBeforeInvalid(source));
    return index.at(offset);
  };
}

function* piecesBeforeInvalid(source: TextSource): Generator<string, void, undefined> {
  try {
    yield* textPieces(source);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
}
