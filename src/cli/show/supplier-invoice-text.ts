import type { ShownSupplierInvoice } from '../../service/show-supplier-invoice.ts';
import { text } from '../../texts/text.ts';
import { historyText } from '../history-text.ts';
import { calculationText, sumsText } from './calculation-text.ts';
import { invoiceHeadText } from './invoice-head-text.ts';
import { createdText, linksText, receiptText } from './invoice-tables.ts';
import { invoiceLinesText } from './invoice-lines-text.ts';
import { orderLinesText } from './order-lines-text.ts';
import { preregistrationText } from './preregistration-text.ts';
import { proposalsText } from './proposals-text.ts';
import { sentText } from './sent-text.ts';
import { section, type ShowStyle } from './show-style.ts';
import { whatNextText } from './what-next-text.ts';
import { whyText } from './why-text.ts';

/** A supplier invoice for an accountant: every figure that decided, so that a pocket calculator can check it. */
export function supplierInvoiceText(shown: ShownSupplierInvoice, style: ShowStyle): string {
  const part = (name: string, body: string) => section(style, text(style.language, `show.${name}`), body);
  return [
    invoiceHeadText(shown, style),
    part('why', whyText(shown, style)),
    part('what-to-do', whatNextText(shown, style)),
    part('invoice-lines', invoiceLinesText(shown, style)),
    part('order-lines', orderLinesText(shown, style)),
    part('calculation', calculationText(shown, style)),
    part('added-lines', createdText(shown, style)),
    part('sums', sumsText(shown, style)),
    part('links', linksText(shown, style)),
    part('preregistration', preregistrationText(shown.preregistration, style)),
    ...proposalsText(shown, style),
    part('received', receiptText(shown, style)),
    part('history', historyText('supplier-invoice', shown.history, style.language, style.timeZone)),
    part('sent', sentText(shown, style)),
  ]
    .filter((one) => one !== '')
    .join('\n\n');
}
