import { canonicalFile, ORDER_1001, baseWorld, purchaseOrder } from '../../support/base-world.ts';
import type { Chance } from '../../support/random.ts';
import type { UblSpec } from '../../support/ubl-spec.ts';
import { type UblTemplate, ublTemplate } from '../../support/ubl-template.ts';

/** A file that a sender is about to write. */
export interface LoadFile {
  channel: string;
  name: string;
  content: string;
}

const LINES = [
  { sku: 'A-100', quantity: '10', price: '100.00' },
  { sku: 'B-200', quantity: '5', price: '200.00' },
];
const INVOICE: Omit<UblSpec, 'number' | 'orderRef' | 'family'> = { kind: 'invoice', lines: LINES };

/** Builders are slow, so every family's document is built once. */
const TEMPLATES: readonly UblTemplate[] = (['peppol-bis-3', 'peppol-bis-2', 'ehf-2'] as const).map((family) =>
  ublTemplate({ ...INVOICE, family }),
);

/** Everything that the invoices need to be matched, as one file. */
export function worldFile(): LoadFile {
  const documents = baseWorld().flatMap((file) => file.documents);
  return { channel: 'visma', name: 'world.json', content: canonicalFile(documents) };
}

/** A new order of its own, so that each invoice can be matched once. */
export function orderFile(orderNo: string): LoadFile {
  const order = { ...purchaseOrder(orderNo, []), lines: ORDER_1001['lines'] };
  return { channel: 'visma', name: `order-${orderNo}.json`, content: canonicalFile([order]) };
}

/** An invoice of any family against an order. */
export function invoiceFile(number: string, orderNo: string, choice: Chance): LoadFile {
  return { channel: 'invoices', name: `invoice-${number}.xml`, content: choice.pick(TEMPLATES)(number, orderNo) };
}

/** Files that must be refused, each for a reason of its own. */
export function brokenFile(number: string, choice: Chance): LoadFile {
  const invoice = choice.pick(TEMPLATES)(number, 'NONE');
  return choice.pick<() => LoadFile>([
    () => ({
      channel: 'invoices',
      name: `cut-${number}.xml`,
      content: invoice.slice(0, choice.between(1, invoice.length - 20)),
    }),
    () => ({
      channel: 'invoices',
      name: `doctype-${number}.xml`,
      content: invoice.replace('?>', `?><!DOCTYPE x><!-- ${number} -->`),
    }),
    () => ({
      channel: 'visma',
      name: `misspelt-${number}.json`,
      content: `{"document":"product","prodctNo":"${number}"}`,
    }),
    () => ({
      channel: 'bank',
      name: `unknown-${number}.json`,
      content: `{"document":"nothing-known","n":"${number}"}`,
    }),
    () => ({ channel: 'visma', name: `astray-${number}.xml`, content: invoice }),
  ])();
}
