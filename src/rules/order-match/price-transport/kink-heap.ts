/** A place where the slope of a function changes, and by how much. */
export interface Kink {
  at: bigint;
  by: bigint;
}

/** Kinks, the rightmost first. */
export class KinkHeap {
  readonly #kinks: Kink[] = [];

  /** The rightmost kink; undefined where there is none. Its `by` may be made smaller in place. */
  get rightmost(): Kink | undefined {
    return this.#kinks[0];
  }

  get size(): number {
    return this.#kinks.length;
  }

  push(kink: Kink): void {
    const kinks = this.#kinks;
    let place = kinks.length;
    kinks.push(kink);
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = kinks[above];
      if (parent === undefined || parent.at >= kink.at) break;
      kinks[place] = parent;
      place = above;
    }
    kinks[place] = kink;
  }

  /** Removes the rightmost kink. */
  pop(): void {
    const kinks = this.#kinks;
    const last = kinks.pop();
    if (last === undefined || kinks.length === 0) return;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const [a, b] = [kinks[left], kinks[left + 1]];
      if (a === undefined) break;
      const [child, next] = b !== undefined && b.at > a.at ? [b, left + 1] : [a, left];
      if (child.at <= last.at) break;
      kinks[place] = child;
      place = next;
    }
    kinks[place] = last;
  }
}
