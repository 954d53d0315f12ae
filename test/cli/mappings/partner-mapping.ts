import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { emptySite } from '../../support/run-in-process.ts';
import { commandInProcess } from '../../support/command-in-process.ts';
import type { TestSite } from '../../support/site.ts';

/** Purchase orders of a partner as the tutorial has them: one line for each order line. */
export const PARTNER_MAPPING = `# yaml-language-server: $schema=../../schemas/settings/mapping.schema.json
mapping: partner-orders
direction: in
document: purchase-order
claims: { channel: visma, name: "partner*.csv", header: [Order, Vendor, Item] }
source:
  format: csv
  decimal: ","
  thousands: "."
  date: dd.MM.yyyy
  groupBy: [Order]
rows:
  - { to: orderNo,         from: Order }
  - { to: orderType,       value: "1" }
  - { to: transactionType, value: "6" }
  - { to: supplierNo,      from: Vendor }
  - { to: currency,        from: Curr }
  - { to: paymentTerms,    from: Terms, optional: true }
  - to: lines
    each: line
    rows:
      - { to: lineNo,    from: Pos }
      - { to: productNo, from: Item, convert: [trim, upper] }
      - { to: quantity,  from: Qty,   convert: decimal }
      - { to: price,     from: Price, convert: decimal }
`;

export const PARTNER_FILE = `Order;Vendor;Curr;Pos;Item;Qty;Price;Delivery
PO-7001;50001;NOK;1;a-100;10;1.234,50;01.12.2026
PO-7001;50001;NOK;2;b-200;2,5;99,90;01.12.2026
PO-7002;50001;NOK;1;a-100;1;1.234,50;15.12.2026
`;

/** A mapping out with an example, in a file of lines. */
export const LIST_MAPPING = `mapping: price-list
direction: out
document: product
claims: { channel: visma }
target: { format: csv, header: true, lineEnd: lf }
rows:
  - { to: No, from: productNo }
  - { to: Text, from: description, optional: true }
  - { to: Id, from: deliveryId }
`;

export const MAPPING_PATH = 'mappings/partner/orders.yaml';
export const EXAMPLE_PATH = 'mappings/partner/orders.examples/plain';

/** A site with files in it, and its command line; what it says names the site SITE. */
export async function siteWith(files: Readonly<Record<string, string>>) {
  const site = await emptySite();
  await put(site, files);
  const ordrebro = async (...words: string[]) => {
    const { code, stdout, stderr } = await commandInProcess(words, { site: site.dir });
    const bare = (text: string): string => text.replaceAll(site.dir, 'SITE');
    return { code, stdout: bare(stdout), stderr: bare(stderr) };
  };
  return { site, ordrebro };
}

export async function put(site: TestSite, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(site.dir, path)), { recursive: true });
    await writeFile(join(site.dir, path), text);
  }
}
