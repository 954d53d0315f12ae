import type { Chance } from '../../support/random.ts';
import type { WritingWish } from '../world/draft-invoice.ts';
import type { DeliveredPart, Open } from '../world/deliver.ts';
import type { OrderWish } from '../world/make-order.ts';
import type { CorpusOrder, CorpusProduct, CorpusSupplier, World } from '../world/world.ts';
import type { Draft, Expectation } from '../story.ts';

/** What a class needs its story to be; whatever is left out is left to chance. */
export interface StoryWish {
  /** `lenient`: something is tolerated; `plain`: no preference holds anything; `words`: has freight words too; the others hold. */
  supplier?: 'lenient' | 'plain' | 'words' | 'no freight' | 'no fees';
  orders?: number;
  order?: OrderWish;
  /** Deliveries, each with its invoice; the class is of the last one. */
  deliveries?: number;
  /** The last delivery brings all that is left. */
  whole?: boolean;
  writing?: WritingWish;
  /** No charges, roundings or sorting besides. */
  noHabits?: boolean;
  /** The class is of a credit note for the last invoice. */
  credit?: boolean;
}

/** A story while a class changes it. */
export interface Scene {
  draft: Draft;
  supplier: CorpusSupplier;
  /** The orders of the story, which may be changed and added to. */
  orders: CorpusOrder[];
  /** What is left to be delivered after this invoice. */
  open: Open;
  /** What was delivered (or is credited), as the lines of the invoice stand; the first is the one to injure. */
  parts: readonly DeliveredPart[];
  /** The invoices before. */
  earlier: readonly Draft[];
  /** Products of the supplier that are on no order of the story. */
  otherProducts: CorpusProduct[];
  world: World;
  luck: Chance;
  /** Another file of the story, in a step behind this invoice. */
  also(draft: Draft, expected?: Expectation): void;
  /** Orders come only after the invoice. */
  ordersComeLate(): void;
}

/** A class of invoices: honest ones of a kind, or a fault that somebody makes. */
export interface ClassRow {
  name: string;
  /** Of the scenario catalogue. */
  scenarios: readonly string[];
  /** How often compared with others; left out: 1. */
  share?: number;
  wish?: StoryWish;
  /** Makes the invoice one of this class. */
  change?: (scene: Scene) => void;
  /** The status that the change calls for, beside what the rest of the invoice calls for; left out: 1, nothing. */
  calls?: number;
  /** A reason that must be among those of the result. */
  reason?: string;
  /** Other statuses that are as right, where the truth does not decide. */
  orElse?: readonly number[];
  outcome?: Expectation['outcome'];
}
