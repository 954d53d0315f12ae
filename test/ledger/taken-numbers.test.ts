import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/decision.ts';
import { committed, newLedger, NOW } from './ledger-fixture.ts';

const take = (number: number): Change => ({ change: 'take-number', counter: 'voucher-series:40', number });

test('a decision that needs a number sees how far the counter is, takes the next, and none is given twice', async () => {
  const site = await newLedger();
  await committed(site.ledger, async (transaction) => {
    expect(await transaction.lastNumber('voucher-series:40')).toBe(0);
    await transaction.apply([take(40001)], 'file:a', NOW, null);
    expect(await transaction.lastNumber('voucher-series:40')).toBe(40001);
    await expect(transaction.apply([take(40001)], 'file:a', NOW, null)).rejects.toThrow(/was given before/);
  });
  await site.reopen();
  await committed(site.ledger, async (transaction) => {
    expect(await transaction.lastNumber('voucher-series:40')).toBe(40001);
    expect(await transaction.nextNumber('voucher-series:40')).toBe(40002);
  });
});

test('a number that was taken is given back by a decision that is undone', async () => {
  const { ledger } = await newLedger();
  await committed(ledger, async (transaction) => {
    await transaction.apply([take(40001)], 'file:a', NOW, null);
    const undone = transaction.savepoint(async () => {
      await transaction.apply([take(40002)], 'file:b', NOW, null);
      throw new Error('a defect');
    });
    await expect(undone).rejects.toThrow('a defect');
    expect(await transaction.lastNumber('voucher-series:40')).toBe(40001);
  });
});
