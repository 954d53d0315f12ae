import { pieceEnd, type TextSource, textPieces } from './text-source.ts';

/**
 * Gives stretches of a text by offsets in UTF-16 units, for faults and places. The text itself is not kept: its
 * pieces are decoded again, and where each begins is remembered, so that a second question need not start over.
 */
export function textStretches(source: TextSource): (from: number, to: number) => string {
  const begins = [{ offset: 0, byte: source.start }];
  return (from, to) => {
    const known = begins.findLast(({ offset }) => offset <= from) ?? { offset: 0, byte: source.start };
    let { offset, byte } = known;
    let found = '';
    for (const piece of textPieces({ ...source, start: byte })) {
      if (offset >= to) break;
      if (offset + piece.length > from) found += piece.slice(Math.max(from - offset, 0), to - offset);
      offset += piece.length;
      byte = pieceEnd(source, byte);
      if (offset > (begins[begins.length - 1]?.offset ?? 0)) begins.push({ offset, byte });
    }
    return found;
  };
}
