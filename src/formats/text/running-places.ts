import { type LineColumn, type LineIndex, lastNotBeyond } from './line-index.ts';
import { LineStarts } from './line-starts.ts';

/** Where lines begin, from some line on. Only ever added to, so that who holds it can go on asking. */
interface KnownLines {
  firstLine: number;
  starts: number[];
}

/** A place that is kept. */
interface Pinned {
  offset: number;
  at: LineColumn;
}

/** So many line starts are forgotten at once: fewer are not worth a new list. */
const WORTH_FORGETTING = 1_024;

/**
 * Lines and columns of a text that comes in pieces and is not kept. What is before `forgetBefore` is forgotten, but
 * for the offsets that were kept by `pin`.
 */
export class RunningPlaces implements LineIndex {
  readonly #finder = new LineStarts();
  readonly #pinned: Pinned[] = [];
  #lines: KnownLines = { firstLine: 1, starts: [0] };

  /** How much of the text has been taken, in UTF-16 units. */
  get taken(): number {
    return this.#finder.taken;
  }

  add(piece: string): void {
    const { starts } = this.#lines;
    for (const start of this.#finder.in(piece)) starts.push(start);
  }

  /** The place behind everything that has been taken. */
  here(): LineColumn {
    return this.at(this.taken);
  }

  at(offset: number): LineColumn {
    if (this.#finder.returned && offset >= this.taken) {
      const { firstLine, starts } = this.#lines;
      return { line: firstLine + starts.length, column: offset - this.taken + 1 };
    }
    return pinnedAt(this.#pinned, offset) ?? placeAmong(this.#lines, offset);
  }

  /** Keeps the place of an offset, whatever is forgotten. Later ones are pinned later. */
  pin(offset: number): void {
    this.#pinned.push({ offset, at: this.at(offset) });
  }

  /** Keeps the places from this offset on no more: what was pinned there has gone. */
  unpinFrom(offset: number): void {
    while ((this.#pinned[this.#pinned.length - 1]?.offset ?? -1) >= offset) this.#pinned.pop();
  }

  /** The places that are known now, also after they are forgotten here; pinned ones as long as they are pinned. */
  kept(): (offset: number) => LineColumn {
    const lines = this.#lines;
    const pinned = this.#pinned;
    return (offset) => pinnedAt(pinned, offset) ?? placeAmong(lines, offset);
  }

  /** Offsets before this one are not asked for any more, unless they are pinned. */
  forgetBefore(offset: number): void {
    const { firstLine, starts } = this.#lines;
    const line = lastNotBeyond(starts, offset);
    if (line < WORTH_FORGETTING || line < starts.length / 2) return;
    this.#lines = { firstLine: firstLine + line, starts: starts.slice(line) };
  }
}

/** The list ascends. */
function pinnedAt(pinned: readonly Pinned[], offset: number): LineColumn | undefined {
  let low = 0;
  let high = pinned.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pinned[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return pinned[low]?.offset === offset ? pinned[low]?.at : undefined;
}

function placeAmong({ firstLine, starts }: KnownLines, offset: number): LineColumn {
  const line = lastNotBeyond(starts, offset);
  return { line: firstLine + line, column: offset - (starts[line] ?? 0) + 1 };
}
