import { type Decimal, decimal, decimalText, round, sum } from '../../../src/domain/decimal.ts';
import type { OrderMatchResult } from '../../../src/domain/documents.generated.ts';
import { ublTotals } from '../../support/ubl-totals.ts';
import type { Story, StoryDocument } from '../story.ts';
import { kindsOfLines, totals } from './kinds-of-lines.ts';
import { mayDeviate } from './limits.ts';

const CENT = decimal('0.01');

/** Money and quantities that were received and are not the true ones, beyond the tolerance in force. */
export function wrongMoney(story: Story, document: StoryDocument, result: OrderMatchResult): string[] {
  return [
    ...receivedOtherThanTrue(story, document, result),
    ...chargesOtherThanTrue(document, result),
    ...notTheWholeInvoice(document, result),
  ];
}

function receivedOtherThanTrue(story: Story, { draft }: StoryDocument, result: OrderMatchResult): string[] {
  const kinds = kindsOfLines(story);
  const parts = [...draft.truth.lines.flatMap((line) => line.parts), ...(draft.truth.orderedCharges ?? [])];
  const kindOf = (orderNo: string, lineNo: number) => kinds.get(`${orderNo}/${lineNo}`)?.key ?? `${orderNo}/${lineNo}`;
  const received = result.receipt?.productTransactions ?? [];
  const trueQuantity = totals(parts.map((part) => [kindOf(part.orderNo, part.lineNo), part.quantity]));
  const quantity = totals(received.map((one) => [kindOf(one.orderNo, one.orderLineNo), one.quantity]));
  const amount = totals(received.map((one) => [kindOf(one.orderNo, one.orderLineNo), one.amount]));
  return [...new Set([...kinds.values()].map(({ key }) => key))].flatMap((key) => {
    const netPrice = [...kinds.values()].find((kind) => kind.key === key)?.netPrice ?? decimal('0');
    const is = amount.get(key) ?? decimal('0');
    const should = round(netPrice.times(trueQuantity.get(key) ?? '0'), 2);
    const pieces = parts.filter((part) => kindOf(part.orderNo, part.lineNo) === key).length + received.length;
    const difference = is.minus(should);
    const excess = (quantity.get(key) ?? decimal('0')).minus(trueQuantity.get(key) ?? '0');
    return [
      ...(isRounding(difference, pieces) || mayDeviate(difference, is, story.supplier)
        ? []
        : [`Wrong money: ${key} is received for ${decimalText(is)}, truly ${decimalText(should)}.`]),
      ...(mayDeviate(excess.times(netPrice), is, story.supplier)
        ? []
        : [`Wrong quantity: ${key} is received with ${decimalText(excess)} more than is true.`]),
    ];
  });
}

/** Several parts are rounded one by one. */
function isRounding(difference: Decimal, pieces: number): boolean {
  return pieces > 2 && difference.abs().lte(CENT.times(String(pieces)));
}

function chargesOtherThanTrue({ draft }: StoryDocument, result: OrderMatchResult): string[] {
  const created = totals(result.createdLines.map(({ kind, amount }) => [kind, amount]));
  const truly = totals(draft.truth.charges.map(({ kind, amount }) => [kind, amount]));
  return [...new Set([...created.keys(), ...truly.keys()])].flatMap((kind) => {
    const [is, should] = [created.get(kind) ?? decimal('0'), truly.get(kind) ?? decimal('0')];
    return is.eq(should) ? [] : [`Wrong charge: ${kind} ${decimalText(is)}, truly ${decimalText(should)}.`];
  });
}

/** Every hundredth of the invoice is received once: on its order lines, or on a line that was created for it. */
function notTheWholeInvoice({ draft }: StoryDocument, result: OrderMatchResult): string[] {
  const received = (result.receipt?.productTransactions ?? []).map(({ amount }) => decimal(amount));
  const booked = sum([...received, ...result.createdLines.map(({ amount }) => decimal(amount))]);
  const asked = decimal(ublTotals(draft.spec).net).plus(draft.spec.rounding ?? '0');
  return booked.eq(asked) ? [] : [`Booked ${decimalText(booked)} of an invoice of ${decimalText(asked)}.`];
}
