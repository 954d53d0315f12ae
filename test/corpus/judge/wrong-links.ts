import { decimal, decimalText } from '../../../src/domain/decimal.ts';
import type { OrderMatchResult } from '../../../src/domain/documents.generated.ts';
import type { UblLine } from '../../support/ubl-spec.ts';
import type { Story, StoryDocument } from '../story.ts';
import { kindsOfLines, totals } from './kinds-of-lines.ts';
import { mayDeviate } from './limits.ts';

/**
 * Order lines that an invoice line was linked to although it is not theirs, or not for that quantity. Lines of the
 * invoice that say the same are taken together: nobody can tell which of two equal lines is which.
 */
export function wrongLinks(story: Story, { draft }: StoryDocument, result: OrderMatchResult): string[] {
  const kinds = kindsOfLines(story);
  const nameOf = new Map(draft.spec.lines.map((line, index) => [line.id ?? String(index + 1), sayingOf(line)]));
  const keyOf = (saying: string | undefined, orderLine: string) =>
    `${saying ?? 'no such line'} -> ${kinds.get(orderLine)?.key ?? orderLine}`;
  const linked = totals(
    result.links
      .filter(({ invoiceLineId }) => nameOf.has(invoiceLineId))
      .map(
        (link) =>
          [keyOf(nameOf.get(link.invoiceLineId), `${link.orderNo}/${link.orderLineNo}`), link.quantity] as const,
      ),
  );
  const truly = totals(
    draft.truth.lines.flatMap(({ parts }, index) =>
      parts.map((part) => {
        const line = draft.spec.lines[index];
        return [keyOf(line && sayingOf(line), `${part.orderNo}/${part.lineNo}`), part.quantity] as const;
      }),
    ),
  );
  const priceOf = new Map([...kinds.values()].map(({ key, netPrice }) => [key, netPrice]));
  return [...new Set([...linked.keys(), ...truly.keys()])].flatMap((key) => {
    const [is, should] = [linked.get(key) ?? decimal('0'), truly.get(key) ?? decimal('0')];
    const price = priceOf.get(key.slice(key.indexOf(' -> ') + 4)) ?? decimal('0');
    const worth = is.minus(should).times(price);
    if (is.eq(should) || (truly.has(key) && mayDeviate(worth, is.times(price), story.supplier))) return [];
    return [`Wrong line: ${key} is linked for ${decimalText(is)}, truly ${decimalText(should)}.`];
  });
}

/** All that a line says of what it is. */
function sayingOf({ sku, gtin, buyer, unit, price, base, orderRef, orderLineRef }: UblLine): string {
  return [sku, gtin, buyer, unit, price, base, orderRef, orderLineRef].map((text) => text ?? '-').join('|');
}
