import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalFile, purchaseOrder, type WorldDocument } from '../support/base-world.ts';
import { runOnce } from '../support/daemon.ts';
import { dropFile, type TestSite } from '../support/site.ts';
import { SUPPLIER } from '../support/ubl-invoice.ts';
import { ublTemplate } from '../support/ubl-template.ts';

/** Six products, so that an ordinary invoice of six lines has about 10 kB. */
const PRODUCT_NOS = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'] as const;
const LINES = PRODUCT_NOS.map((productNo, index) => ({
  productNo,
  sku: `S-${productNo}`,
  quantity: '10',
  price: `${index + 1}0.00`,
}));

/** The bytes of each invoice of the bench. */
export const INVOICE_BYTES = 10_000;

const INVOICE = ublTemplate({
  family: 'peppol-bis-3',
  kind: 'invoice',
  lines: LINES.map(({ sku, quantity, price }) => ({ sku, quantity, price })),
  padToBytes: INVOICE_BYTES,
});

/** The supplier, its products, and orders `first` to `last`, taken in before anything is measured. */
export async function takeInWorld(site: TestSite, first: number, last: number): Promise<void> {
  const supplier = {
    document: 'supplier',
    supplierNo: '50001',
    name: SUPPLIER.name,
    organisationNo: SUPPLIER.organisationNo,
  };
  const products = PRODUCT_NOS.flatMap((productNo) => [
    { document: 'product', productNo, unit: 'H87' },
    { document: 'delivery-alternative', supplierNo: '50001', productNo, supplierProductNo: `S-${productNo}` },
  ]);
  await dropFile(site, 'visma', 'world.json', canonicalFile([supplier, ...products]));
  for (let from = first; from <= last; from += 500) {
    const numbers = Array.from({ length: Math.min(500, last - from + 1) }, (_, index) => from + index);
    await dropFile(site, 'visma', `orders-${from}.json`, canonicalFile(numbers.map((number) => order(number))));
  }
  const { code, stderr } = await runOnce(site);
  if (code !== 0) throw new Error(`the world of the bench was not taken in: ${code} ${stderr}`);
}

function order(number: number): WorldDocument {
  const lines = LINES.map(({ productNo, quantity, price }, index) => ({
    lineNo: index + 1,
    productNo,
    quantity,
    price,
  }));
  return purchaseOrder(`B${number}`, lines);
}

/** Writes invoices for orders `first` to `last` beside the inbox; gives their names. They are dropped by a rename each. */
export async function writeInvoices(dir: string, first: number, last: number): Promise<string[]> {
  const folder = join(dir, 'waiting');
  await mkdir(folder, { recursive: true });
  const names: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const name = `invoice-${String(number).padStart(6, '0')}.xml`;
    await writeFile(join(folder, name), INVOICE(`F-${number}`, `B${number}`));
    names.push(name);
  }
  return names;
}

/** Renames one of the written invoices into the inbox. */
export async function dropWritten(dir: string, name: string): Promise<void> {
  await rename(join(dir, 'waiting', name), join(dir, 'inbox/invoices', name));
}
