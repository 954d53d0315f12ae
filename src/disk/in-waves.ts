/** File calls that are under way at once: more gain nothing, and each may hold a descriptor. */
const AT_ONCE = 64;

/** Does the work for all items, at most 64 side by side, and gives the results in the items' order. Rejects with the first failure, after its wave. */
export async function inWaves<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const wave = await Promise.allSettled(items.slice(from, from + AT_ONCE).map(work));
    for (const outcome of wave) {
      if (outcome.status === 'rejected') throw outcome.reason;
      results.push(outcome.value);
    }
  }
  return results;
}
