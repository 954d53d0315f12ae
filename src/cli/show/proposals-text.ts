import type { OrderMatchResult } from '../../domain/documents.generated.ts';
import { type Language, text } from '../../texts/text.ts';
import { type Column, wrappedTable } from '../text-table.ts';
import { evidenceText } from './link-words.ts';
import { section, type ShowStyle } from './show-style.ts';

const LINK_COLUMNS = ['invoice-line', 'order-line', 'product', 'similarity', 'for-it', 'against-it'];
const ALTERNATIVE_COLUMNS = ['supplier', 'product', 'supplier-number', 'instead-of', 'learned-link'];

/** What a person may do about lines without an order line, and what would make the next invoice pass by itself. */
export function proposalsText(
  result: OrderMatchResult,
  style: Pick<ShowStyle, 'paint' | 'language' | 'width'>,
): string[] {
  const links = result.proposals.map((one) => [
    one.invoiceLineId,
    `${one.orderNo}/${one.orderLineNo}`,
    one.productNo,
    String(one.similarity),
    evidenceText(one.evidence, style.language),
    evidenceText(one.against, style.language),
  ]);
  const alternatives = (result.deliveryAlternativeProposals ?? []).map((one) => [
    one.supplierNo,
    one.productNo,
    one.supplierProductNo,
    one.replaces ?? '',
    one.learnedLink,
  ]);
  const part = (name: string, names: readonly string[], rows: readonly string[][]) =>
    section(
      style,
      text(style.language, `show.${name}`),
      rows.length === 0 ? '' : wrappedTable(columns(names, style.language), rows, style.width, '  '),
    );
  return [part('proposals', LINK_COLUMNS, links), part('alternatives', ALTERNATIVE_COLUMNS, alternatives)];
}

function columns(names: readonly string[], language: Language): Column[] {
  return names.map((name) => ({
    title: text(language, `show.${name}`),
    align: name === 'similarity' ? 'right' : 'left',
  }));
}
