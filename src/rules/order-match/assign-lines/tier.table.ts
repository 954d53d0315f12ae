import { byExactCombination } from './by-exact-combination.ts';
import { byHand } from './by-hand.ts';
import { byExactPrice } from './by-exact-price.ts';
import { byExactPriceAndQuantity } from './by-exact-price-and-quantity.ts';
import { byLeastTotalDifference } from './by-least-total-difference.ts';
import { byLineReference } from './by-line-reference.ts';
import { byOverflow } from './by-overflow.ts';
import type { Tier } from './demand.ts';

/** The tiers in the order in which they are tried; the first hit wins (order-match.md 12). */
export const TIERS: readonly Tier[] = [
  byHand,
  byLineReference,
  byExactPriceAndQuantity,
  byExactCombination,
  byExactPrice,
  byLeastTotalDifference,
  byOverflow,
];
