import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { PurchaseOrder } from '../../src/domain/documents.generated.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { decideStateDocument } from '../../src/rules/intake/decide-state-document.ts';
import { purchaseOrder } from '../support/base-world.ts';

const LINES_PER_ORDER = 50;
const ORDERS_PER_TRANSACTION = 500;

/**
 * Puts purchase orders with so many lines together into the ledger of a site that is not running, as if they had been
 * dropped: decided by the rules, written through the ledger, so that indexes and the audit chain are as real work leaves
 * them. They are of the bench's own supplier and products, so that nothing tells them from the orders of its invoices.
 */
export async function fillOrders(dir: string, orderLines: number): Promise<void> {
  const clock = { now: () => new Date().toISOString(), monotonicMs: () => performance.now() };
  const ledger = await openLedger({ file: join(dir, 'state', 'ledger.db'), clock, newId });
  const orders = Math.ceil(orderLines / LINES_PER_ORDER);
  for (let from = 0; from < orders; from += ORDERS_PER_TRANSACTION) {
    const transaction = await ledger.begin();
    for (let number = from; number < Math.min(orders, from + ORDERS_PER_TRANSACTION); number += 1) {
      const content = order(number);
      const document = { kind: 'purchase-order' as const, key: content.orderNo, content, at: { path: '' } };
      const { changes } = decideStateDocument(document, undefined, { fileSequence: 0 });
      await transaction.apply(changes, 'file:stored', clock.now(), { id: 'stored', sequence: 0 });
    }
    await transaction.commit();
  }
  await ledger.close();
}

/** 16 characters of a-z2-7. */
function newId(): string {
  return [...randomBytes(16)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32]).join('');
}

function order(number: number): PurchaseOrder {
  const lines = Array.from({ length: LINES_PER_ORDER }, (_, index) => ({
    lineNo: index + 1,
    productNo: `P${(index % 6) + 1}`,
    quantity: '10',
    price: `${1 + (index % 50)}0.00`,
  }));
  return purchaseOrder(`STORED-${number}`, lines) as unknown as PurchaseOrder;
}
