/** A quantity at a price, both as whole numbers of some unit: what somebody asks, or what somebody has room for. */
export interface PricePoint {
  price: bigint;
  quantity: bigint;
}

/** A point of the price chain: `optional` is the number of the side whose use is chosen, undefined for what must be served. */
export interface ChainPoint extends PricePoint {
  optional: number | undefined;
}

/**
 * All points of both sides, cheapest first. Those that must be served stand before the others at one price, which
 * changes nothing: between equal prices all transport is free.
 */
export function priceChain(required: readonly PricePoint[], offered: readonly PricePoint[]): ChainPoint[] {
  return [
    ...required.map((point): ChainPoint => ({ ...point, optional: undefined })),
    ...offered.map((point, index): ChainPoint => ({ ...point, optional: index })),
  ].sort((a, b) => (a.price === b.price ? (a.optional ?? -1) - (b.optional ?? -1) : a.price < b.price ? -1 : 1));
}
