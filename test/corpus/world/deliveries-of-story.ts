import type { Chance } from '../../support/random.ts';
import type { ClassRow } from '../classes/class-row.ts';
import type { Draft } from '../story.ts';
import { type DeliveredPart, deliver, Open } from './deliver.ts';
import { draftInvoice } from './draft-invoice.ts';
import { fee, freight, type Habit, lineCharge, rounding } from './habits.ts';
import { makeOrder, productsFor } from './make-order.ts';
import { pickSupplier } from './pick-supplier.ts';
import type { CorpusOrder, CorpusProduct, CorpusSupplier, World } from './world.ts';

/** Orders, what came of them, and an honest invoice for each delivery. */
export interface Delivered {
  supplier: CorpusSupplier;
  orders: CorpusOrder[];
  /** Products that are on none of them. */
  otherProducts: CorpusProduct[];
  open: Open;
  deliveries: { parts: readonly DeliveredPart[]; draft: Draft }[];
}

const HABITS: readonly Habit[] = [freight, fee, rounding, lineCharge];

/** Is every invoice of the story of the class, and not the last one only? */
export function isWhole(row: ClassRow): boolean {
  return row.change === undefined && row.calls === undefined && row.wish?.credit !== true;
}

/** The deliveries of a story, as its class wants them and chance has it. */
export function deliveriesOfStory(row: ClassRow, world: World, luck: Chance): Delivered {
  const wish = row.wish ?? {};
  const supplier = pickSupplier(wish, world, luck);
  const otherProducts = productsFor(supplier, luck);
  const orders = Array.from({ length: wish.orders ?? (luck.fraction() < 0.12 ? 2 : 1) }, () =>
    makeOrder(world, supplier, otherProducts, wish.order ?? {}, luck),
  );
  for (const order of orders) order.currency = orders[0]?.currency ?? order.currency;
  const open = new Open(orders);
  const count = wish.deliveries ?? luck.pick([1, 1, 2, 3]);
  const deliveries = Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1;
    const ofClass = isWhole(row) || (isLast && wish.credit !== true);
    const parts = deliver(orders, open, { deliveriesLeft: count - index, whole: isLast && wish.whole === true }, luck);
    const writing = ofClass ? (wish.writing ?? {}) : {};
    const draft = draftInvoice(parts, supplier, world.nextInvoiceNo(supplier), writing, luck);
    if (!ofClass || wish.noHabits !== true) addHabits(draft, supplier, luck);
    return { parts, draft };
  });
  return { supplier, orders, otherProducts, open, deliveries };
}

/** Some of the habits, each now and then. */
function addHabits(draft: Draft, supplier: CorpusSupplier, luck: Chance): void {
  for (const habit of HABITS) if (luck.fraction() < 0.12) habit(draft, supplier, luck);
}
