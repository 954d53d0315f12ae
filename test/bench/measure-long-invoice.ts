import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalFile, purchaseOrder } from '../support/base-world.ts';
import { runOnce } from '../support/daemon.ts';
import { dropFile, siteAt } from '../support/site.ts';
import { ublInvoice } from '../support/ubl-invoice.ts';
import type { Contestant } from './contestants.ts';
import { measureOne } from './measure-one.ts';

/** Milliseconds from drop to answer of one invoice of `lines` lines against an order of as many lines. */
export async function measureLongInvoice(contestant: Contestant, lines: number): Promise<number> {
  const dir = await contestant.prepare();
  const site = siteAt(dir);
  const rows = Array.from({ length: lines }, (_, index) => ({
    lineNo: index + 1,
    productNo: `P${(index % 6) + 1}`,
    quantity: '3',
    price: `${10 + (index % 50)}.00`,
  }));
  await dropFile(site, 'visma', 'long-order.json', canonicalFile([purchaseOrder('LONG', rows)]));
  await runOnce(site);
  const text = ublInvoice({
    family: 'peppol-bis-3',
    kind: 'invoice',
    number: 'LONG-1',
    orderRef: 'LONG',
    lines: rows.map((row) => ({ sku: `S-${row.productNo}`, quantity: row.quantity, price: row.price })),
  });
  await writeFile(join(dir, 'long.xml'), text);
  const running = await contestant.start(dir, 1);
  const ms = await measureOne(dir, 'long.xml', 120_000);
  await running.stop();
  return ms;
}
