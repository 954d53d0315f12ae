import { decimal, decimalText } from '../../domain/decimal.ts';
import type { OrderMatchOrderLine, Receipt } from '../../domain/documents.generated.ts';
import { receiptsOf } from '../../rules/order-match/processings/receipts.ts';
import type { ShownSupplierInvoice } from '../../service/show-supplier-invoice.ts';
import { allowedDeviation } from '../../service/tolerance-in-force.ts';
import { reasonSentence } from '../../texts/reason-sentence.ts';
import { moneyText, percentText } from '../amount-text.ts';
import { historyText } from '../history-text.ts';
import { statusText, statusTone } from '../status-text.ts';
import { bulleted, textTable } from '../text-table.ts';
import { preregistrationText } from './preregistration-text.ts';
import { proposalsText } from './proposals-text.ts';
import { section, type ShowStyle } from './show-style.ts';

/** A supplier invoice for an accountant: every figure that decided, so that a pocket calculator can check it. */
export function supplierInvoiceText(shown: ShownSupplierInvoice, style: ShowStyle): string {
  return [
    headText(shown, style),
    section(style, 'Why', reasonLines(shown, style)),
    section(style, 'Order lines', orderLinesText(shown, style)),
    section(style, 'Lines that the match adds', createdText(shown)),
    section(style, 'Links', linksText(shown)),
    section(style, 'Pre-registration', preregistrationText(shown.preregistration, style)),
    ...proposalsText(shown, style),
    section(style, 'Received', receiptText(shown)),
    section(style, 'Possible now', shown.allowedActions.join(', ')),
    section(style, 'History', historyText('supplier-invoice', shown.history, style.language, style.timeZone)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function headText(shown: ShownSupplierInvoice, style: ShowStyle): string {
  const head = shown.supplierInvoice;
  const status = String(shown.status.code);
  const currency = head.currency ?? '';
  const money = (amount: string | undefined): string =>
    amount === undefined ? 'not stated' : `${moneyText(amount)} ${currency}`;
  const supplier = `${head.supplier?.name ?? 'unknown supplier'}${head.supplierNo === null ? '' : ` (${head.supplierNo})`}`;
  const title = `${head.kind === 'credit-note' ? 'Credit note' : 'Invoice'} ${head.invoiceNo ?? 'without a number'} of ${supplier}`;
  const amounts = [head.totals?.net, head.totals?.tax, head.totals?.payable].map(money);
  const width = Math.max(...amounts.map((amount) => amount.length));
  const rows = [
    ['status', style.paint(statusTone(status), statusText('supplier-invoice', status, style.language))],
    ['format', head.format ?? ''],
    ['dated', head.issueDate ?? 'not stated'],
    ['due', head.dueDate ?? ''],
    ['order', shown.purchaseOrderNo ?? head.orderReference ?? 'none stated'],
    ['net', amounts[0]?.padStart(width) ?? ''],
    ['VAT', amounts[1]?.padStart(width) ?? ''],
    ['to pay', amounts[2]?.padStart(width) ?? ''],
    ['file', `${shown.file ?? ''}`],
    ['key', shown.key],
  ].filter(([, value]) => value !== '');
  return `${style.paint('title', title)}\n${textTable(
    [{ title: '' }, { title: '' }],
    rows.map(([name = '', value = '']) => [`  ${name}`, value]),
  )}`;
}

function reasonLines(shown: ShownSupplierInvoice, style: ShowStyle): string {
  return shown.reasons.map((reason) => bulleted(reasonSentence(style.language, reason), style.width, '  ')).join('\n');
}

function orderLinesText(shown: ShownSupplierInvoice, style: ShowStyle): string {
  const lines = shown.orders.flatMap((order) => order.lines.map((line) => ({ line, orderNo: order.orderNo })));
  if (lines.length === 0) return '';
  const table = textTable(
    [
      { title: 'line' },
      { title: 'product' },
      { title: 'quantity', align: 'right' },
      { title: 'order figure', align: 'right' },
      { title: 'invoice figure', align: 'right' },
      { title: 'deviation', align: 'right' },
      { title: 'of invoice', align: 'right' },
      { title: 'allowed', align: 'right' },
      { title: 'verdict' },
    ],
    lines.map(({ line, orderNo }) => [
      `${orderNo}/${line.lineNo}`,
      line.productNo,
      line.suggestedQuantity,
      moneyText(line.expectedAmount),
      moneyText(line.suggestedAmount),
      moneyText(line.deviation),
      line.deviationPercent === null ? '' : percentText(line.deviationPercent),
      moneyText(allowedText(shown, line)),
      verdict(line),
    ]),
    (text, column, row) =>
      column === 8 && row >= 0
        ? style.paint(lines[row]?.line.insideTolerance === true ? 'good' : 'bad', text)
        : row < 0
          ? style.paint('faint', text)
          : text,
  );
  return `${table}\n${style.paint('faint', toleranceLine(shown))}`;
}

function allowedText(shown: ShownSupplierInvoice, line: OrderMatchOrderLine): string {
  return decimalText(allowedDeviation(shown.tolerance, decimal(line.suggestedAmount)));
}

function verdict(line: OrderMatchOrderLine): string {
  const done = line.received ? ', received' : line.valuesUpdated ? ', order updated' : '';
  return `${line.insideTolerance ? 'inside' : 'outside'}${done}`;
}

/** Where the column "allowed" comes from. */
function toleranceLine(shown: ShownSupplierInvoice): string {
  const { percent, amount, combination, percentFrom, amountFrom } = shown.tolerance;
  const limits = [
    ...(percent === null ? [] : [`${percent} % of the invoice figure (${percentFrom ?? ''})`]),
    ...(amount === null ? [] : [`${moneyText(amount)} (${amountFrom ?? ''})`]),
  ];
  if (limits.length === 0) return 'allowed: no deviation, since no tolerance is set or none is allowed';
  return `allowed: ${limits.join(combination === 'both' ? ' and ' : ' or ')}${limits.length === 2 ? `; ${combination === 'both' ? 'both must hold' : 'either is enough'}` : ''}`;
}

function createdText(shown: ShownSupplierInvoice): string {
  if (shown.createdLines.length === 0) return '';
  const columns = [
    { title: 'order' },
    { title: 'kind' },
    { title: 'product' },
    { title: 'amount', align: 'right' as const },
    { title: 'text' },
  ];
  return textTable(
    columns,
    shown.createdLines.map((line) => [
      line.orderNo,
      line.kind,
      line.productNo ?? 'not set',
      moneyText(line.amount),
      line.text,
    ]),
  );
}

function linksText(shown: ShownSupplierInvoice): string {
  if (shown.links.length === 0) return '';
  const columns = [
    { title: 'invoice line' },
    { title: 'order line' },
    { title: 'quantity', align: 'right' as const },
    { title: 'price', align: 'right' as const },
    { title: 'amount', align: 'right' as const },
    { title: 'class' },
    { title: 'found by' },
  ];
  return textTable(
    columns,
    shown.links.map((link) => [
      link.invoiceLineId,
      `${link.orderNo}/${link.orderLineNo}`,
      link.quantity,
      moneyText(link.price),
      moneyText(link.amount),
      link.class,
      [link.tier, ...link.evidence].join(', '),
    ]),
  );
}

function receiptText(shown: ShownSupplierInvoice): string {
  return receiptsOf(shown).map(oneReceiptText).join('\n\n');
}

function oneReceiptText({ receiptId, date, productTransactions }: Receipt): string {
  const columns = [
    { title: 'order line' },
    { title: 'product' },
    { title: 'quantity', align: 'right' as const },
    { title: 'amount', align: 'right' as const },
  ];
  const rows = productTransactions.map((row) => [
    `${row.orderNo}/${row.orderLineNo}`,
    row.productNo,
    row.quantity,
    moneyText(row.amount),
  ]);
  return `on ${date} (receipt ${receiptId})\n${textTable(columns, rows)}`;
}
