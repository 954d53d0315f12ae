import { byHand } from './by-hand.ts';
import { byExactPrice } from './by-exact-price.ts';
import { byExactPriceAndQuantity } from './by-exact-price-and-quantity.ts';
import { byLeastDifference } from './by-least-difference.ts';
import { byLineReference } from './by-line-reference.ts';
import { byOverflow } from './by-overflow.ts';
import type { Tier } from './demand.ts';

/** The tiers in the order in which they are tried; the first hit wins (order-match.md 12). */
export const TIERS: readonly Tier[] = [
  byHand,
  byLineReference,
  byExactPriceAndQuantity,
  byExactPrice,
  byLeastDifference,
  byOverflow,
];
