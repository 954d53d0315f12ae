import type { InboxName } from '../domain/settings.generated.ts';

/** A file that comes with the program. They lie in `examples/<channel>/`. */
export interface ExampleFile {
  channel: InboxName;
  name: string;
  about: string;
  /** The round of the demo in which it is dropped; null: the demo leaves it out. */
  round: 1 | 2 | null;
}

/** The example files of `init` and `demo`. */
export const EXAMPLE_FILES: readonly ExampleFile[] = [
  { channel: 'visma', name: 'suppliers.json', about: 'two suppliers', round: 1 },
  { channel: 'visma', name: 'customers.json', about: 'a customer', round: 1 },
  { channel: 'visma', name: 'products.json', about: 'products, with those for freight and fees', round: 1 },
  { channel: 'visma', name: 'delivery-alternatives.ndjson', about: "the suppliers' own product numbers", round: 1 },
  { channel: 'visma', name: 'purchase-orders.json', about: 'orders 1001, 1002 and 1003', round: 1 },
  { channel: 'invoices', name: 'invoice-peppol-bis-3.xml', about: 'agrees with order 1001, with freight', round: 1 },
  { channel: 'invoices', name: 'invoice-ehf-2.xml', about: 'dearer than order 1002', round: 1 },
  {
    channel: 'invoices',
    name: 'invoice-peppol-bis-2.xml',
    about: 'order 1003 in boxes of five, a little dearer',
    round: 1,
  },
  {
    channel: 'invoices',
    name: 'invoice-unknown-order.xml',
    about: 'names order 1999, which nobody has sent yet',
    round: 1,
  },
  {
    channel: 'invoices',
    name: 'credit-note-peppol-bis-3.xml',
    about: 'two damaged packs of the first invoice',
    round: 2,
  },
  { channel: 'visma', name: 'purchase-order-1999.json', about: 'the order that an invoice waits for', round: 2 },
  { channel: 'commands', name: 'receive-70118.json', about: 'receives the dearer invoice', round: null },
  {
    channel: 'commands',
    name: 'reject-70140.json',
    about: 'rejects the invoice that names no known order',
    round: null,
  },
];

/** The settings under which the examples show what they are made to show. */
export const EXAMPLE_SETTINGS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['site.name', 'Demo'],
  ['entities', [{ id: 'NO01', name: 'Nordlys Kantine AS' }]],
  ['company.organisationNo', '110055005'],
  ['company.feeAndRoundingProduct', 'G900'],
  ['company.freightProduct', 'F400'],
  ['company.tolerancePercent', '2'],
  ['company.toleranceAmount', '50.00'],
  ['company.orderProcessing.automaticReceipt', true],
  ['company.orderProcessing.noPartialReceipt', true],
  // The examples are written in one go: nobody needs to wait two seconds to see that they are complete.
  ['channels.visma.settleMs', 200],
  ['channels.invoices.settleMs', 200],
]);
