import type { InboxName } from '../../src/domain/settings.generated.ts';
import { sharedInvoices } from '../mapping/shared-invoices.ts';
import { enveloped, ublSample } from '../mapping/ubl-sample.ts';

/** A good file, to be spoiled. */
export interface Good {
  name: string;
  channel: InboxName;
  bytes: Buffer;
}

/** How many real invoices of each family: twenty, the smaller ones, so that each can be cut at every byte. */
const REAL = [
  { family: 'ehf2-', invoices: 4 },
  { family: 'bis2-', invoices: 8 },
  { family: 'bis3-', invoices: 8 },
] as const;

/** Twenty real invoices where the shared examples are there, and JSON and invoices of our own making. */
export function goodFiles(): { invoices: Good[]; documents: Good[] } {
  const all = sharedInvoices()
    .filter(({ ours, status }) => ours && status === 'valid')
    .map(({ file, family, bytes }) => ({ name: file.split('/').at(-1) ?? file, family, bytes: bytes() }))
    .sort((a, b) => a.bytes.length - b.bytes.length);
  const real = REAL.flatMap(({ family, invoices }) =>
    all.filter((one) => one.family.startsWith(family)).slice(0, invoices),
  );
  return { invoices: [...real.map(({ name, bytes }) => own(name, bytes)), ...OWN], documents: DOCUMENTS };
}

const own = (name: string, bytes: Buffer): Good => ({ name, channel: 'invoices', bytes });

const OWN: Good[] = [
  own('own.xml', Buffer.from(ublSample())),
  own('ehf.xml', Buffer.from(ublSample({ family: 'ehf-2', kind: 'CreditNote' }))),
  own(
    'envelope.xml',
    Buffer.from(
      enveloped(ublSample({ head: '<!-- &x; --><cbc:Note><![CDATA[</cbc:Note>]]>€&amp;</cbc:Note><?p q?>' })),
    ),
  ),
  own('wide.xml', Buffer.from(`\ufeff${ublSample({ family: 'peppol-bis-2' })}`, 'utf16le')),
];

const order = (orderNo: string): object => ({
  document: 'purchase-order',
  orderNo,
  orderType: 1,
  transactionType: 6,
  supplierNo: '50001',
  currency: 'NOK',
  lines: [{ lineNo: 1, productNo: 'A-100', description: 'Hammer "æ" \\ \u2028', quantity: '10', price: '50.00' }],
});

const DOCUMENTS: Good[] = [
  { name: 'order.json', channel: 'visma', bytes: Buffer.from(JSON.stringify(order('1001'), null, 2)) },
  {
    name: 'orders.json',
    channel: 'epack',
    bytes: Buffer.from(JSON.stringify({ documents: [order('1001'), order('1002')] })),
  },
  { name: 'wide.json', channel: 'visma', bytes: Buffer.from(`\ufeff${JSON.stringify(order('1003'))}`, 'utf16le') },
];
