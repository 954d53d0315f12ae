import type { InvoiceLine } from '../../domain/documents.generated.ts';
import type { ShownSupplierInvoice } from '../../service/show-supplier-invoice.ts';
import { text } from '../../texts/text.ts';
import { amountText, moneyText } from '../amount-text.ts';
import { wrappedTable } from '../text-table.ts';
import type { ShowStyle } from './show-style.ts';

/** The columns, with the item's text last: it may go on in further rows. */
const COLUMNS: readonly { title: string; align?: 'right'; of: (line: InvoiceLine) => string | undefined }[] = [
  { title: 'line', of: ({ id }) => id },
  { title: 'sellers-number', of: ({ sellersItemId }) => sellersItemId },
  { title: 'gtin', of: ({ standardItemId }) => standardItemId?.id },
  { title: 'quantity', align: 'right', of: ({ quantity }) => quantity && amountText(quantity) },
  { title: 'unit', of: ({ unit }) => unit },
  { title: 'price', align: 'right', of: priceText },
  { title: 'net', align: 'right', of: ({ netAmount }) => netAmount && moneyText(netAmount) },
  { title: 'item', of: ({ name, description }) => name ?? description },
];

/** The invoice's own lines where none of them could be linked: what a person compares the order with. Empty otherwise. */
export function invoiceLinesText({ invoice, links }: ShownSupplierInvoice, { language, width }: ShowStyle): string {
  if (links.length > 0 || invoice.lines.length === 0) return '';
  return wrappedTable(
    COLUMNS.map(({ title, align }) => ({ title: text(language, `show.${title}`), ...(align && { align }) })),
    invoice.lines.map((line) => COLUMNS.map(({ of }) => of(line) ?? '')),
    width,
    '  ',
  );
}

/** The price as stated, with the quantity that it is for where that is not one: `12.50 / 100`. */
function priceText({ price, priceBaseQuantity }: InvoiceLine): string | undefined {
  if (price === undefined || priceBaseQuantity === undefined || priceBaseQuantity === '1')
    return price && moneyText(price);
  return `${moneyText(price)} / ${amountText(priceBaseQuantity)}`;
}
