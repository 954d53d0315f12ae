import { describe, expect, it } from 'vitest';
import { decimal, decimalText } from '../../src/domain/decimal.ts';
import { invoicedPrice } from '../../src/rules/order-match/referred-lines.ts';
import type { LinkState } from '../../src/domain/decision.ts';
import type { EarlierInvoice } from '../../src/rules/order-match/order-match-facts.ts';
import { invoice, type InvoiceWords, type LineWords } from './invoice-in-words.ts';
import { codesOf, facts, match, order, type OrderLineWords, settings } from './order-match-world.ts';

/** Credit notes and negative lines: against what was invoiced, last invoice first; the preceding invoice narrows it (order-match.md 17). */

const EXACT = settings({ tolerancePercent: '0', toleranceAmount: null });

function earlier(documentId: string, invoiceNo: string): EarlierInvoice {
  return { documentId, kind: 'invoice', invoiceNo, status: '1', accountingDocumentNo: 3, orderNos: ['1001'] };
}

/** What an invoice linked to an order line, received on a day of November 2026. */
function received(documentId: string, orderLineNo: number, quantity: string, price: string, day = 10): LinkState {
  return {
    documentId,
    invoiceLineId: '1',
    orderNo: '1001',
    orderLineNo,
    quantity,
    amount: String(Number(quantity) * Number(price)),
    price,
    kind: 'invoice',
    state: 'received',
    receivedAt: `2026-11-${day}T00:00:00.000Z`,
  };
}

interface World {
  lines: readonly OrderLineWords[];
  links?: LinkState[];
  earlier?: EarlierInvoice[];
}

function credited(line: LineWords, world: World, more: Partial<InvoiceWords> = {}): ReturnType<typeof match>['result'] {
  const document = invoice({ ref: '1001', credit: true, number: 'K-1', lines: [{ sku: 'A-100', ...line }], ...more });
  const orders = [order('1001', world.lines)];
  return match(document, facts({ orders, links: world.links ?? [], earlier: world.earlier ?? [] }), EXACT).result;
}

const places = (result: ReturnType<typeof match>['result']) =>
  result.links.map((one) => `${one.orderLineNo} ${one.quantity}`);

describe('a credit note', () => {
  const dear = {
    lines: [{ p: 'A', q: '10', pr: '100.00' }],
    links: [received('x', 1, '10', '130')],
    earlier: [earlier('x', 'F-9')],
  };

  it('is compared with the price of the invoice that it refers to (N03), else with the order', () => {
    const referring = credited({ q: '10', pr: '130.00' }, dear, { preceding: ['F-9'] });
    expect([referring.status.code, referring.orders[0]?.lines[0]?.expectedAmount]).toEqual([1, '1300.00']);
    const plain = credited({ q: '10', pr: '130.00' }, dear);
    expect([plain.status.code, plain.orders[0]?.lines[0]?.expectedAmount]).toEqual([4, '1000.00']);
    expect(credited({ q: '10', pr: '100.00' }, dear, { preceding: ['F-9'] }).status.code).toBe(4);
  });

  it('keeps the price of the order where it explains the rounded amount that was invoiced', () => {
    const price = (amount: string) =>
      decimalText(invoicedPrice({ quantity: decimal('6'), amount: decimal(amount) }, decimal('43.2216'), 2));
    expect(['259.33', '259.34'].map(price)).toEqual(['43.2216', '43.223333333333333']);
  });

  it('finds the invoice whatever the case and the spaces of its number', () => {
    expect(credited({ q: '10', pr: '130.00' }, dear, { preceding: [' f-9 '] }).status.code).toBe(1);
  });

  it('is not narrowed by an invoice that was rejected', () => {
    const links = [{ ...received('x', 1, '5', '100'), state: 'released' as const }, received('y', 2, '5', '100', 11)];
    const lines = [1, 2].map(() => ({ p: 'A', q: '5', pr: '100.00' }));
    const result = credited(
      { q: '5', pr: '100.00' },
      { lines, links, earlier: [earlier('x', 'F-9')] },
      { preceding: ['F-9'] },
    );
    expect(places(result)).toEqual(['2 5']);
  });

  it('credits no more of a line than the invoice that it refers to invoiced there, as long as there are others', () => {
    const lines = [1, 2].map(() => ({ p: 'A', q: '20', pr: '100.00' }));
    const links = [
      received('x', 1, '6', '100', 10),
      received('x', 2, '4', '100', 10),
      received('y', 1, '9', '100', 12),
      received('y', 2, '9', '100', 12),
    ];
    const world = { lines, links, earlier: [earlier('x', 'F-9')] };
    expect(places(credited({ q: '4', pr: '100.00' }, world, { preceding: ['F-9'] }))).toEqual(['2 4']);
    expect(places(credited({ q: '10', pr: '100.00' }, world, { preceding: ['F-9'] }))).toEqual(['1 6', '2 4']);
    expect(places(credited({ q: '4', pr: '100.00' }, world))).toEqual(['1 4']);
  });

  it('takes what was invoiced last first, also where only the price is near', () => {
    const lines = [1, 2, 3].map(() => ({ p: 'A', q: '5', pr: '100.00' }));
    const links = [
      received('x', 1, '5', '100', 10),
      received('y', 2, '5', '100', 12),
      received('z', 3, '5', '100', 11),
    ];
    expect(places(credited({ q: '7', pr: '100.00' }, { lines, links }))).toEqual(['2 5', '3 2']);
    expect(places(credited({ q: '7', pr: '99.00' }, { lines, links }))).toEqual(['2 5', '3 2']);
  });

  it('of more than was invoiced says so', () => {
    const lines = [{ p: 'A', q: '10', pr: '100.00', inv: '3' }];
    const result = credited({ q: '4', pr: '100.00' }, { lines });
    expect(codesOf(result)).toEqual(['OUTSIDE_TOLERANCE', 'OVER_QUANTITY']);
    expect(result.orders[0]?.lines[0]).toMatchObject({ suggestedQuantity: '4', expectedAmount: '300.00' });
  });

  it('leaves what another credit note that is pending holds', () => {
    const pending = { ...received('k', 1, '6', '100'), kind: 'credit-note' as const, state: 'pending' as const };
    const lines = [{ p: 'A', q: '10', pr: '100.00', inv: '10' }];
    expect(credited({ q: '4', pr: '100.00' }, { lines, links: [pending] }).status.code).toBe(1);
    expect(codesOf(credited({ q: '5', pr: '100.00' }, { lines, links: [pending] }))).toContain('OVER_QUANTITY');
  });
});

describe('a negative line', () => {
  it('of an invoice returns what was invoiced, and what the invoice itself takes', () => {
    const orders = [order('1001', [{ p: 'A', q: '10', pr: '100.00', inv: '2' }])];
    const lines = [
      { sku: 'A-100', q: '3', pr: '100.00' },
      { sku: 'A-100', q: '-5', pr: '100.00' },
    ];
    const { result } = match(invoice({ ref: '1001', lines }), facts({ orders }), EXACT);
    expect(codesOf(result)).toEqual([]);
    expect(result.orders[0]?.lines[0]).toMatchObject({ suggestedQuantity: '-2', expectedAmount: '-200.00' });
  });

  it('of a credit note takes again what is open', () => {
    const orders = [order('1001', [{ p: 'A', q: '10', pr: '100.00', inv: '4' }])];
    const lines = [
      { sku: 'A-100', q: '4', pr: '100.00' },
      { sku: 'A-100', q: '-1', pr: '100.00' },
    ];
    const { result } = match(invoice({ ref: '1001', credit: true, lines }), facts({ orders }), EXACT);
    expect([codesOf(result), result.orders[0]?.lines[0]?.suggestedQuantity]).toEqual([[], '3']);
  });
});

describe('what converting a quantity rounds', () => {
  it('is no over-quantity: a dozen, six times a sixth', () => {
    const orders = [order('1001', [{ p: 'A', q: '1', pr: '120.00', unit: 'DZN' }])];
    const lines = Array.from({ length: 6 }, () => ({ sku: 'A-100', q: '2', pr: '10.00', unit: 'EA' }));
    const { result } = match(invoice({ ref: '1001', lines }), facts({ orders }), EXACT);
    expect([result.status.code, codesOf(result)]).toEqual([1, []]);
  });
});
