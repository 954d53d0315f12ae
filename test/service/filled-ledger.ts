import { openLedger } from '../../src/ledger/open-ledger.ts';
import type { Change } from '../../src/domain/decision.ts';
import type { Ledger } from '../../src/pipeline/ledger-port.ts';
import { newId } from '../../src/service/new-id.ts';
import type { ReadableSite } from '../../src/service/readable-site.ts';
import { systemClock } from '../../src/service/system-clock.ts';
import { delivery, file, INVOICE, outsideResult, settings } from './base-records.ts';

/** A ledger with two files, three invoices of one supplier, an order with a pending link, a supplier and an alert. */
export async function fill(ledger: Ledger): Promise<void> {
  const at = '2026-11-16T08:00:01.000Z';
  const transaction = await ledger.begin();
  await transaction.putFile(
    file('aaaa2222', {
      status: 'held',
      outcome: 'held',
      documents: [
        {
          document: 'supplier-invoice',
          key: 'aaaa2222',
          outcome: 'held',
          status: '4',
          reasons: [
            { code: 'OUTSIDE_TOLERANCE', at: '1001/2', expected: '2808.00', actual: '3072.00', allowed: '50.00' },
          ],
        },
      ],
    }),
  );
  await transaction.putFile(
    file('aabb3333', {
      sequence: 2,
      status: 'rejected',
      outcome: 'rejected',
      findings: [
        {
          code: 'TRUNCATED',
          severity: 'error',
          message: 'The file ends too early.',
          hint: 'Send it again.',
          at: { line: 3, column: 1 },
        },
      ],
    }),
  );
  await transaction.putDelivery(delivery('dddd2222', 'aaaa2222'));
  const invoice = (key: string, number: string, amount: string, status: string): Change => ({
    change: 'put-document',
    kind: 'supplier-invoice',
    key,
    content: { invoice: INVOICE, result: outsideResult(key) },
    status,
    revision: 1,
    head: { party: '50001', number, amount, currency: 'NOK', date: '2026-11-02' },
    indexes: [{ name: 'order', value: '1001' }],
  });
  await transaction.apply(
    [
      invoice('aaaa2222', 'F-1', '3532.80', '4'),
      invoice('aabb3333', 'F-2', '99.00', '1'),
      invoice('bbbb4444', 'F-2', '20000.00', '8'),
    ],
    'file:aaaa2222',
    at,
    { id: 'aaaa2222', sequence: 1 },
  );
  await transaction.apply(
    [
      {
        change: 'put-document',
        kind: 'purchase-order',
        key: '1001',
        content: {
          document: 'purchase-order',
          orderNo: '1001',
          orderType: 1,
          transactionType: 6,
          supplierNo: '50001',
          currency: 'NOK',
          lines: [{ lineNo: 2, productNo: 'KAFFE-500', quantity: '60', price: '58.50' }],
        },
        status: null,
        revision: 1,
        head: { party: '50001', number: '1001', currency: 'NOK' },
        indexes: [{ name: 'supplier-no', value: '50001' }],
      },
      {
        change: 'put-document',
        kind: 'supplier',
        key: '50001',
        content: { document: 'supplier', supplierNo: '50001', name: 'Fjordmat Grossist AS', toleranceAmount: '20.00' },
        status: null,
        revision: 1,
        head: { party: 'Fjordmat Grossist AS', number: '50001' },
        indexes: [],
      },
      {
        change: 'put-links',
        documentId: 'aaaa2222',
        links: [
          {
            documentId: 'aaaa2222',
            invoiceLineId: '1',
            orderNo: '1001',
            orderLineNo: 2,
            quantity: '48',
            amount: '3072.00',
            price: '64.00',
            kind: 'invoice',
            state: 'pending',
          },
          {
            documentId: 'aaaa2222',
            invoiceLineId: '2',
            orderNo: '1001',
            orderLineNo: 2,
            quantity: '3',
            amount: '175.50',
            price: '58.50',
            kind: 'credit-note',
            state: 'pending',
          },
        ],
      },
      {
        change: 'audit',
        subject: { kind: 'supplier-invoice', key: 'aaaa2222' },
        event: 'decide',
        from: null,
        to: '4',
        rule: 'C049',
      },
      {
        change: 'raise-alert',
        code: 'OUTSIDE_TOLERANCE',
        subject: { kind: 'supplier-invoice', key: 'aaaa2222' },
        text: 'F-1 is outside tolerance',
      },
    ],
    'file:aaaa2222',
    at,
    { id: 'aaaa2222', sequence: 1 },
  );
  await transaction.audit({
    at,
    by: 'user:kari',
    subject: { kind: 'file', key: 'aaaa2222' },
    event: 'handle',
    from: 'held',
    to: 'held',
    rule: null,
    reason: 'settled by phone',
    details: null,
  });
  await transaction.commit();
}

/** A filled ledger of its own, with the settings of these tests. */
export async function filledSite(
  ledgerFile: string,
): Promise<ReadableSite & { ledgerFile: string; close: () => Promise<void> }> {
  const ledger = await openLedger({ file: ledgerFile, clock: systemClock(null), newId });
  await fill(ledger);
  return { settings: settings(), ledger: ledger.read, ledgerFile, close: () => ledger.close() };
}
