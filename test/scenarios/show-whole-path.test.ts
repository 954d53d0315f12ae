import { describe, expect, it } from 'vitest';
import type { ShownSupplierInvoice } from '../../src/service/show-supplier-invoice.ts';
import { isRight, printedRows } from '../cli/pocket-calculator.ts';
import { commandInProcess } from '../support/command-in-process.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, type TestSite } from '../support/site.ts';

/** A command as a person types it, of real files through a real site. */
async function ordrebro(site: TestSite, ...words: string[]): Promise<string> {
  const { code, stdout } = await commandInProcess(words, { site: site.dir });
  expect(code).toBe(0);
  return stdout;
}

function show(site: TestSite, ...words: string[]): Promise<string> {
  return ordrebro(site, 'show', 'supplier-invoice', ...words);
}

function expectRight(page: string, rows: number): void {
  expect(printedRows(page).length).toBeGreaterThan(rows);
  expect(printedRows(page).filter((row) => !isRight(row))).toEqual([]);
}

const line = (quantity: string, price: string) => [{ sku: 'A-100', quantity, price }];

describe('an invoice that waits, and one after it', () => {
  it('are shown so that every figure can be calculated, with what the first one holds back', async () => {
    const site = await siteWithWorld();
    await dropFile(site, 'invoices', 'a.xml', invoiceFile({ number: 'F-1', lines: line('7', '120.00') }));
    await once(site);
    await dropFile(site, 'invoices', 'b.xml', invoiceFile({ number: 'F-2', lines: line('5', '101.00') }));
    await once(site);

    const [first, second] = [await show(site, '50001/F-1'), await show(site, '50001/F-2')];
    for (const page of [first, second]) expectRight(page, 15);
    expect(first).toMatch(/open +10 ordered - 0 invoiced before - 0 reserved += +10\n/);
    expect(second).toMatch(/open +10 ordered - 0 invoiced before - 7 reserved += +3\n/);
    expect(second).toMatch(/order figure +3 x 100\.00 order price += +300\.00\n/);
    expect(second).toMatch(/deviation +505\.00 - 300\.00 += +205\.00\n/);

    const { data } = JSON.parse(await show(site, '50001/F-2', '--json')) as { data: ShownSupplierInvoice };
    expect(data.orders[0]?.lines[0]?.comparison).toEqual({
      price: '100.00',
      orderedQuantity: '10',
      reservedQuantity: '7',
      openQuantity: '3',
      takenQuantity: '5',
      comparedQuantity: '3',
      allowedDeviation: '10.10',
      orderDeviationPercent: '68.3333',
    });
    expect(data.appliedTolerance).toMatchObject({ percent: { value: '2' }, amount: { value: '50' } });
    const steps = data.calculation.orderLines[0]?.steps.map(({ name, result }) => [name, result]);
    expect(steps).toEqual([
      ['goods', '505.00'],
      ['open', '3'],
      ['taken-compared', '3'],
      ['order-figure', '300.00'],
      ['deviation', '205.00'],
      ['percent-of-invoice', '40.5941'],
      ['percent-of-order', '68.3333'],
      ['vat-of-part', '126.25'],
    ]);
  });
});

describe('an invoice in the hands of a person', () => {
  it('is still explained as it was decided: received in part, matched again, and rejected', async () => {
    const site = await siteWithWorld();
    const lines = [...line('10', '120.00'), { sku: 'B-200', quantity: '5', price: '230.00' }];
    await dropFile(site, 'invoices', 'a.xml', invoiceFile({ number: 'F-1', lines }));
    await dropFile(site, 'invoices', 'b.xml', invoiceFile({ number: 'F-2', lines: line('1', '150.00') }));
    await once(site);
    const [{ key }] = JSON.parse(await ordrebro(site, 'list', 'supplier-invoice', 'number:F-1', '--json')).data;
    const waiting = await show(site, key);
    expect(waiting).toContain(`- ordrebro invoice receive ${key}: write the values and receive`);
    expectRight(waiting, 20);

    const act = (...words: string[]) => ordrebro(site, 'invoice', ...words, '--reason', 'agreed', '--user', 'kari');
    await act('receive', key, '--line', '1001/1');
    const received = await show(site, key);
    expect(received).toMatch(/1001\/1 .* outside,?\s+received\n/);
    expectRight(received, 20);
    await act('match', key);
    const again = await show(site, key);
    expectRight(again, 20);
    expect(again).toMatch(/deviation +1 200\.00 - 1 000\.00 += +200\.00\n/);

    const [{ key: other }] = JSON.parse(await ordrebro(site, 'list', 'supplier-invoice', 'number:F-2', '--json')).data;
    await act('reject', other);
    const rejected = await show(site, other);
    expect(rejected).toContain('Status 6, Rejected');
    expect(rejected).not.toContain('The calculation');
    expectRight(rejected, 4);
  });
});
