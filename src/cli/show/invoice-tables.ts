import type { Receipt } from '../../domain/documents.generated.ts';
import { receiptsOf } from '../../rules/order-match/processings/receipts.ts';
import type { ShownSupplierInvoice } from '../../service/show-supplier-invoice.ts';
import { type Language, text } from '../../texts/text.ts';
import { amountText, moneyText } from '../amount-text.ts';
import { type Column, textTable, wrappedTable } from '../text-table.ts';
import { foundByText } from './link-words.ts';
import type { ShowStyle } from './show-style.ts';

const NUMBERS: ReadonlySet<string> = new Set(['quantity', 'price', 'amount', 'vat']);

/** Columns by the names of their titles; those of figures are right-aligned. */
function columns(names: readonly string[], language: Language): Column[] {
  return names.map((name) => ({ title: text(language, `show.${name}`), align: NUMBERS.has(name) ? 'right' : 'left' }));
}

/** Freight, fees and rounding for which the match makes order lines. */
export function createdText({ createdLines }: ShownSupplierInvoice, { language, width }: ShowStyle): string {
  if (createdLines.length === 0) return '';
  return wrappedTable(
    columns(['order', 'kind', 'product', 'amount', 'vat', 'text'], language),
    createdLines.map((line) => [
      line.orderNo,
      text(language, `term.${line.kind}`),
      line.productNo ?? text(language, 'show.not-set'),
      moneyText(line.amount),
      moneyText(line.vatAmount ?? '0'),
      line.text,
    ]),
    width,
    '  ',
  );
}

/** Which invoice line went to which order line, and by what it was found. */
export function linksText({ links }: ShownSupplierInvoice, { language, width }: ShowStyle): string {
  if (links.length === 0) return '';
  return wrappedTable(
    columns(['invoice-line', 'order-line', 'quantity', 'price', 'amount', 'class', 'found-by'], language),
    links.map((link) => [
      link.invoiceLineId,
      `${link.orderNo}/${link.orderLineNo}`,
      amountText(link.quantity),
      moneyText(link.price),
      moneyText(link.amount),
      link.class,
      foundByText(link, language),
    ]),
    width,
    '  ',
  );
}

/** What was received, and when: an invoice that is received in parts has several receipts. */
export function receiptText(result: ShownSupplierInvoice, { language }: ShowStyle): string {
  return receiptsOf(result)
    .map((receipt) => oneReceiptText(receipt, language))
    .join('\n\n');
}

function oneReceiptText({ receiptId, date, productTransactions }: Receipt, language: Language): string {
  const rows = productTransactions.map((row) => [
    `${row.orderNo}/${row.orderLineNo}`,
    row.productNo,
    amountText(row.quantity),
    moneyText(row.amount),
  ]);
  const table = textTable(columns(['order-line', 'product', 'quantity', 'amount'], language), rows);
  return `${text(language, 'show.received-on', { date, id: receiptId })}\n${table}`;
}
