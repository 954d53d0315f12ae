import { type Chance, chance } from '../../support/random.ts';
import { ublInvoice } from '../../support/ubl-invoice.ts';
import type { ClassRow, Scene, StoryWish } from '../classes/class-row.ts';
import type { Draft, Expectation, Story, StoryDocument } from '../story.ts';
import { creditParts, draftCreditNote } from './draft-credit-note.ts';
import { deliver, Open } from './deliver.ts';
import { draftInvoice } from './draft-invoice.ts';
import { orderDocument } from './dropped.ts';
import { fee, freight, type Habit, lineCharge, rounding, shuffled } from './habits.ts';
import { makeOrder, productsFor } from './make-order.ts';
import type { CorpusSupplier, World } from './world.ts';

/** The class of the invoices that stand before the one that a story is about. */
export const ORDINARY = 'ordinary';

/** The gravest first (order-match.md 7). */
const PRECEDENCE = [7, 3, 10, 9, 11, 4, 8, 1] as const;

/** Tells a story of a class: orders, deliveries, honest invoices, and the one that the class is about. Equal arguments give an equal story. */
export function tellStory(row: ClassRow, id: string, seed: number, world: World): Story {
  const luck = chance(seed);
  const wish = row.wish ?? {};
  const supplier = pickSupplier(wish, world, luck);
  const products = productsFor(supplier, luck);
  const orders = Array.from({ length: wish.orders ?? (luck.fraction() < 0.12 ? 2 : 1) }, () =>
    makeOrder(world, supplier, products, wish.order ?? {}, luck),
  );
  for (const order of orders) order.currency = orders[0]?.currency ?? order.currency;
  const open = new Open(orders);
  const count = wish.deliveries ?? luck.pick([1, 1, 2, 3]);
  const deliveries = Array.from({ length: count }, (_, index) =>
    deliver(orders, open, { deliveriesLeft: count - index, whole: index === count - 1 && wish.whole === true }, luck),
  );
  const drafts = deliveries.map((parts, index) => {
    const ofClass = index === count - 1 && wish.credit !== true;
    const writing = ofClass ? (wish.writing ?? {}) : {};
    const draft = draftInvoice(parts, supplier, world.nextInvoiceNo(supplier), writing, luck);
    if (!ofClass || wish.noHabits !== true) addHabits(draft, supplier, wish.credit === true, luck);
    return draft;
  });
  const documents: StoryDocument[] = [];
  const add = (draft: Draft, className: string, step: number, expected: Expectation) => {
    const file = `${id}-${documents.length + 1}.xml`;
    const text = ublInvoice(draft.spec);
    documents.push({ file, className, step, text: draft.edit?.(text) ?? text, draft, expected });
  };
  const last = { parts: deliveries.at(-1) ?? [], draft: drafts.at(-1) };
  const earlier = wish.credit === true ? drafts : drafts.slice(0, -1);
  earlier.forEach((draft, index) => {
    if (luck.fraction() < 0.3) shuffled(draft, supplier, luck);
    add(draft, ORDINARY, index, right(draft));
  });
  const credited = creditParts(last.parts, luck);
  const draft = wish.credit === true ? draftCreditNote(credited, drafts.at(-1), supplier, world, luck) : last.draft;
  if (draft === undefined) throw new RangeError(`The story ${id} has no invoice.`);
  const extra: { draft: Draft; expected: Expectation | undefined }[] = [];
  let late = false;
  const scene: Scene = {
    draft,
    supplier,
    orders,
    open,
    parts: wish.credit === true ? credited : last.parts,
    earlier,
    otherProducts: products,
    world,
    luck,
    also: (other, expected) => extra.push({ draft: other, expected }),
    ordersComeLate: () => {
      late = true;
    },
  };
  row.change?.(scene);
  if (row.calls !== undefined) draft.calls.push(row.calls);
  if (row.reason !== undefined) draft.reasons.push(row.reason);
  const step = earlier.length;
  if (wish.noHabits !== true && luck.fraction() < 0.3) shuffled(draft, supplier, luck);
  // Where the class is of what comes behind, the invoice itself is as honest as any.
  add(draft, extra.length > 0 ? ORDINARY : row.name, step, expectationOf(draft, row));
  extra.forEach((one, index) => {
    add(one.draft, row.name, step + 1 + index, one.expected ?? right(one.draft));
  });
  const dropped = [{ step: late ? step + 1 : 0, documents: orders.map(orderDocument) }];
  return { id, className: row.name, supplier, orders, dropped, documents };
}

/** What is right for a draft by what it calls for. */
export function right({ calls, reasons }: Draft): Expectation {
  return { statuses: [PRECEDENCE.find((status) => calls.includes(status)) ?? 1], reasons };
}

function expectationOf(draft: Draft, row: ClassRow): Expectation {
  const { statuses, reasons } = right(draft);
  if (row.outcome !== undefined) return { statuses: [], reasons: [], outcome: row.outcome };
  return { statuses: [...statuses, ...(row.orElse ?? [])], reasons: row.orElse === undefined ? reasons : [] };
}

function pickSupplier(wish: StoryWish, world: World, luck: Chance): CorpusSupplier {
  const isPlain = (one: CorpusSupplier) => !one.noFees && !one.noFreight;
  const fits: Record<NonNullable<StoryWish['supplier']>, (one: CorpusSupplier) => boolean> = {
    lenient: (one) => one.tolerancePercent !== '0',
    plain: isPlain,
    words: (one) => isPlain(one) && one.freightWords.length > 0,
  };
  return luck.pick(world.suppliers.filter(wish.supplier === undefined ? () => true : fits[wish.supplier]));
}

/** Some of the habits, each now and then; those that may hold the invoice only where it need not be received. */
function addHabits(draft: Draft, supplier: CorpusSupplier, mustPass: boolean, luck: Chance): void {
  if (mustPass && (supplier.noFees || supplier.noFreight)) return;
  const habits: readonly Habit[] = [freight, fee, rounding, lineCharge];
  for (const habit of habits) if (luck.fraction() < 0.12) habit(draft, supplier, luck);
}
