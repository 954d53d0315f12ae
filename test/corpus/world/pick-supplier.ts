import type { Chance } from '../../support/random.ts';
import type { StoryWish } from '../classes/class-row.ts';
import type { CorpusSupplier, World } from './world.ts';

const isPlain = (one: CorpusSupplier) => !one.noFees && !one.noFreight;

const FITS: Record<NonNullable<StoryWish['supplier']>, (one: CorpusSupplier) => boolean> = {
  lenient: (one) => one.tolerancePercent !== '0',
  plain: isPlain,
  words: (one) => isPlain(one) && one.freightWords.length > 0,
  'no freight': (one) => one.noFreight && one.freightWords.length > 0,
  'no fees': (one) => one.noFees,
};

/** A supplier as the story wants it. */
export function pickSupplier({ supplier, credit }: StoryWish, world: World, luck: Chance): CorpusSupplier {
  // What is credited must have been received: nothing may hold the invoice.
  const wanted = supplier ?? (credit === true ? 'plain' : undefined);
  return luck.pick(wanted === undefined ? world.suppliers : world.suppliers.filter(FITS[wanted]));
}
