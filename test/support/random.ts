/** A reproducible source of chance: the same seed gives the same run (mulberry32). */
export interface Chance {
  /** 0 <= value < 1. */
  fraction(): number;
  /** from <= value <= to, a whole number. */
  between(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
}

/** Chance from a seed, a whole number. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    fraction,
    between: (from, to) => from + Math.floor(fraction() * (to - from + 1)),
    pick: (items) => {
      const item = items[Math.floor(fraction() * items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
}
