import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestSite } from '../../support/site.ts';
import type { LoadFile } from '../load/load-files.ts';

/** Where the mapping lies that is mutated, in the folder of a site. */
export const MAPPING_FILE = 'mappings/partner/product-list.yaml';

/** A mapping of a partner's product list in columns, as an administrator would write it. */
export const GOOD_MAPPING = `# The partner's product list.
mapping: partner-product-list
direction: in
document: product
claims: { channel: visma, name: "PL_*.csv", header: [Item, Text] }
source: { format: csv, separator: ";" }
rows:
  - { to: productNo, from: Item, convert: trim }
  - { to: description, from: Text }
  - { to: gtin, from: EAN, optional: true }
  - { to: unit, from: Unit, default: EA }
`;

const EXAMPLE_IN = 'Item;Text;EAN;Unit\r\nPL-0001;"Bolt; long";07038010000010;PCE\r\nPL-0002;Nut;;\r\n';
const EXAMPLE_OUT = [
  { document: 'product', productNo: 'PL-0001', description: 'Bolt; long', gtin: '07038010000010', unit: 'PCE' },
  { document: 'product', productNo: 'PL-0002', description: 'Nut', unit: 'EA' },
];

/** A product as the list of number `n` says it. */
export interface Product {
  productNo: string;
  description: string;
  unit: string;
}

/** The products of one list. */
export function productsOf(list: string): Product[] {
  return [1, 2, 3].map((n) => ({
    productNo: `PL-${list}-${n}`,
    description: `Part ${n}; of ${list}`,
    unit: n === 3 ? 'EA' : 'PCE',
  }));
}

/** The same as the partner's file. */
export function listFile(list: string): LoadFile {
  const lines = productsOf(list).map(
    ({ productNo, description, unit }) => `${productNo};"${description}";;${unit === 'EA' ? '' : unit}`,
  );
  return { channel: 'visma', name: `PL_${list}.csv`, content: ['Item;Text;EAN;Unit', ...lines, ''].join('\r\n') };
}

/** Writes the mapping and its example into a site that has none yet. */
export async function writeGoodMapping(site: TestSite): Promise<void> {
  const example = join(site.dir, MAPPING_FILE.replace('.yaml', '.examples'), 'plain');
  await mkdir(example, { recursive: true });
  await writeFile(join(example, 'in.csv'), EXAMPLE_IN);
  await writeFile(join(example, 'expected.json'), JSON.stringify(EXAMPLE_OUT, null, 2));
  await writeMapping(site, GOOD_MAPPING);
}

/** Saves the mapping as an editor does: beside it, then renamed over it. */
export async function writeMapping(site: TestSite, text: string | Uint8Array): Promise<void> {
  const file = join(site.dir, MAPPING_FILE);
  await writeFile(`${file}.tmp`, text);
  await rename(`${file}.tmp`, file);
}
