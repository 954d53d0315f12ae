import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import { parseSearchQuery } from '../../src/service/search-query.ts';
import { dayOf, instantOf } from '../../src/service/search-time.ts';

/** A Wednesday, 00:30 in Oslo and still Tuesday in UTC. */
const TODAY = { now: '2026-11-17T23:30:00.000Z', timeZone: 'Europe/Oslo' };

describe('a query', () => {
  it.each([
    ['', []],
    ['   ', []],
    ['fjordmat', [{ field: 'text', comparison: 'contains', value: 'fjordmat' }]],
    ['"fjordmat grossist"', [{ field: 'text', comparison: 'contains', value: 'fjordmat grossist' }]],
    ['status:outside-tolerance', [{ field: 'status', comparison: '=', value: '4' }]],
    ['status:4', [{ field: 'status', comparison: '=', value: '4' }]],
    ['supplier:50001', [{ field: 'party', comparison: '=', value: '50001' }]],
    ['amount:>10000', [{ field: 'amount', comparison: '>', value: '10000' }]],
    ['amount:>=10000.50', [{ field: 'amount', comparison: '>=', value: '10000.50' }]],
    ['amount:-5', [{ field: 'amount', comparison: '=', value: '-5' }]],
    ['date:<2026-11-01', [{ field: 'date', comparison: '<', value: '2026-11-01' }]],
    [
      'STATUS:8 number:F-1',
      [
        { field: 'status', comparison: '=', value: '8' },
        { field: 'number', comparison: '=', value: 'F-1' },
      ],
    ],
    ['since:monday', [{ field: 'updatedAt', comparison: '>=', value: '2026-11-15T23:00:00.000Z' }]],
    ['until:2026-11-01', [{ field: 'updatedAt', comparison: '<', value: '2026-10-31T23:00:00.000Z' }]],
  ])('%s', (query, conditions) => {
    expect(parseSearchQuery(query, 'supplier-invoice', TODAY)).toEqual(conditions);
  });

  it('of files knows the statuses of files', () => {
    expect(parseSearchQuery('status:held channel:invoices name:"a b"', 'file', TODAY)).toEqual([
      { field: 'status', comparison: '=', value: 'held' },
      { field: 'channel', comparison: '=', value: 'invoices' },
      { field: 'name', comparison: 'contains', value: 'a b' },
    ]);
  });

  it.each([
    ['suplier:50001', 'supplier-invoice', 'Did you mean "supplier"'],
    ['channel:invoices', 'supplier-invoice', 'Known for supplier-invoice'],
    ['status:hel', 'file', 'Did you mean "held"'],
    ['status:outside', 'supplier-invoice', 'Did you mean "outside-tolerance"'],
    ['amount:1.000,50', 'supplier-invoice', 'with a point'],
    ['amount:>', 'supplier-invoice', 'amount:VALUE'],
    ['supplier:>5', 'supplier-invoice', 'supplier:VALUE'],
    ['since:monda', 'supplier-invoice', 'Did you mean "monday"'],
    [Array.from({ length: 21 }, () => 'x').join(' '), 'file', 'At most'],
  ] as const)('%s is refused with a suggestion', (query, kind, hint) => {
    let fault: unknown;
    try {
      parseSearchQuery(query, kind, TODAY);
    } catch (thrown) {
      fault = thrown;
    }
    expect(fault).toBeInstanceOf(Fault);
    expect((fault as Fault).code).toBe('WRONG_USE');
    expect((fault as Fault).hint).toContain(hint);
  });
});

describe('days and instants', () => {
  it.each([
    ['today', '2026-11-18'],
    ['yesterday', '2026-11-17'],
    ['wednesday', '2026-11-18'],
    ['thursday', '2026-11-12'],
    ['Monday', '2026-11-16'],
    ['2026-02-28', '2026-02-28'],
  ])('%s is %s on the clock of the site', (word, day) => {
    expect(dayOf(word, TODAY).toString()).toBe(day);
  });

  it.each([
    ['3d', '2026-11-14T23:30:00.000Z'],
    ['12h', '2026-11-17T11:30:00.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-11-17T08:00:00+01:00', '2026-11-17T07:00:00.000Z'],
    ['Tuesday', '2026-11-16T23:00:00.000Z'],
  ])('%s begins at %s', (word, instant) => {
    expect(instantOf(word, TODAY)).toBe(instant);
  });

  it.each(['2026-02-30', 'soon', '2026-11-17Tnoon'])('%s is no day', (word) => {
    expect(() => instantOf(word, TODAY)).toThrow(Fault);
  });
});
