import type { ShownSupplierInvoice } from '../../service/show-supplier-invoice.ts';
import { text } from '../../texts/text.ts';
import { instantText } from '../instant-text.ts';
import { statusText } from '../status-text.ts';
import { textTable } from '../text-table.ts';
import type { ShowStyle } from './show-style.ts';

const TITLES = ['outbox', 'name', 'delivered', 'status', 'key'] as const;

/** What went out about an invoice, oldest first, with the key that `delivery resend` takes; empty where nothing did. */
export function sentText({ deliveries }: ShownSupplierInvoice, { language, timeZone }: ShowStyle): string {
  if (deliveries.length === 0) return '';
  return textTable(
    TITLES.map((title) => ({ title: text(language, `show.${title}`) })),
    deliveries.map(({ id, folder, name, status, deliveredAt }) => [
      folder,
      name,
      instantText(deliveredAt, timeZone),
      statusText('delivery', status, language),
      id,
    ]),
  );
}
