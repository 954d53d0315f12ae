import { expect, test } from 'vitest';
import type { Ledger, ListRequest } from '../../src/pipeline/ledger-port.ts';
import { applied, committed, deliveryRecord, fileRecord, newLedger, NOW, putDocument } from './ledger-fixture.ts';

async function filled(): Promise<Ledger> {
  const { ledger } = await newLedger();
  const amounts = ['9.99', '10', '-10.005', '1000000000000000000000.01', '10.000'];
  for (const [number, amount] of amounts.entries()) {
    const head = {
      party: number % 2 === 0 ? '50001' : '50002',
      number: `F-${number}`,
      amount,
      currency: 'NOK',
      date: `2026-11-0${number + 1}`,
    };
    const status = number === 0 ? null : String(number);
    await applied(ledger, [
      putDocument({ key: `Ærlig-${number}`, head, status, indexes: [{ name: 'order', value: `PO-${number % 2}` }] }),
    ]);
  }
  await applied(ledger, [
    putDocument({ kind: 'product', key: '100%_sure' }),
    putDocument({ kind: 'product', key: '100 sure' }),
  ]);
  await committed(ledger, async (transaction) => {
    await transaction.putFile(fileRecord({ id: 'f1', name: 'Faktura.xml' }));
    await transaction.putFile(
      fileRecord({ id: 'f2', channel: 'epack', receivedAt: '2026-11-20T00:00:00.000Z', processedAt: null }),
    );
    await transaction.putDelivery(deliveryRecord({ id: 'd1', fileId: 'f1', key: 'INV1' }));
    await transaction.putDelivery(deliveryRecord({ id: 'd2', fileId: 'f1', folder: 'epack', status: 'delivered' }));
    const subject = { kind: 'file', key: 'f1' };
    await transaction.apply(
      [{ change: 'raise-alert', code: 'DUPLICATE', subject, text: 'Same number' }],
      'user:a',
      NOW,
      null,
    );
  });
  return ledger;
}

/** Keys of what is found; the total of a search that fits on one page is what is on it. */
async function search(ledger: Ledger, kind: ListRequest['kind'], ...conditions: ListRequest['conditions']) {
  const page = await ledger.read.list({ kind, conditions, limit: 100, offset: 0 });
  expect(page.total).toBe(page.rows.length);
  return page.rows.map(({ key }) => key);
}

test('newest first, in pages, with the total of all', async () => {
  const ledger = await filled();
  const page = await ledger.read.list({ kind: 'supplier-invoice', conditions: [], limit: 2, offset: 1 });
  expect(page.total).toBe(5);
  expect(page.rows.map(({ key }) => key)).toEqual(['Ærlig-3', 'Ærlig-2']);
  expect(page.rows[0]).toMatchObject({
    party: '50002',
    number: 'F-3',
    amount: '1000000000000000000000.01',
    status: '3',
  });
});

test('amounts are compared as the exact numbers they are, however they are written', async () => {
  const ledger = await filled();
  expect(await search(ledger, 'supplier-invoice', { field: 'amount', comparison: '=', value: '10.00' })).toEqual([
    'Ærlig-4',
    'Ærlig-1',
  ]);
  expect(await search(ledger, 'supplier-invoice', { field: 'amount', comparison: '<', value: '-10' })).toEqual([
    'Ærlig-2',
  ]);
  expect(
    await search(ledger, 'supplier-invoice', { field: 'amount', comparison: '>', value: '1000000000000000000000' }),
  ).toEqual(['Ærlig-3']);
  expect(await search(ledger, 'supplier-invoice', { field: 'amount', comparison: '<=', value: '9.99' })).toEqual([
    'Ærlig-2',
    'Ærlig-0',
  ]);
  await expect(
    search(ledger, 'supplier-invoice', { field: 'amount', comparison: '>', value: '1 000' }),
  ).rejects.toMatchObject({ code: 'WRONG_USE' });
});

test('all conditions hold together', async () => {
  const ledger = await filled();
  const party = { field: 'party', comparison: '=', value: '50001' } as const;
  expect(
    await search(ledger, 'supplier-invoice', party, { field: 'date', comparison: '>', value: '2026-11-01' }),
  ).toEqual(['Ærlig-4', 'Ærlig-2']);
  expect(await search(ledger, 'supplier-invoice', party, { field: 'status', comparison: '=', value: 'none' })).toEqual([
    'Ærlig-0',
  ]);
});

test('documents are found by their orders, by free text in any case, and by a part of a field', async () => {
  const ledger = await filled();
  expect(await search(ledger, 'supplier-invoice', { field: 'order', comparison: '=', value: 'PO-1' })).toEqual([
    'Ærlig-3',
    'Ærlig-1',
  ]);
  expect(await search(ledger, 'supplier-invoice', { field: 'text', comparison: 'contains', value: 'æRLIG-3' })).toEqual(
    ['Ærlig-3'],
  );
  expect(await search(ledger, 'supplier-invoice', { field: 'number', comparison: 'contains', value: 'f-2' })).toEqual([
    'Ærlig-2',
  ]);
  expect(await search(ledger, 'product', { field: 'key', comparison: 'contains', value: '0%_' })).toEqual([
    '100%_sure',
  ]);
});

test('an instant is compared as far as it is written', async () => {
  const ledger = await filled();
  expect(await search(ledger, 'file', { field: 'updatedAt', comparison: '=', value: '2026-11-21' })).toEqual(['f1']);
  expect(await search(ledger, 'file', { field: 'updatedAt', comparison: '<=', value: '2026-11-20' })).toEqual(['f2']);
});

test('files, deliveries and alerts are lists of the same shape', async () => {
  const ledger = await filled();
  expect(await search(ledger, 'file', { field: 'channel', comparison: '=', value: 'invoices' })).toEqual(['f1']);
  expect(await search(ledger, 'file', { field: 'text', comparison: 'contains', value: 'FAKTURA' })).toEqual(['f1']);
  expect(await search(ledger, 'delivery', { field: 'folder', comparison: '=', value: 'epack' })).toEqual(['d2']);
  const { rows } = await ledger.read.list({
    kind: 'alert',
    conditions: [{ field: 'status', comparison: '=', value: 'open' }],
    limit: 1,
    offset: 0,
  });
  expect(rows).toMatchObject([
    { code: 'DUPLICATE', severity: 'warning', subject: { kind: 'file', key: 'f1' }, text: 'Same number' },
  ]);
});

test('statuses are counted per kind', async () => {
  const ledger = await filled();
  expect(await ledger.read.countByStatus('supplier-invoice')).toEqual({ none: 1, 1: 1, 2: 1, 3: 1, 4: 1 });
  expect(await ledger.read.countByStatus('delivery')).toEqual({ staged: 1, delivered: 1 });
  expect(await ledger.read.countByStatus('customer')).toEqual({});
});

test('a field that a kind has not is wrong use, with those that it has', async () => {
  const ledger = await filled();
  const wrong = search(ledger, 'product', { field: 'order', comparison: '=', value: 'x' });
  await expect(wrong).rejects.toMatchObject({ code: 'WRONG_USE', hint: expect.not.stringContaining('order') });
  await expect(search(ledger, 'alert', { field: 'party', comparison: '=', value: 'x' })).rejects.toMatchObject({
    code: 'WRONG_USE',
  });
});
