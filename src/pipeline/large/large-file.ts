/**
 * A file of more bytes is large: it is read piece by piece and never as a whole, its documents are kept packed, and it
 * has a transaction of its own. Smaller ones cost a fraction of a megabyte to a few, and less time as a whole.
 */
export const LARGE_BYTES = 4_194_304;
