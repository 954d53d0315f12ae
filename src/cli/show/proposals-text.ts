import type { OrderMatchResult } from '../../domain/documents.generated.ts';
import { textTable } from '../text-table.ts';
import { section, type ShowStyle } from './show-style.ts';

/** What a person may do about lines without an order line, and what would make the next invoice pass by itself. */
export function proposalsText(result: OrderMatchResult, style: Pick<ShowStyle, 'paint'>): string[] {
  const links = result.proposals.map((one) => [
    one.invoiceLineId,
    `${one.orderNo}/${one.orderLineNo}`,
    one.productNo,
    String(one.similarity),
    one.evidence.join(', '),
    one.against.join(', '),
  ]);
  const columns = [
    { title: 'invoice line' },
    { title: 'order line' },
    { title: 'product' },
    { title: 'name ‰', align: 'right' as const },
    { title: 'for it' },
    { title: 'against it' },
  ];
  const alternatives = (result.deliveryAlternativeProposals ?? []).map((one) => [
    one.supplierNo,
    one.productNo,
    one.supplierProductNo,
    one.replaces ?? '',
    one.learnedLink,
  ]);
  const alternativeColumns = [
    { title: 'supplier' },
    { title: 'product' },
    { title: "supplier's number" },
    { title: 'instead of' },
    { title: 'learned link' },
  ];
  return [
    section(style, 'Proposals (nothing is linked)', links.length === 0 ? '' : textTable(columns, links)),
    section(
      style,
      'Delivery alternatives to enter in Visma',
      alternatives.length === 0 ? '' : textTable(alternativeColumns, alternatives),
    ),
  ];
}
