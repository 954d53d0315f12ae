import { expect, test } from 'vitest';
import { committed, deliveryRecord, fileRecord, newLedger, NOW } from './ledger-fixture.ts';

const failed = { error: 'EIO', attempts: 2, nextAttemptAt: null, status: 'retrying' } as const;

test('a file is read back as it was written, and replaced under the same id', async () => {
  const { ledger } = await newLedger();
  const file = fileRecord({
    id: 'f1',
    documents: [
      {
        document: 'supplier-invoice',
        key: 'D1',
        outcome: 'held',
        status: '4',
        reasons: [{ code: 'OUTSIDE_TOLERANCE' }],
      },
    ],
    findings: [{ code: 'VALUE_UNUSABLE', severity: 'warning', message: 'Æ', at: { line: 3, column: 7 } }],
    transportId: 't-1',
    status: 'held',
    outcome: 'held',
  });
  await committed(ledger, (transaction) => transaction.putFile(file));
  expect(await ledger.read.file('f1')).toEqual(file);
  const done = fileRecord({ id: 'f1', mapping: null, archivedAs: 'archive/invoices/f1' });
  await committed(ledger, (transaction) => transaction.putFile(done));
  expect(await ledger.read.file('f1')).toEqual(done);
  expect(await ledger.read.file('f2')).toBeUndefined();
});

test('the first accepted or held file of the same bytes or transport id is found; rejected ones and duplicates never count', async () => {
  const { ledger } = await newLedger();
  const sha256 = 'c'.repeat(64);
  await committed(ledger, async (transaction) => {
    const outcomes = ['rejected', 'duplicate', 'held', 'accepted'] as const;
    for (const outcome of outcomes)
      await transaction.putFile(fileRecord({ id: outcome, sha256, transportId: 't', outcome }));
    await transaction.putFile(fileRecord({ id: 'partly', sha256: 'd'.repeat(64), outcome: 'partly-accepted' }));
    await transaction.putFile(fileRecord({ id: 'waiting', sha256: 'e'.repeat(64), status: 'retrying', outcome: null }));
  });
  expect((await ledger.read.acceptedFileByHash(sha256))?.id).toBe('held');
  expect((await ledger.read.acceptedFileByTransportId('t'))?.id).toBe('held');
  expect((await ledger.read.acceptedFileByHash('d'.repeat(64)))?.id).toBe('partly');
  expect(await ledger.read.acceptedFileByHash('e'.repeat(64))).toBeUndefined();
  expect(await ledger.read.acceptedFileByTransportId('u')).toBeUndefined();
});

test('files in some statuses come oldest first, whatever order the statuses are named in, up to the limit', async () => {
  const { ledger } = await newLedger();
  await committed(ledger, async (transaction) => {
    const statuses = ['held', 'retrying', 'completed', 'held', 'retrying'] as const;
    for (const [number, status] of statuses.entries())
      await transaction.putFile(fileRecord({ id: `f${number}`, status }));
  });
  const ids = async (limit: number) =>
    (await ledger.read.filesInStatus(['retrying', 'held'], limit)).map(({ id }) => id);
  expect(await ids(10)).toEqual(['f0', 'f1', 'f3', 'f4']);
  expect(await ids(3)).toEqual(['f0', 'f1', 'f3']);
});

test('the last file of each channel is known', async () => {
  const { ledger } = await newLedger();
  expect(await ledger.read.lastFileAt()).toEqual({});
  await committed(ledger, async (transaction) => {
    await transaction.putFile(fileRecord({ id: 'f1', channel: 'invoices', receivedAt: '2026-11-21T10:00:00.000Z' }));
    await transaction.putFile(fileRecord({ id: 'f2', channel: 'epack', receivedAt: '2026-11-20T10:00:00.000Z' }));
    await transaction.putFile(fileRecord({ id: 'f3', channel: 'invoices', receivedAt: '2026-11-19T10:00:00.000Z' }));
  });
  expect(await ledger.read.lastFileAt()).toEqual({
    invoices: '2026-11-21T10:00:00.000Z',
    epack: '2026-11-20T10:00:00.000Z',
  });
});

test('deliveries are read back, by id, by file, and by status in sequence order', async () => {
  const { ledger } = await newLedger();
  const first = deliveryRecord({ id: 'd1', sequence: 2, fileId: 'f1' });
  const second = deliveryRecord({ id: 'd2', sequence: 1, fileId: 'f1', status: 'retrying', lastError: 'EACCES' });
  const other = deliveryRecord({ id: 'd3', sequence: 3, fileId: 'f2', status: 'delivered' });
  await committed(ledger, async (transaction) => {
    for (const delivery of [first, second, other]) await transaction.putDelivery(delivery);
  });
  expect(await ledger.read.delivery('d2')).toEqual(second);
  expect(await ledger.read.delivery('d9')).toBeUndefined();
  expect(await ledger.read.deliveriesOfFile('f1')).toEqual([first, second]);
  expect(await ledger.read.deliveriesInStatus(['staged', 'retrying'], 10)).toEqual([second, first]);
  expect(await ledger.read.deliveriesInStatus(['staged', 'retrying', 'delivered'], 2)).toEqual([second, first]);
});

test('open deliveries of a key are those that have not gone out', async () => {
  const { ledger } = await newLedger();
  await committed(ledger, async (transaction) => {
    const statuses = ['staged', 'retrying', 'stopped', 'delivered', 'confirmed', 'withdrawn', 'handled'] as const;
    for (const [sequence, status] of statuses.entries())
      await transaction.putDelivery(deliveryRecord({ id: status, sequence, status }));
    await transaction.putDelivery(deliveryRecord({ id: 'other', key: 'INV2' }));
  });
  const open = await ledger.read.openDeliveriesOfKey('order-match-result', 'INV1');
  expect(open.map(({ id }) => id)).toEqual(['staged', 'retrying', 'stopped']);
});

test('marks ride on a commit: delivered, failed', async () => {
  const { ledger } = await newLedger();
  await committed(ledger, async (transaction) => {
    await transaction.putFile(fileRecord({ id: 'f1' }));
    for (const id of ['d1', 'd2', 'd3'])
      await transaction.putDelivery(deliveryRecord({ id, fileId: 'f1', nextAttemptAt: NOW }));
    await transaction.mark([
      { mark: 'delivered', deliveryId: 'd1', at: NOW },
      {
        mark: 'delivery-failed',
        deliveryId: 'd2',
        error: 'EBUSY',
        attempts: 2,
        nextAttemptAt: NOW,
        status: 'retrying',
      },
    ]);
    await transaction.setDeliveryStatus('d3', 'withdrawn');
  });
  expect(await ledger.read.delivery('d1')).toMatchObject({
    status: 'delivered',
    deliveredAt: NOW,
    nextAttemptAt: null,
  });
  expect(await ledger.read.delivery('d2')).toMatchObject({
    status: 'retrying',
    lastError: 'EBUSY',
    attempts: 2,
    nextAttemptAt: NOW,
  });
  expect(await ledger.read.delivery('d3')).toMatchObject({ status: 'withdrawn' });
});

test.each(['stopped', 'delivered', 'withdrawn', 'handled'] as const)(
  'a mark that comes after an output is %s lost the race and changes nothing',
  async (status) => {
    const { ledger } = await newLedger();
    const delivery = deliveryRecord({ id: 'd1', status, nextAttemptAt: NOW, lastError: 'EBUSY' });
    await committed(ledger, async (transaction) => {
      await transaction.putDelivery(delivery);
      await transaction.mark([
        { mark: 'delivered', deliveryId: 'd1', at: NOW },
        { mark: 'delivery-failed', deliveryId: 'd1', ...failed },
      ]);
    });
    expect(await ledger.read.delivery('d1')).toEqual(delivery);
  },
);

test('a file whose bytes were never read has an empty hash, and no other file is taken for it', async () => {
  const { ledger } = await newLedger();
  const file = fileRecord({ id: 'f1', sha256: '', outcome: 'rejected' });
  await committed(ledger, async (transaction) => {
    await transaction.putFile(file);
    await expect(transaction.putFile(fileRecord({ id: 'f2', sha256: 'abc' }))).rejects.toThrow(/CHECK/);
  });
  expect(await ledger.read.file('f1')).toEqual(file);
  expect(await ledger.read.acceptedFileByHash('')).toBeUndefined();
});

test('a mark that meets no row, and a status that no table knows, are refused', async () => {
  const { ledger } = await newLedger();
  await committed(ledger, async (transaction) => {
    await expect(transaction.mark([{ mark: 'delivered', deliveryId: 'nobody', at: NOW }])).rejects.toThrow(
      /no delivery nobody/,
    );
    const mark = { mark: 'delivery-failed', deliveryId: 'nobody', ...failed } as const;
    await expect(transaction.mark([mark])).rejects.toThrow(/no delivery nobody/);
    await expect(transaction.setDeliveryStatus('nobody', 'handled')).rejects.toThrow(/no delivery nobody/);
    await expect(transaction.putFile(fileRecord({ id: 'f1', status: 'lost' as never }))).rejects.toThrow(/FOREIGN KEY/);
    await expect(transaction.putDelivery(deliveryRecord({ id: 'd1', status: 'gone' as never }))).rejects.toThrow(
      /FOREIGN KEY/,
    );
  });
});

test('numbers count up from one per counter and are not given twice after a restart', async () => {
  const site = await newLedger();
  const next = (counter: string) => committed(site.ledger, (transaction) => transaction.nextNumber(counter));
  expect([await next('output'), await next('output'), await next('file:epack')]).toEqual([1, 2, 1]);
  await site.reopen();
  expect(await next('output')).toBe(3);
});

test('suspicion is counted per file until it is cleared, and an outbox is remembered', async () => {
  const site = await newLedger();
  await committed(site.ledger, async (transaction) => {
    expect(await transaction.raiseSuspicion('f1')).toBe(1);
    expect(await transaction.raiseSuspicion('f1')).toBe(2);
    await transaction.raiseSuspicion('f2');
    await transaction.clearSuspicion('f2');
    await transaction.rememberOutbox('visma');
    await transaction.rememberOutbox('visma');
  });
  const { read } = await site.reopen();
  expect([await read.suspectCount('f1'), await read.suspectCount('f2')]).toEqual([2, 0]);
  expect([await read.outboxKnown('visma'), await read.outboxKnown('epack')]).toEqual([true, false]);
});
