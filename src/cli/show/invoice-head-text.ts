import type { ShownSupplierInvoice } from '../../service/show-supplier-invoice.ts';
import { type Language, text } from '../../texts/text.ts';
import { moneyText } from '../amount-text.ts';
import { statusText, statusTone } from '../status-text.ts';
import { textTable } from '../text-table.ts';
import type { ShowStyle } from './show-style.ts';

/** What the invoice is and says of itself: whose, when, for how much, and where to pay. */
export function invoiceHeadText(shown: ShownSupplierInvoice, style: ShowStyle): string {
  const { language } = style;
  const say = (name: string) => text(language, `show.${name}`);
  const head = shown.supplierInvoice;
  const status = String(shown.status.code);
  const amounts = [head.totals?.net, head.totals?.tax, head.totals?.payable].map((amount) =>
    amount === undefined ? say('not-stated') : `${moneyText(amount)} ${head.currency ?? ''}`.trimEnd(),
  );
  const width = Math.max(...amounts.map((amount) => amount.length));
  const [net = '', vat = '', payable = ''] = amounts.map((amount) => amount.padStart(width));
  const means = head.paymentMeans ?? [];
  const rows = [
    ['status', style.paint(statusTone(status), statusText('supplier-invoice', status, language))],
    ['format', head.format ?? ''],
    ['dated', head.issueDate ?? say('not-stated')],
    ['due', head.dueDate ?? ''],
    ['order', shown.purchaseOrderNo ?? head.orderReference ?? say('none-stated')],
    ['net', net],
    ['vat', vat],
    ['to-pay', payable],
    ['kid', once(means.map(({ kid }) => kid))],
    ['account', once(means.map(({ account }) => account))],
    ['file', shown.file ?? ''],
    ['key', shown.key],
  ].filter(([, value]) => value !== '');
  return `${style.paint('title', titleOf(shown, language))}\n${textTable(
    [{ title: '' }, { title: '' }],
    rows.map(([name = '', value = '']) => [`  ${say(name)}`, value]),
  )}`;
}

function titleOf({ supplierInvoice: head }: ShownSupplierInvoice, language: Language): string {
  const number = head.invoiceNo ?? text(language, 'show.no-number');
  const name = head.supplier?.name ?? text(language, 'show.unknown-supplier');
  const supplier = head.supplierNo === null ? name : `${name} (${head.supplierNo})`;
  return text(language, `show.${head.kind === 'credit-note' ? 'credit-note' : 'invoice'}`, { number, supplier });
}

/** What several means of payment state, each once. */
function once(values: readonly (string | undefined)[]): string {
  return [...new Set(values.filter((value) => value !== undefined))].join(', ');
}
