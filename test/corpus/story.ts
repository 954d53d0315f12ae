import type { WorldDocument } from '../support/base-world.ts';
import type { UblSpec } from '../support/ubl-spec.ts';
import type { CorpusOrder, CorpusSupplier } from './world/world.ts';

/** A quantity of an order line that really is what a line of the invoice asks money for; negative where it went back. */
export interface TruePart {
  orderNo: string;
  lineNo: number;
  quantity: string;
}

/** What a line of an invoice truly is: goods of these order lines, a charge written as a line, or nothing but words. */
export interface TrueLine {
  parts: TruePart[];
}

/** Freight, fee or rounding that the supplier is right to ask for, net. */
export interface TrueCharge {
  kind: 'freight' | 'fee' | 'rounding';
  amount: string;
}

/** What really happened, told by the one who made it up: lines stand as in the invoice. */
export interface Truth {
  lines: TrueLine[];
  charges: TrueCharge[];
  /** Charges that were ordered: they are received on their order lines, and no line is created for them. */
  orderedCharges?: TruePart[];
}

/** An invoice while it is made: what it says, what is true, and which statuses that calls for. */
export interface Draft {
  spec: UblSpec;
  truth: Truth;
  /** Statuses that something in it calls for; 1 where nothing does. The gravest is the right one. */
  calls: number[];
  /** Reason codes that must be among the reasons. */
  reasons: string[];
  /** What a careless sender does to the finished text. */
  edit?: (text: string) => string;
}

/** What is right for a document. */
export interface Expectation {
  /** The right statuses; empty where the file itself must be answered otherwise. */
  statuses: readonly number[];
  reasons: readonly string[];
  /** The outcome of the file, where it is not to follow from the status. */
  outcome?: 'rejected' | 'duplicate';
}

/** One file of a story for `inbox/invoices`. */
export interface StoryDocument {
  /** Its name, unlike any other of the corpus. */
  file: string;
  /** The class that it counts in. */
  className: string;
  /** Files of one step may come in any order; a later step comes after all files of the former were answered. */
  step: number;
  text: string;
  draft: Draft;
  expected: Expectation;
}

/** Orders, what was delivered on them, and the invoices for it: a world of its own, so that one fault spoils nothing else. */
export interface Story {
  id: string;
  className: string;
  supplier: CorpusSupplier;
  orders: readonly CorpusOrder[];
  /** Orders as they are dropped, with the step before which they are. */
  dropped: readonly { step: number; documents: readonly WorldDocument[] }[];
  documents: readonly StoryDocument[];
}
