import type { Chance } from '../../support/random.ts';
import type { Draft } from '../story.ts';
import type { DeliveredPart } from './deliver.ts';
import { draftInvoice } from './draft-invoice.ts';
import type { CorpusSupplier, World } from './world.ts';

/** What of a delivery is credited: the first line always, of the others some; whole quantities, and now and then a part of the first. */
export function creditParts(delivered: readonly DeliveredPart[], luck: Chance): DeliveredPart[] {
  return delivered.flatMap((part, index): DeliveredPart[] => {
    if (index > 0 && luck.fraction() < 0.4) return [];
    const quantity = Number(part.quantity);
    const partly = index === 0 && quantity > 1 && luck.fraction() < 0.5;
    return [partly ? { ...part, quantity: String(luck.between(1, quantity - 1)) } : part];
  });
}

/** The credit note for a part of an invoice; it mostly says which. */
export function draftCreditNote(
  parts: readonly DeliveredPart[],
  invoice: Draft | undefined,
  supplier: CorpusSupplier,
  world: World,
  luck: Chance,
): Draft {
  const number = world.nextInvoiceNo(supplier);
  const family = invoice?.spec.family ?? 'peppol-bis-3';
  const draft = draftInvoice(parts, supplier, number, { kind: 'credit-note', family }, luck);
  const preceding = invoice?.spec.number;
  if (preceding !== undefined && preceding !== null && luck.fraction() < 0.8)
    draft.spec.precedingInvoices = [preceding];
  return draft;
}
