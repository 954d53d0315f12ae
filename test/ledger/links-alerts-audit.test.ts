import { expect, test } from 'vitest';
import { applied, auditChange, committed, link, newLedger, NOW } from './ledger-fixture.ts';

test('links of a document are replaced as a whole and found by document and by orders', async () => {
  const { ledger } = await newLedger();
  const first = link({ documentId: 'D1', orderNo: 'PO-1' });
  const second = link({ documentId: 'D1', orderNo: 'PO-2', invoiceLineId: '2', state: 'received', receivedAt: NOW });
  const other = link({ documentId: 'D2', orderNo: 'PO-1', kind: 'credit-note', quantity: '-1.5' });
  await applied(ledger, [
    { change: 'put-links', documentId: 'D1', links: [first, second] },
    { change: 'put-links', documentId: 'D2', links: [other] },
  ]);
  expect(await ledger.read.linksOfDocument('D1')).toEqual([first, second]);
  expect(await ledger.read.linksOfOrders(['PO-2', 'PO-1', 'PO-9'])).toEqual([first, second, other]);
  await applied(ledger, [{ change: 'put-links', documentId: 'D1', links: [] }]);
  expect(await ledger.read.linksOfOrders(['PO-1', 'PO-2'])).toEqual([other]);
  expect(await ledger.read.linksOfOrders([])).toEqual([]);
});

test('a link under another document is a defect', async () => {
  const { ledger } = await newLedger();
  const links = [link({ documentId: 'D2', orderNo: 'PO-1' })];
  await committed(ledger, async (transaction) => {
    await expect(
      transaction.savepoint(() =>
        transaction.apply([{ change: 'put-links', documentId: 'D1', links }], 'user:a', NOW, null),
      ),
    ).rejects.toThrow(/a link of D2/);
  });
});

test('snapshots of order lines are kept per line, the last one wins', async () => {
  const { ledger } = await newLedger();
  await applied(ledger, [
    { change: 'put-order-line-snapshot', orderNo: 'PO-1', lineNo: 2, snapshot: { price: '10' } },
    { change: 'put-order-line-snapshot', orderNo: 'PO-1', lineNo: 1, snapshot: { price: '5', discountPercent: '2.5' } },
    { change: 'put-order-line-snapshot', orderNo: 'PO-1', lineNo: 2, snapshot: { price: '10', writtenPrice: '11' } },
  ]);
  expect(await ledger.read.orderLineSnapshots(['PO-1', 'PO-2'])).toEqual([
    { orderNo: 'PO-1', lineNo: 1, price: '5', discountPercent: '2.5' },
    { orderNo: 'PO-1', lineNo: 2, price: '10', writtenPrice: '11' },
  ]);
});

test('an alert is raised once while it is open, and again after it was cleared', async () => {
  const { ledger } = await newLedger();
  const subject = { kind: 'delivery', key: 'd1' };
  const raise = (text: string) => applied(ledger, [{ change: 'raise-alert', code: 'DELIVERY_STOPPED', subject, text }]);
  await raise('first');
  await raise('second');
  await applied(ledger, [{ change: 'raise-alert', code: 'DUPLICATE', subject, text: 'another code' }]);
  expect((await ledger.read.openAlerts()).map(({ code, text, severity }) => [code, text, severity])).toEqual([
    ['DELIVERY_STOPPED', 'first', 'error'],
    ['DUPLICATE', 'another code', 'warning'],
  ]);
  await applied(ledger, [{ change: 'clear-alert', code: 'DELIVERY_STOPPED', subject }]);
  await raise('third');
  expect((await ledger.read.openAlerts()).map(({ text }) => text)).toEqual(['another code', 'third']);
  expect(await ledger.read.countByStatus('alert')).toEqual({ open: 2, cleared: 1 });
});

test('the audit of a subject is told oldest first, with who, the reasons of rules and the reason of a person', async () => {
  const { ledger } = await newLedger();
  const reasons = [
    { code: 'OUTSIDE_TOLERANCE' as const, expected: '100', actual: '120', setting: 'company.tolerancePercent' },
  ];
  await applied(ledger, [{ ...auditChange('D1', 'match', { to: '4' }), reasons } as never, auditChange('D2', 'match')]);
  await committed(ledger, (transaction) =>
    transaction.audit({
      at: NOW,
      by: 'user:kari',
      subject: { kind: 'supplier-invoice', key: 'D1' },
      event: 'reject',
      from: '4',
      to: '6',
      rule: null,
      reason: 'Feil leverandør',
      details: null,
    }),
  );
  const story = await ledger.read.auditOf({ kind: 'supplier-invoice', key: 'D1' });
  expect(story).toMatchObject([
    {
      sequence: 1,
      by: 'file:f1',
      event: 'match',
      from: null,
      to: '4',
      rule: 'order-match.md 3',
      reason: null,
      details: { reasons },
    },
    {
      sequence: 3,
      by: 'user:kari',
      event: 'reject',
      from: '4',
      to: '6',
      rule: null,
      reason: 'Feil leverandør',
      details: null,
    },
  ]);
  expect(new Set(story.map(({ hash }) => hash)).size).toBe(2);
});
