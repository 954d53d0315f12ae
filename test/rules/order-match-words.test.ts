import { describe, expect, it } from 'vitest';
import type { LinkState } from '../../src/domain/decision.ts';
import { decimal, sum } from '../../src/domain/decimal.ts';
import type { EarlierInvoice } from '../../src/rules/order-match/order-match-facts.ts';
import { invoice, type LineWords } from './invoice-in-words.ts';
import * as world from './order-match-world.ts';

const { codesOf, facts, match, order, reasonsOf, settings } = world;

/** Cases of the catalogue that are told in words, and those that the requirements imply. */

const TEN_A = { sku: 'A-100', q: '10', pr: '100.00' };

function earlier(more: Partial<EarlierInvoice> = {}): EarlierInvoice {
  return {
    documentId: 'doc0',
    kind: 'invoice',
    invoiceNo: 'F-1',
    status: '1',
    accountingDocumentNo: 3,
    issueDate: '2026-11-02',
    payable: '1250.00',
    orderNos: ['1001'],
    ...more,
  };
}

function link(more: Partial<LinkState> = {}): LinkState {
  return {
    documentId: 'doc0',
    invoiceLineId: '1',
    orderNo: '1001',
    orderLineNo: 1,
    quantity: '6',
    amount: '600.00',
    price: '100.00',
    kind: 'invoice',
    state: 'pending',
    ...more,
  };
}

describe('tolerance', () => {
  const t25 = invoice({
    ref: '1001',
    lines: [
      { sku: 'A-100', q: '10', pr: '104.00' },
      { sku: 'B-200', q: '5', pr: '208.00' },
    ],
  });

  it('T26: the cap on all deviations stops many small ones', () => {
    const company = { tolerancePercent: null, toleranceAmount: '50.00' };
    const { result } = match(t25, facts(), settings(company, { documentAmountCap: '60.00' }));
    expect(result.status.code).toBe(4);
    expect(result.orders[0]?.lines.map((line) => line.insideTolerance)).toEqual([true, true]);
    expect(result.reasons).toEqual([
      {
        code: 'DOCUMENT_AMOUNT_CAP',
        at: 'document',
        actual: '80.00',
        allowed: '60.00',
        setting: 'mappings/site.yaml orderMatch.documentAmountCap',
      },
    ]);
    expect(result.receipt).toBeNull();
    expect(match(t25, facts(), settings(company, { documentAmountCap: '80.00' })).result.status.code).toBe(1);
  });

  it('T30: the deviation is measured against what the first match saw, not against the value that was written since', () => {
    const written = order('1001', [{ p: 'A', q: '10', pr: '90.00' }]);
    const known = facts({
      orders: [written],
      snapshots: [{ orderNo: '1001', lineNo: 1, price: '100.00', writtenPrice: '90.00' }],
    });
    const { decision, result } = match(
      invoice({ ref: '1001', lines: [{ sku: 'A-100', q: '10', pr: '90.00' }] }),
      known,
    );
    expect(result.orders[0]?.lines[0]?.deviation).toBe('-100.00');
    expect(decision.changes.some(({ change }) => change === 'put-order-line-snapshot')).toBe(false);
  });

  it.each([
    ['100.0', undefined, undefined, undefined],
    ['100.00', '0', undefined, undefined],
    ['100.00', '5.0', '5', undefined],
    ['99.00', undefined, undefined, 'first-match'],
    ['100.00', '6', '5', 'first-match'],
  ])(
    'a price written otherwise at the first match is no other price: %s less %s',
    (price, discount, now, priceFrom) => {
      const line = { p: 'A', q: '10', pr: '100.00', ...(now === undefined ? {} : { disc: now }) };
      const orders = [order('1001', [line])];
      const snapshot = {
        orderNo: '1001',
        lineNo: 1,
        price,
        ...(discount === undefined ? {} : { discountPercent: discount }),
      };
      const asked = invoice({ ref: '1001', lines: [{ sku: 'A-100', q: '10', pr: '100.00' }] });
      const { result } = match(asked, facts({ orders, snapshots: [snapshot] }));
      expect(result.orders[0]?.lines[0]?.comparison?.priceFrom).toBe(priceFrom);
    },
  );

  it('names the setting that was the limit, and what it allowed', () => {
    const { result } = match(
      invoice({ ref: '1001', lines: [{ sku: 'A-100', q: '10', pr: '130.00' }] }),
      facts({ suppliers: [world.supplier({ tolerancePercent: '1' })] }),
    );
    expect(result.reasons).toEqual([
      {
        code: 'OUTSIDE_TOLERANCE',
        at: '1001/1',
        expected: '1000.00',
        actual: '1300.00',
        allowed: '13.00',
        setting: 'supplier 50001 tolerancePercent',
      },
    ]);
  });

  it('direction over turns round for credit notes: being credited too little counts', () => {
    const invoiced = facts({ orders: [order('1001', [{ p: 'A', q: '10', pr: '100.00', inv: '10' }])] });
    const credit = (pr: string) => invoice({ ref: '1001', credit: true, lines: [{ sku: 'A-100', q: '10', pr }] });
    expect(match(credit('90.00'), invoiced, settings({}, { direction: 'over' })).result.status.code).toBe(4);
    expect(match(credit('110.00'), invoiced, settings({}, { direction: 'over' })).result.status.code).toBe(1);
  });
});

describe('lines', () => {
  it('L11: an unknown product whose order line reference disagrees in price stays 9, with a proposal and no values', () => {
    const { result } = match(invoice({ ref: '1001', lines: [{ sku: 'ZZ-9', q: '10', pr: '130.00', lref: '1' }] }));
    expect(result.status.code).toBe(9);
    expect(codesOf(result)).toEqual(['PRODUCT_UNKNOWN']);
    expect(result.proposals).toEqual([
      {
        invoiceLineId: '1',
        orderNo: '1001',
        orderLineNo: 1,
        productNo: 'A',
        similarity: 0,
        evidence: ['order-line-reference', 'quantity'],
        against: ['price'],
      },
    ]);
    expect(result.links).toEqual([]);
    expect(result.orders[0]).toMatchObject({ lines: [], status: 'no-product-link' });
  });

  it('an explicit order line reference wins over price', () => {
    const known = facts({
      orders: [
        order('1001', [
          { p: 'A', q: '5', pr: '100.00' },
          { p: 'A', q: '5', pr: '101.00' },
        ]),
      ],
    });
    const { result } = match(
      invoice({ ref: '1001', lines: [{ sku: 'A-100', q: '5', pr: '100.00', lref: '2' }] }),
      known,
    );
    // Class C, because the price is exactly that of another line: suppliers number their own lines (L09).
    expect(result.links.map((one) => [one.orderLineNo, one.tier, one.class])).toEqual([[2, 'line-reference', 'C']]);
  });

  it('what does not fit on the named order line goes on to the next', () => {
    const known = facts({
      orders: [
        order('1001', [
          { p: 'A', q: '5', pr: '100.00' },
          { p: 'A', q: '5', pr: '100.00' },
        ]),
      ],
    });
    const { result } = match(
      invoice({ ref: '1001', lines: [{ sku: 'A-100', q: '10', pr: '100.00', lref: '2' }] }),
      known,
    );
    expect(result.links.map((one) => [one.orderLineNo, one.quantity, one.amount])).toEqual([
      [1, '5', '500.00'],
      [2, '5', '500.00'],
    ]);
    expect(result.status.code).toBe(1);
  });

  it('a split line gives each order line its share, and the last takes the remainder', () => {
    const known = facts({
      orders: [
        order('1001', [
          { p: 'A', q: '1', pr: '33.333' },
          { p: 'A', q: '1', pr: '33.333' },
          { p: 'A', q: '1', pr: '33.333' },
        ]),
      ],
    });
    const { result } = match(invoice({ ref: '1001', lines: [{ sku: 'A-100', q: '3', pr: '33.333' }] }), known);
    expect(result.links.map((one) => one.amount)).toEqual(['33.33', '33.33', '33.34']);
  });

  it('a choice between two accounts is class C, held unless the site takes it', () => {
    const orders = [
      order('1001', [
        { p: 'A', q: '5', pr: '100.00', account: '4000' },
        { p: 'A', q: '5', pr: '100.00', account: '6000' },
      ]),
    ];
    const four = invoice({ ref: '1001', lines: [{ sku: 'A-100', q: '4', pr: '100.00' }] });
    expect(reasonsOf(match(four, facts({ orders })).result)).toEqual(['CLASS_C line:1']);
    expect(match(four, facts({ orders })).result.status.code).toBe(8);
    expect(match(four, facts({ orders }), settings({}, { classCAutomatic: true })).result.status.code).toBe(1);
  });

  it('without an exact price the nearest price is taken, and the runner-up is told with what it would have cost', () => {
    const known = facts({
      orders: [
        order('1001', [
          { p: 'A', q: '5', pr: '110.00' },
          { p: 'A', q: '5', pr: '100.00' },
        ]),
      ],
    });
    const { result } = match(invoice({ ref: '1001', lines: [{ sku: 'A-100', q: '5', pr: '101.00' }] }), known);
    expect(result.links).toMatchObject([
      { orderLineNo: 2, tier: 'least-price-difference', class: 'C', runnerUp: '1001/1 40.00' },
    ]);
  });

  it('a line with no quantity, no amount and no item is information', () => {
    const { result } = match(
      invoice({ ref: '1001', lines: [TEN_A, { name: 'Takk for handelen', q: '0', pr: '0.00' }] }),
    );
    expect(result.status.code).toBe(1);
    expect(result.links).toHaveLength(1);
  });
});

describe('products', () => {
  it('P06: schemes of a standard item identifier', () => {
    const plain = invoice({ ref: '1001', lines: [{ q: '10', pr: '100.00' }] });
    const line = (scheme: string | undefined, gtin: string) => {
      const standardItemId = { ...(scheme === undefined ? {} : { scheme }), id: gtin };
      const products = [{ document: 'product' as const, productNo: 'A', gtin, unit: 'H87' }];
      return match({ ...plain, lines: [{ ...plain.lines[0]!, standardItemId }] }, facts({ products })).result.status
        .code;
    };
    const valid = '4006381333931';
    const invalid = '4006381333932';
    expect([line('0160', invalid), line('GTIN', invalid), line('0160', valid)]).toEqual([1, 1, 1]);
    expect([line('0088', valid), line('EAN', valid), line(undefined, valid)]).toEqual([1, 1, 1]);
    expect([line('0088', invalid), line('EAN', invalid), line(undefined, invalid)]).toEqual([9, 9, 9]);
    expect([line('ISBN', valid), line('CV', valid), line('0160', 'ABC')]).toEqual([9, 9, 9]);
  });

  it('P12: the normalised supplier number counts where the exact one finds nothing and it is unique', () => {
    const a100 = invoice({ ref: '1001', lines: [{ sku: 'a 100', q: '10', pr: '100.00' }] });
    expect(reasonsOf(match(a100).result)).toEqual(['PRODUCT_NUMBER_NORMALISED line:1']);
    expect(match(a100).result.status.code).toBe(1);
    const twins = [
      ...world.alternatives(),
      { document: 'delivery-alternative', supplierNo: '50001', productNo: 'B', supplierProductNo: 'A.100' } as const,
    ];
    const both = match(a100, facts({ alternatives: twins })).result;
    expect([both.status.code, codesOf(both)]).toEqual([9, ['PRODUCT_CONFLICT', 'PRODUCT_NUMBER_NORMALISED']]);
  });

  it('two numbers that name two products, both on the order, are never decided', () => {
    const { result } = match(
      invoice({ ref: '1001', lines: [{ sku: 'A-100', gtin: '7038010000027', q: '10', pr: '100.00' }] }),
    );
    expect([result.status.code, codesOf(result)]).toEqual([9, ['PRODUCT_CONFLICT']]);
  });

  it('of two products of which one is on the order, that one is used, and the reason says which was not', () => {
    const numbers = invoice({ ref: '1001', lines: [{ sku: 'A-100', gtin: '7038010000034', q: '10', pr: '100.00' }] });
    const onlyA = facts({ orders: [world.order('1001', [{ p: 'A', q: '10', pr: '100.00' }])] });
    const { reasons } = match(numbers, onlyA).result;
    expect(reasons).toContainEqual({ code: 'PRODUCT_CONFLICT', at: 'line:1', actual: 'A, C' });
    expect(reasons).toContainEqual({ code: 'PRODUCT_CONFLICT_RESOLVED', at: 'line:1', expected: 'A', actual: 'C' });
  });

  it("another supplier's number is not this supplier's", () => {
    const alternatives = world.alternatives().map((one) => ({ ...one, supplierNo: '50002' }));
    expect(codesOf(match(invoice({ ref: '1001', lines: [TEN_A] }), facts({ alternatives })).result)).toEqual([
      'PRODUCT_UNKNOWN',
    ]);
  });
});

describe('charges', () => {
  const withFreight = (amt: string, why = 'Frakt') => invoice({ ref: '1001', lines: [TEN_A], ch: [{ amt, why }] });

  it('C21: freight that is on the order is matched to its line and checked like any', () => {
    const orders = [
      order('1001', [
        { p: 'A', q: '10', pr: '100.00' },
        { no: 4, p: 'F400', q: '1', pr: '150.00' },
      ]),
    ];
    const { result } = match(withFreight('160.00'), facts({ orders }));
    expect(result.status.code).toBe(4);
    expect(result.createdLines).toEqual([]);
    expect(result.orders[0]?.lines[1]).toMatchObject({
      lineNo: 4,
      suggestedAmount: '160.00',
      suggestedQuantity: '1',
      deviation: '10.00',
      deviationPercent: '6.2500',
      insideTolerance: false,
    });
    expect(match(withFreight('150.00'), facts({ orders })).result.status.code).toBe(1);
  });

  it('C22: a line that says freight and has no item is freight, also for the supplier flag', () => {
    const document = invoice({ ref: '1001', lines: [TEN_A, { name: 'Frakt Eksport', q: '1', pr: '150.00' }] });
    const { result } = match(document);
    expect([result.status.code, result.createdLines]).toEqual([
      1,
      [
        {
          orderNo: '1001',
          kind: 'freight',
          productNo: 'F400',
          amount: '150.00',
          vatAmount: '37.50',
          text: 'Frakt Eksport',
        },
      ],
    ]);
    const flagged = match(
      document,
      facts({ suppliers: [world.supplier({ noAutomaticReceiptIfFreight: true })] }),
    ).result;
    expect([flagged.status.code, codesOf(flagged)]).toEqual([8, ['FREIGHT_BLOCKS_RECEIPT']]);
  });

  it("C22: so is a line with the freight product's own supplier number", () => {
    const alternatives = world
      .alternatives()
      .map((one) => (one.productNo === 'F400' ? { ...one, supplierProductNo: 'FR-1' } : one));
    const { result } = match(
      invoice({ ref: '1001', lines: [TEN_A, { sku: 'FR-1', name: 'Levering', q: '1', pr: '150.00' }] }),
      facts({ alternatives }),
    );
    expect(result.createdLines.map((line) => `${line.kind} ${line.productNo} ${line.amount}`)).toEqual([
      'freight F400 150.00',
    ]);
  });

  it('C23: charges have limits of their own, each can be switched off', () => {
    const huge = withFreight('25000.00');
    expect(codesOf(match(huge).result)).toEqual(['CHARGE_LIMIT']);
    expect(match(huge).result.status.code).toBe(4);
    expect(codesOf(match(huge, facts(), settings({}, { freightLimit: '500.00' })).result)).toEqual([
      'CHARGE_LIMIT',
      'FREIGHT_LIMIT',
    ]);
    expect(match(huge, facts(), settings({}, { chargeLimitPercent: null })).result.status.code).toBe(1);
    expect(match(withFreight('250.00')).result.status.code).toBe(1);
    expect(match(withFreight('250.01')).result.status.code).toBe(4);
    expect(codesOf(match(withFreight('40.00', 'Gebyr'), facts(), settings({}, { feeLimit: '39.99' })).result)).toEqual([
      'FEE_LIMIT',
    ]);
  });

  it('C26: a charge of zero is none', () => {
    const { result } = match(
      withFreight('0.00'),
      facts({ suppliers: [world.supplier({ noAutomaticReceiptIfFreight: true })] }),
    );
    expect([result.status.code, result.createdLines]).toEqual([1, []]);
  });

  it('a reason code FC is a fee, unless the site says that it is freight', () => {
    const coded = invoice({ ref: '1001', lines: [TEN_A], ch: [{ amt: '100.00', code: 'FC' }] });
    expect(match(coded).result.createdLines[0]?.kind).toBe('fee');
    expect(match(coded, facts(), settings({}, { freightReasonCodes: ['FC'] })).result.createdLines[0]?.kind).toBe(
      'freight',
    );
  });

  it('C013: a product that does not exist is not defined', () => {
    const { result } = match(
      withFreight('100.00'),
      facts({ products: world.products().filter(({ productNo }) => productNo !== 'F400') }),
    );
    expect([result.status.code, result.createdLines[0]?.productNo]).toEqual([11, null]);
  });

  it('the fee flag holds for a rounding amount too (C064), and is not asked where receipt is not automatic', () => {
    const rounded = invoice({ ref: '1001', lines: [TEN_A], rounding: '0.40' });
    const known = facts({ suppliers: [world.supplier({ noAutomaticReceiptIfFees: true })] });
    expect(codesOf(match(rounded, known).result)).toEqual(['FEE_BLOCKS_RECEIPT']);
  });

  it('a header allowance is spread over the lines of its own rate, by net, without loss', () => {
    const orders = [
      order('1001', [
        { p: 'A', q: '1', pr: '100.00' },
        { p: 'B', q: '1', pr: '100.00' },
        { p: 'C', q: '1', pr: '100.00' },
      ]),
    ];
    const lines = [
      { sku: 'A-100', q: '1', pr: '100.00' },
      { sku: 'B-200', q: '1', pr: '100.00' },
      { sku: 'C-300', q: '1', pr: '100.00', vat: '15' },
    ];
    const { result } = match(invoice({ ref: '1001', lines, al: [{ amt: '0.05', vat: '25' }] }), facts({ orders }));
    expect(result.orders[0]?.lines.map((line) => line.suggestedAmount)).toEqual(['99.97', '99.98', '100.00']);
    expect(result.orders[0]?.suggestedNetTotal).toBe('299.95');
  });
});

describe('the first line', () => {
  it('is the one with the lowest number, wherever it stands: it gets the odd unit', () => {
    const orders = [
      order('1001', [
        { p: 'A', q: '1', pr: '100.00' },
        { p: 'B', q: '1', pr: '100.00' },
      ]),
    ];
    const lines = [
      { id: '10', sku: 'A-100', q: '1', pr: '100.00' },
      { id: '2', sku: 'B-200', q: '1', pr: '100.00' },
    ];
    const { result } = match(invoice({ ref: '1001', lines, al: [{ amt: '0.01' }] }), facts({ orders }));
    expect(result.orders[0]?.lines.map((line) => line.suggestedAmount)).toEqual(['100.00', '99.99']);
  });
});

describe('VAT and totals', () => {
  it('V04: VAT is split so that the order lines sum to what the document says', () => {
    const orders = [
      order('1001', [
        { p: 'A', q: '1', pr: '0.10' },
        { p: 'B', q: '1', pr: '0.10' },
        { p: 'C', q: '1', pr: '0.10' },
      ]),
    ];
    const lines = ['A-100', 'B-200', 'C-300'].map((sku) => ({ sku, q: '1', pr: '0.10' }));
    const { result } = match(invoice({ ref: '1001', lines }), facts({ orders }));
    expect(result.orders[0]?.lines.map((line) => line.suggestedVatAmount)).toEqual(['0.03', '0.03', '0.02']);
    expect(result.orders[0]).toMatchObject({
      suggestedNetTotal: '0.30',
      suggestedVatAmount: '0.08',
      suggestedGrossTotal: '0.38',
    });
  });

  it('O17: each order gets its own totals, which sum to those of the invoice', () => {
    const orders = [
      order('1001', [{ p: 'A', q: '10', pr: '100.00' }]),
      order('1002', [{ p: 'B', q: '5', pr: '200.00' }]),
    ];
    const document = invoice({
      lines: [
        { ...TEN_A, oref: '1001' },
        { sku: 'B-200', q: '5', pr: '200.00', oref: '1002' },
      ],
      ch: [{ amt: '0.01', why: 'Frakt' }],
    });
    const { result } = match(document, facts({ orders }));
    const total = (name: 'suggestedNetTotal' | 'suggestedVatAmount' | 'suggestedGrossTotal') =>
      sum(result.orders.map((one) => decimal(one[name] ?? '0'))).toFixed(2);
    expect([total('suggestedNetTotal'), total('suggestedVatAmount'), total('suggestedGrossTotal')]).toEqual([
      document.totals.net,
      document.totals.tax,
      document.totals.gross,
    ]);
    expect(result.orders[1]).toMatchObject({
      suggestedNetTotal: '1000.00',
      suggestedVatAmount: '250.00',
      suggestedGrossTotal: '1250.00',
    });
    expect(result.createdLines.map((line) => [line.orderNo, line.amount])).toEqual([['1001', '0.01']]);
  });

  it.each(['ehf-2', 'peppol-bis-2', 'peppol-bis-3'] as const)(
    '%s counts the rounding by its own rule, and the order total is the gross of the document',
    (format) => {
      const document = invoice({ ref: '1001', format, lines: [TEN_A], rounding: '-0.25' });
      const { result } = match(document);
      expect(result.status.code).toBe(1);
      expect(result.orders[0]?.suggestedGrossTotal).toBe(document.totals.gross);
      const others = {
        ...document,
        format: format === 'peppol-bis-3' ? ('ehf-2' as const) : ('peppol-bis-3' as const),
      };
      expect(codesOf(match(others).result)).toEqual(['TOTALS_DO_NOT_ADD_UP']);
    },
  );

  it('V05: a document that contradicts itself is 7, with the rule named, and suggests nothing', () => {
    const document = invoice({ ref: '1001', lines: [TEN_A] });
    const { result } = match({ ...document, totals: { ...document.totals, lineNet: '1000.01' } });
    expect(result.status.code).toBe(7);
    expect(result.reasons).toContainEqual({
      code: 'TOTALS_DO_NOT_ADD_UP',
      at: 'BR-CO-10',
      expected: '1000.00',
      actual: '1000.01',
    });
    expect([result.links, result.orders[0]?.lines]).toEqual([[], []]);
  });

  it('a line net that is not quantity x price is 7, within 0.02; accepted by option it is matched on its net', () => {
    const line = (net: string) => invoice({ ref: '1001', lines: [{ ...TEN_A, net }] });
    expect(match(line('1000.02')).result.status.code).toBe(1);
    expect(reasonsOf(match(line('1000.03')).result)).toEqual(['LINE_NET_NOT_PRICE_TIMES_QUANTITY line:1']);
    const accepted = match(line('1010.00'), facts(), settings({}, { acceptR120Failures: true })).result;
    expect([accepted.status.code, accepted.orders[0]?.lines[0]?.suggestedPrice]).toEqual([1, '101.00']);
  });

  it('V06: a reverse charge is noted, and the nets compare', () => {
    const document = invoice({ ref: '1001', lines: [{ ...TEN_A, vat: '0' }] });
    const reverse = {
      ...document,
      lines: document.lines.map((line) => ({ ...line, taxCategory: 'AE' })),
      taxSubtotals: document.taxSubtotals.map((one) => ({ ...one, taxCategory: 'AE' })),
    };
    expect([match(reverse).result.status.code, reasonsOf(match(reverse).result)]).toEqual([
      1,
      ['VAT_CATEGORY vat-category'],
    ]);
  });

  it('V08: a prepaid amount does not touch the match', () => {
    const document = invoice({ ref: '1001', lines: [TEN_A] });
    expect(
      match({ ...document, totals: { ...document.totals, prepaid: '500.00', payable: '750.00' } }).result.status.code,
    ).toBe(1);
  });
});

describe('discounts keep the shape in which the supplier wrote them', () => {
  const discounted = facts({ orders: [order('1001', [{ p: 'A', q: '10', pr: '100.00', disc: '10' }])] });
  it.each([
    [
      'U07 at the line',
      { sku: 'A-100', q: '10', pr: '100.00', al: [{ amt: '100.00', pct: '10' }] },
      ['100.00', '10', '100.00'],
    ],
    ['U08 in the net price', { sku: 'A-100', q: '10', pr: '90.00' }, ['90.00', '0', '0.00']],
    ['U09 in the price', { sku: 'A-100', q: '10', pr: '90.00', gross: '100.00' }, ['100.00', '10', '100.00']],
  ])('%s', (_name, line, figures) => {
    const shown = match(invoice({ ref: '1001', lines: [line] }), discounted).result.orders[0]?.lines[0];
    expect([shown?.suggestedPrice, shown?.suggestedDiscountPercent, shown?.suggestedDiscountAmount]).toEqual(figures);
  });

  it("U01, U04, U05: the suggested price is for one of the order's unit", () => {
    const price = (line: LineWords, unit?: string, alternatives = world.alternatives()) =>
      match(
        invoice({ ref: '1001', lines: [line] }),
        facts({
          alternatives,
          orders: [order('1001', [{ p: 'A', q: '1000', pr: '1.00', ...(unit === undefined ? {} : { unit }) }])],
        }),
      ).result.orders[0]?.lines[0];
    expect(price({ sku: 'A-100', q: '500', pr: '1200.00', base: '100' })?.suggestedPrice).toBe('12.00');
    expect(price({ sku: 'A-100', q: '2500', pr: '0.08', unit: 'GRM' }, 'KGM')).toMatchObject({
      suggestedPrice: '80.00',
      suggestedQuantity: '2.5',
    });
    const packs = world
      .alternatives()
      .map((one) => (one.productNo === 'A' ? { ...one, packUnit: 'XCT', packQuantity: '12' } : one));
    expect(price({ sku: 'A-100', q: '2', pr: '120.00', unit: 'XCT' }, 'H87', packs)).toMatchObject({
      suggestedPrice: '10.00',
      suggestedQuantity: '24',
    });
    expect(price({ sku: 'A-100', q: '24', pr: '10.00', unit: 'EA' }, 'XCT', packs)).toMatchObject({
      suggestedPrice: '120.00',
      suggestedQuantity: '2',
    });
  });
});

describe('mandatory values and precedence', () => {
  it('M05: 7 shows, and all reasons are kept', () => {
    const { issueDate: _, ...undated } = invoice({
      ref: '9999',
      lines: [TEN_A],
      ch: [{ amt: '100.00', why: 'Frakt' }],
    });
    const { result, decision } = match(undated, facts({ orders: [] }), settings({ freightProduct: null }));
    expect(result.status).toEqual({ code: 7, name: 'mandatory-value-missing' });
    expect(reasonsOf(result)).toEqual([
      'FREIGHT_OR_FEE_PRODUCT_MISSING freight',
      'MISSING_VALUE issue-date',
      'ORDER_NOT_FOUND order:9999',
    ]);
    expect([decision.outcome, result.createdLines, result.purchaseOrderNo]).toEqual(['held', [], '9999']);
  });

  it('what the site asks for besides is mandatory too, and a misspelt name is not dropped', () => {
    const rules = settings({}, { mandatoryValues: ['kid', 'kdi'] });
    expect(reasonsOf(match(invoice({ ref: '1001', lines: [TEN_A] }), facts(), rules).result)).toEqual([
      'MISSING_VALUE kdi',
      'MISSING_VALUE kid',
    ]);
  });

  it('a quantity or a net that is missing is named with its line; a missing item number is 9', () => {
    const document = invoice({ ref: '1001', lines: [TEN_A] });
    const { quantity: _, ...line } = document.lines[0]!;
    expect(match({ ...document, lines: [line] }).result.reasons).toContainEqual({
      code: 'MISSING_VALUE',
      at: 'line:1',
      expected: 'quantity',
    });
    expect(match(invoice({ ref: '1001', lines: [{ q: '10', pr: '100.00' }] })).result.status.code).toBe(9);
  });

  it('M03: identifiers that name two suppliers name none', () => {
    const twins = [world.supplier(), world.supplier({ supplierNo: '50002' })];
    expect(reasonsOf(match(invoice({ ref: '1001', lines: [TEN_A] }), facts({ suppliers: twins })).result)).toEqual([
      'SUPPLIER_AMBIGUOUS supplier',
    ]);
  });

  it('two divisions of one organisation number are told apart by their electronic address', () => {
    const twins = [
      world.supplier({ endpoints: [{ scheme: 'GLN', id: '7080000000001' }] }),
      world.supplier({ supplierNo: '50002', endpoints: [{ scheme: '0088', id: '7080000000002' }] }),
    ];
    const document = invoice(
      { ref: '1001', lines: [TEN_A] },
      {
        supplier: {
          organisationNo: '912 345 674',
          endpoint: { scheme: '0088', id: '7080000000001' },
          bankAccounts: [],
        },
      },
    );
    expect(match(document, facts({ suppliers: twins })).result.supplierInvoice.supplierNo).toBe('50001');
  });

  it.each([
    ['the VAT number of BIS 3', { vatNo: 'NO912345674MVA' }],
    ['the VAT number of EHF 2', { vatNo: '912345674MVA' }],
    ['the address 9908', { endpoint: { scheme: '9908', id: '912345674' } }],
    ['the address NO:ORGNR', { endpoint: { scheme: 'NO:ORGNR', id: '912345674' } }],
    ['a party identifier', { otherIds: [{ scheme: '0192', id: '912345674' }] }],
  ])('a supplier known by organisation number is found by %s', (_name, identifiers) => {
    const document = invoice({ ref: '1001', lines: [TEN_A] }, { supplier: { bankAccounts: [], ...identifiers } });
    expect(match(document).result.status.code).toBe(1);
  });
});

describe('holds', () => {
  const plain = invoice({ ref: '1001', lines: [TEN_A] });
  it.each([
    ['a prepayment invoice', { typeCode: '386' }, 'PREPAYMENT_TYPE type-code'],
    ['self-billing by type', { typeCode: '389' }, 'SELF_BILLING type-code'],
    [
      'self-billing by id',
      { customizationId: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0' },
      'SELF_BILLING customization-id',
    ],
    [
      'a reminder',
      {
        customizationId:
          'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0#conformant#urn:fdc:anskaffelser.no:2019:ehf:reminder:3.0',
      },
      'CUSTOMIZATION_SUFFIX customization-id',
    ],
    ['another buyer', { customer: { organisationNo: '999999999', bankAccounts: [] } }, 'BUYER_MISMATCH buyer'],
  ])('%s is matched and held', (_name, more, reason) => {
    const { result } = match({ ...plain, ...more });
    expect([result.status.code, reasonsOf(result), result.receipt]).toEqual([8, [reason], null]);
    expect(result.links).toHaveLength(1);
  });

  it('a buyer without a number is not another buyer, nor is any when the site does not say who it is', () => {
    expect(match({ ...plain, customer: { name: 'Oss', bankAccounts: [] } }).result.status.code).toBe(1);
    expect(
      match(
        { ...plain, customer: { organisationNo: '1', bankAccounts: [] } },
        facts(),
        settings({ organisationNo: null }),
      ).result.status.code,
    ).toBe(1);
  });

  it('on a gross order nothing is suggested', () => {
    const { result } = match(plain, facts({ orders: [{ ...world.ORDER_1001, gross: true }] }));
    expect([result.status.code, reasonsOf(result), result.links]).toEqual([8, ['GROSS_ORDER order:1001'], []]);
    expect(result.orders).toEqual([
      {
        orderNo: '1001',
        suggestedGrossTotal: null,
        suggestedNetTotal: null,
        suggestedVatAmount: null,
        status: 'none',
        lines: [],
      },
    ]);
  });

  it('R22: goods that are not received hold, where the site asks for them', () => {
    const known = facts({ orders: [order('1001', [{ p: 'A', q: '10', pr: '100.00', got: '4' }])] });
    const held = match(plain, known, settings({}, { requireGoodsReceipt: true })).result;
    expect(held.reasons).toEqual([
      {
        code: 'NOT_RECEIVED',
        at: '1001/1',
        expected: '10',
        actual: '4',
        allowed: '6',
        setting: 'mappings/site.yaml orderMatch.requireGoodsReceipt',
      },
    ]);
    expect(held.status.code).toBe(8);
    expect(match(plain, known).result.status.code).toBe(1);
  });

  it('Z14: one blocked order of two; with partial receipt the other is received', () => {
    const orders = [
      order('1001', [{ p: 'A', q: '10', pr: '100.00' }]),
      order('1002', [{ p: 'B', q: '5', pr: '200.00' }], { prepayment: true }),
    ];
    const both = invoice({
      lines: [
        { ...TEN_A, oref: '1001' },
        { sku: 'B-200', q: '5', pr: '200.00', oref: '1002' },
      ],
    });
    const whole = match(both, facts({ orders })).result;
    expect([whole.status.code, whole.receipt]).toEqual([8, null]);
    const base = settings();
    const part = match(
      both,
      facts({ orders }),
      settings({ orderProcessing: { ...base.company.orderProcessing, noPartialReceipt: false } }),
    ).result;
    expect([part.status.code, part.receipt?.productTransactions.map((one) => one.orderNo)]).toEqual([8, ['1001']]);
  });
});

describe('duplicates', () => {
  const again = invoice({ ref: '1001', lines: [TEN_A] });

  it('D04: the same number, with case and spaces folded, is held and reserves nothing', () => {
    const received = link({
      quantity: '10',
      amount: '1000.00',
      state: 'received',
      receivedAt: '2026-11-20T00:00:00.000Z',
    });
    const { result, decision } = match(
      { ...again, invoiceNo: ' f-1 ' },
      facts({ earlier: [earlier()], links: [received] }),
    );
    expect([result.status.code, codesOf(result)]).toEqual([8, ['DUPLICATE']]);
    const links = decision.changes.find((one) => one.change === 'put-links');
    expect(links).toMatchObject({ links: [{ state: 'released' }] });
    expect(decision.changes).toContainEqual(expect.objectContaining({ change: 'raise-alert', code: 'DUPLICATE' }));
  });

  it('D04: leading zeros are kept, but with equal date and total it is flagged', () => {
    const near = earlier({ invoiceNo: 'F-001' });
    expect(codesOf(match(again, facts({ earlier: [near] })).result)).toEqual(['NEAR_DUPLICATE']);
    expect(match(again, facts({ earlier: [{ ...near, payable: '1250.01' }] })).result.status.code).toBe(1);
    expect(match(again, facts({ earlier: [{ ...near, issueDate: '2026-11-01' }] })).result.status.code).toBe(1);
  });

  it('a rejected one, another kind, and one that came later do not count', () => {
    for (const other of [
      earlier({ status: '6' }),
      earlier({ kind: 'credit-note' }),
      earlier({ accountingDocumentNo: 8 }),
    ]) {
      expect(match(again, facts({ earlier: [other] })).result.status.code).toBe(1);
    }
  });
});

describe('decided again', () => {
  it('D05: the same again says nothing new: no output, no changes but an audit row', () => {
    const document = invoice({ ref: '1001', lines: [{ sku: 'A-100', q: '10', pr: '130.00' }] });
    const first = match(document);
    const second = match(document, facts(), settings(), { previous: first.result, revision: 2 });
    expect([second.decision.status, second.decision.outputs]).toEqual(['4', []]);
    expect(second.decision.changes).toEqual([
      expect.objectContaining({ change: 'audit', event: 'decided-again', from: '4', to: '4' }),
    ]);
  });

  it('an order that comes later is matched, with a new revision', () => {
    const document = invoice({ ref: '9999', lines: [TEN_A] });
    const first = match(document, facts({ orders: [] }));
    expect(first.decision.changes[0]).toMatchObject({
      indexes: expect.arrayContaining([{ name: 'waits-for-order', value: '9999' }]),
    });
    const then = match(document, facts({ orders: [{ ...world.ORDER_1001, orderNo: '9999' }] }), settings(), {
      previous: first.result,
      revision: 2,
    });
    expect([then.decision.status, then.decision.outputs[0]?.revision, then.result.status.code]).toEqual(['1', 2, 1]);
    expect(then.decision.changes[0]).toMatchObject({
      indexes: expect.not.arrayContaining([{ name: 'waits-for-order', value: '9999' }]),
    });
  });

  it('what is completed or partly received is left as it is', () => {
    const document = invoice({ ref: '1001', lines: [TEN_A] });
    const done = match(document).result;
    const again = match(document, facts({ orders: [] }), settings(), { previous: done, revision: 2 }).decision;
    expect([again.status, again.outcome, again.outputs]).toEqual(['1', 'accepted', []]);
  });

  it('what was rejected stays rejected, and waits for nobody', () => {
    const document = invoice({ ref: '1001', lines: [TEN_A] });
    const rejected = { ...match(document).result, status: { code: 6, name: 'rejected' } as const, receipt: null };
    const again = match(document, facts(), settings(), { previous: rejected, revision: 2 }).decision;
    expect([again.status, again.outcome, again.outputs]).toEqual(['6', 'rejected', []]);
  });

  it('R02 decided again: what is partly received stays as it is, whatever the facts say now', () => {
    const two = invoice({ ref: '1001', lines: [TEN_A, { sku: 'B-200', q: '5', pr: '250.00' }] });
    const base = settings();
    const partial = settings({ orderProcessing: { ...base.company.orderProcessing, noPartialReceipt: false } });
    const first = match(two, facts(), partial).result;
    expect([first.status.code, first.receipt?.productTransactions.length]).toEqual([4, 1]);
    const again = match(two, facts({ orders: [] }), partial, { previous: first, revision: 2 }).decision;
    expect([again.status, again.outputs, again.changes.map(({ change }) => change)]).toEqual(['4', [], ['audit']]);
  });

  it('D06: what a pending invoice reserves is not open to the next', () => {
    const { result } = match(
      invoice({ ref: '1001', number: 'F-2', lines: [{ sku: 'A-100', q: '6', pr: '100.00' }] }),
      facts({ links: [link()] }),
    );
    expect(result.orders[0]?.lines[0]).toMatchObject({
      expectedAmount: '400.00',
      deviation: '200.00',
      suggestedQuantity: '6',
    });
    expect([result.status.code, codesOf(result)]).toEqual([4, ['OUTSIDE_TOLERANCE', 'OVER_QUANTITY']]);
  });
});

describe('what was invoiced', () => {
  const received = (at: string) => link({ quantity: '10', state: 'received', receivedAt: at });
  const open = (asOf: string | undefined, inv: string, at: string) => {
    const known = facts({
      links: [received(at)],
      orders: [{ ...order('1001', [{ p: 'A', q: '20', pr: '100.00', inv }]), ...(asOf === undefined ? {} : { asOf }) }],
    });
    return match(invoice({ ref: '1001', number: 'F-2', lines: [{ sku: 'A-100', q: '10', pr: '100.00' }] }), known)
      .result.orders[0]?.lines[0]?.expectedAmount;
  };

  it('25: with asOf it is the file and our receipts after it; without, the larger of both', () => {
    expect(open('2026-11-20T00:00:00Z', '10', '2026-11-19T00:00:00.000Z')).toBe('1000.00');
    expect(open('2026-11-20T00:00:00+01:00', '10', '2026-11-19T23:30:00.000Z')).toBe('0.00');
    expect(open('2026-11-20T00:00:00Z', '10', '2026-11-20T00:00:00.000Z')).toBe('1000.00');
    expect(open(undefined, '0', '2026-11-19T00:00:00.000Z')).toBe('1000.00');
    expect(open(undefined, '10', '2026-11-19T00:00:00.000Z')).toBe('1000.00');
    expect(open(undefined, '15', '2026-11-19T00:00:00.000Z')).toBe('500.00');
  });

  it('17: a credit note takes what was invoiced last, or what the invoice it refers to was linked to', () => {
    const orders = [
      order('1001', [
        { p: 'A', q: '5', pr: '100.00' },
        { p: 'A', q: '5', pr: '100.00' },
        { p: 'A', q: '5', pr: '100.00' },
      ]),
    ];
    const at = (orderLineNo: number, day: number, documentId: string) =>
      link({ documentId, orderLineNo, quantity: '5', state: 'received', receivedAt: `2026-11-${day}T00:00:00.000Z` });
    const known = facts({
      orders,
      links: [at(1, 10, 'x'), at(2, 12, 'y'), at(3, 11, 'z')],
      earlier: [earlier({ documentId: 'x', invoiceNo: 'F-9' })],
    });
    const credit = { ref: '1001', credit: true, number: 'K-1', lines: [{ sku: 'A-100', q: '3', pr: '100.00' }] };
    expect(match(invoice(credit), known).result.links.map((one) => one.orderLineNo)).toEqual([2]);
    expect(match(invoice({ ...credit, preceding: ['F-9'] }), known).result.links.map((one) => one.orderLineNo)).toEqual(
      [1],
    );
  });

  it('11: a credit note without an order number takes the order of the invoice that it refers to', () => {
    const known = facts({
      orders: [order('1001', [{ p: 'A', q: '10', pr: '100.00', inv: '10' }])],
      earlier: [earlier({ invoiceNo: 'F-9' })],
    });
    const document = invoice({ credit: true, number: 'K-1', preceding: ['F-9'], lines: [TEN_A] });
    const { result } = match(document, known);
    expect([result.status.code, result.purchaseOrderNo]).toEqual([1, '1001']);
    const otherCredit = facts({ ...known, earlier: [earlier({ invoiceNo: 'F-9', kind: 'credit-note' })] });
    expect(match(document, otherCredit).result.status.code).toBe(7);
  });

  it('a line and its own correction in one invoice cancel out', () => {
    const { result } = match(invoice({ ref: '1001', lines: [TEN_A, { sku: 'A-100', q: '-2', pr: '100.00' }] }));
    expect([
      result.status.code,
      result.orders[0]?.lines[0]?.suggestedQuantity,
      result.orders[0]?.lines[0]?.expectedAmount,
    ]).toEqual([1, '8', '800.00']);
  });
});
