import type { ListKind } from '../pipeline/ledger-port.ts';

/** What `list` and `show` know, and what a row of each shows: column title and the property of the row. */
export const SHOW_KINDS = {
  file: { title: 'Files' },
  delivery: { title: 'Deliveries' },
  'supplier-invoice': { title: 'Supplier invoices' },
  'purchase-order': { title: 'Purchase orders' },
  supplier: { title: 'Suppliers' },
  customer: { title: 'Customers' },
  product: { title: 'Products' },
  'delivery-alternative': { title: 'Delivery alternatives' },
  command: { title: 'Commands' },
  'learned-link': { title: 'Learned links' },
  alert: { title: 'Alerts' },
} as const satisfies Record<ListKind, { title: string }>;

export type ShowKind = keyof typeof SHOW_KINDS;
