/**
 * Limits of running sums: the sum of all values up to each place must lie between `least` and `most`. Values are set
 * one by one, in any order; the most that a value may still be is found in log n steps. A tree over the places keeps
 * for each stretch its sum, and the tightest limits less the sum within the stretch.
 */
export class RunningLimits {
  /** How many nodes one look-up or one change passes. */
  readonly depth: number;
  readonly #leaves: number;
  readonly #sums: bigint[];
  readonly #least: bigint[];
  readonly #most: bigint[];

  /** `values`: those that are set from the start, the others zero. */
  constructor(least: readonly bigint[], most: readonly bigint[], values: readonly bigint[]) {
    this.depth = Math.ceil(Math.log2(Math.max(2, least.length)));
    this.#leaves = 2 ** this.depth;
    const last = most.at(-1) ?? 0n;
    this.#sums = new Array<bigint>(2 * this.#leaves).fill(0n);
    this.#least = new Array<bigint>(2 * this.#leaves).fill(0n);
    this.#most = new Array<bigint>(2 * this.#leaves).fill(last);
    for (const [place, value] of values.entries()) {
      const leaf = this.#leaves + place;
      this.#sums[leaf] = value;
      this.#least[leaf] = (least[place] ?? 0n) - value;
      this.#most[leaf] = (most[place] ?? last) - value;
    }
    for (let node = this.#leaves - 1; node > 0; node -= 1) this.#join(node);
  }

  /** The most that the value at a place, zero until now, may be. */
  mostAt(place: number): bigint {
    let [before, needed, allowed] = [0n, 0n, undefined as bigint | undefined];
    let node = 1;
    for (let half = this.#leaves >> 1; half > 0; half >>= 1) {
      const left = 2 * node;
      const sum = before + at(this.#sums, left);
      if ((place & half) === 0) {
        allowed = smallest(allowed, at(this.#most, left + 1) - sum);
        node = left;
      } else {
        const least = at(this.#least, left) - before;
        if (least > needed) needed = least;
        before = sum;
        node = left + 1;
      }
    }
    return smallest(allowed, at(this.#most, node) - before) - needed;
  }

  /** Sets the value at a place that is zero until now. */
  set(place: number, value: bigint): void {
    let node = this.#leaves + place;
    this.#sums[node] = value;
    this.#least[node] = at(this.#least, node) - value;
    this.#most[node] = at(this.#most, node) - value;
    for (node >>= 1; node > 0; node >>= 1) this.#join(node);
  }

  #join(node: number): void {
    const [left, right] = [2 * node, 2 * node + 1];
    const sum = at(this.#sums, left);
    this.#sums[node] = sum + at(this.#sums, right);
    this.#most[node] = smallest(at(this.#most, left), at(this.#most, right) - sum);
    const [a, b] = [at(this.#least, left), at(this.#least, right) - sum];
    this.#least[node] = a > b ? a : b;
  }
}

function at(values: readonly bigint[], index: number): bigint {
  return values[index] ?? 0n;
}

function smallest(a: bigint | undefined, b: bigint): bigint {
  return a === undefined || b < a ? b : a;
}
