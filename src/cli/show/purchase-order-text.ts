import type { ShownPurchaseOrder } from '../../service/show-purchase-order.ts';
import { moneyText } from '../amount-text.ts';
import { historyText } from '../history-text.ts';
import { textTable } from '../text-table.ts';
import { section, type ShowStyle } from './show-style.ts';

/** A purchase order with what invoices have taken of each line. */
export function purchaseOrderText(shown: ShownPurchaseOrder, style: ShowStyle): string {
  const notes = [
    ...(shown.cancelled === true ? ['cancelled'] : []),
    ...(shown.prepaymentBlocked ? ['blocked until it is paid'] : []),
    ...(shown.gross === true ? ['prices with VAT'] : []),
  ];
  const title = `Purchase order ${shown.orderNo} to supplier ${shown.supplierNo}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
  const lines = textTable(
    [
      { title: 'line' },
      { title: 'product' },
      { title: 'ordered', align: 'right' },
      { title: 'unit' },
      { title: `price ${shown.currency}`, align: 'right' },
      { title: 'invoiced', align: 'right' },
      { title: 'received', align: 'right' },
      { title: 'reserved', align: 'right' },
      { title: 'suggested', align: 'right' },
    ],
    shown.lines.map((line) => [
      String(line.lineNo),
      line.productNo,
      line.quantity,
      line.unit ?? '',
      `${priceText(line)}${line.asReceived === null ? '' : ` (ordered ${priceText(line.asReceived)})`}`,
      line.invoicedQuantity,
      line.receivedByMatch,
      line.reservedQuantity,
      moneyText(line.suggestedAmount),
    ]),
    (text, _column, row) => (row < 0 ? style.paint('faint', text) : text),
  );
  const note =
    'invoiced: by the order file and by invoices received here; received, reserved and suggested: by invoices matched here';
  const invoices = [...new Set(shown.lines.flatMap((line) => line.invoices))];
  return [
    `${style.paint('title', title)}${shown.orderDate === undefined ? '' : `, ${shown.orderDate}`}`,
    section(style, 'Lines', `${lines}\n${style.paint('faint', note)}`),
    section(style, 'Invoices', invoices.join('\n')),
    section(style, 'History', historyText('purchase-order', shown.history, style.language, style.timeZone)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function priceText({ price, discountPercent }: { price: string; discountPercent?: string }): string {
  const discount = discountPercent === undefined || discountPercent === '0' ? '' : ` - ${discountPercent} %`;
  return `${moneyText(price)}${discount}`;
}
