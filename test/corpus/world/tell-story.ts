import { chance } from '../../support/random.ts';
import { ublInvoice } from '../../support/ubl-invoice.ts';
import type { ClassRow, Scene } from '../classes/class-row.ts';
import { right, rightFor } from '../classes/expectation.ts';
import type { Draft, Expectation, Story, StoryDocument } from '../story.ts';
import { type Delivered, deliveriesOfStory, isWhole } from './deliveries-of-story.ts';
import { creditParts, draftCreditNote } from './draft-credit-note.ts';
import { orderDocument } from './dropped.ts';
import { shuffled } from './habits.ts';
import type { World } from './world.ts';

/** The class of the honest invoices that stand before the one that a story is about. */
export const ORDINARY = 'ordinary';

/** How often somebody has sorted the lines of an invoice. */
const SORTED = 0.3;

/** Tells a story of a class: orders, deliveries, honest invoices, and the one that the class is about. Equal arguments give an equal story. */
export function tellStory(row: ClassRow, id: string, seed: number, world: World): Story {
  const luck = chance(seed);
  const delivered = deliveriesOfStory(row, world, luck);
  const { supplier, orders, deliveries } = delivered;
  const credit = row.wish?.credit === true;
  const earlier = (credit ? deliveries : deliveries.slice(0, -1)).map(({ draft }) => draft);
  const { scene, extra, late } = sceneOf(delivered, earlier, credit, world, luck);
  const { draft } = scene;
  row.change?.(scene);
  if (row.calls !== undefined) draft.calls.push(row.calls);
  if (row.reason !== undefined) draft.reasons.push(row.reason);
  const documents: StoryDocument[] = [];
  const add = (one: Draft, className: string, step: number, expected: Expectation) => {
    const text = ublInvoice(one.spec);
    const file = `${id}-${documents.length + 1}.xml`;
    documents.push({ file, className, step, text: one.edit?.(text) ?? text, draft: one, expected });
  };
  earlier.forEach((one, step) => {
    if (luck.fraction() < SORTED) shuffled(one, supplier, luck);
    if (isWhole(row)) add(one, row.name, step, rightFor(row, one));
    else add(one, ORDINARY, step, right(one));
  });
  if (row.wish?.noHabits !== true && luck.fraction() < SORTED) shuffled(draft, supplier, luck);
  const step = earlier.length;
  // Where the class is of what comes behind, the invoice itself is as honest as any.
  add(draft, extra.length > 0 ? ORDINARY : row.name, step, extra.length > 0 ? right(draft) : rightFor(row, draft));
  extra.forEach((one, index) => {
    add(one.draft, row.name, step + 1 + index, one.expected ?? right(one.draft));
  });
  const dropped = [{ step: late() ? step + 1 : 0, documents: orders.map(orderDocument) }];
  return { id, className: row.name, supplier, orders, dropped, documents };
}

/** What a class may change, and what it then has added. */
function sceneOf(
  { supplier, orders, otherProducts, open, deliveries }: Delivered,
  earlier: readonly Draft[],
  credit: boolean,
  world: World,
  luck: Scene['luck'],
): { scene: Scene; extra: { draft: Draft; expected: Expectation | undefined }[]; late: () => boolean } {
  const last = deliveries.at(-1);
  if (last === undefined) throw new RangeError('A story has at least one delivery.');
  const extra: { draft: Draft; expected: Expectation | undefined }[] = [];
  let late = false;
  const parts = credit ? creditParts(last.parts, luck) : last.parts;
  const draft = credit ? draftCreditNote(parts, last.draft, supplier, world, luck) : last.draft;
  const scene: Scene = {
    draft,
    supplier,
    orders,
    open,
    parts,
    earlier,
    otherProducts,
    world,
    luck,
    also: (other, expected) => extra.push({ draft: other, expected }),
    ordersComeLate: () => {
      late = true;
    },
  };
  return { scene, extra, late: () => late };
}
