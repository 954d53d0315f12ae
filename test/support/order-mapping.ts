import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestSite } from './site.ts';

/** Where the partner's mapping lies in a test site. */
export const ORDER_MAPPING = 'mappings/partner/orders.yaml';

/** A mapping of a partner's orders in XML. `currency`: what every order is in, which tells versions of it apart. */
export function orderMapping(currency = 'NOK', more: { name?: string; price?: string } = {}): string {
  return `mapping: ${more.name ?? 'partner-orders'}
direction: in
claims: { channel: visma, name: "PO_*.xml", root: Order }
source: { format: xml, decimal: "," }
document: purchase-order
rows:
  - { to: orderNo, from: No }
  - { to: orderType, value: '1' }
  - { to: transactionType, value: '6' }
  - { to: supplierNo, from: Supplier }
  - { to: currency, value: '"${currency}"' }
  - to: lines
    each: Line
    rows:
      - { to: lineNo, from: "@no" }
      - { to: productNo, from: Article, convert: [trim, upper] }
      - { to: quantity, from: Qty, convert: decimal }
      - { to: price, from: ${more.price ?? 'Price'}, convert: decimal }
`;
}

/** An order as the partner sends it. */
export function partnerOrder(orderNo: string): string {
  return `<Order><No>${orderNo}</No><Supplier>50001</Supplier><Line no="1"><Article> a </Article><Qty>10,5</Qty><Price>100,00</Price></Line></Order>`;
}

/** Writes a file of the site as an editor does: beside it, then renamed over it. */
export async function save(site: TestSite, path: string, content: string): Promise<void> {
  const file = join(site.dir, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}~`, content);
  await rename(`${file}~`, file);
}

export async function remove(site: TestSite, path: string): Promise<void> {
  await rm(join(site.dir, path), { recursive: true, force: true });
}
