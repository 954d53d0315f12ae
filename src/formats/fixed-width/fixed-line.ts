import type { Positions } from './fixed-fields.ts';

/** A line whose positions are characters, not UTF-16 units: what is written beyond the basic plane counts once. */
export interface FixedLine {
  /** In characters. */
  length: number;
  /** What stands at positions; where the line ends early, as far as it goes. */
  textAt(positions: Positions): string;
  /** The offset of a position in the line, in UTF-16 units; at most the line's end. */
  offsetOf(position: number): number;
}

const SURROGATE = /[\ud800-\udfff]/;

/** Most lines have none but plain characters, and are taken as they are. */
export function fixedLine(line: string): FixedLine {
  if (!SURROGATE.test(line))
    return {
      length: line.length,
      textAt: ({ from, to }) => line.slice(from, to),
      offsetOf: (position) => Math.min(position, line.length),
    };
  const characters = Array.from(line);
  return {
    length: characters.length,
    textAt: ({ from, to }) => characters.slice(from, to).join(''),
    offsetOf: (position) => characters.slice(0, position).join('').length,
  };
}
