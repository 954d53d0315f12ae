import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderMatchFacts } from '../../../src/rules/order-match/order-match-facts.ts';
import type { LinkProposal, PurchaseOrder } from '../../../src/domain/documents.generated.ts';
import { invoice, type LineWords } from '../invoice-in-words.ts';
import { alternatives, codesOf, facts, match, order, products, settings } from '../order-match-world.ts';

const RUNS = { numRuns: Number(process.env['ORDREBRO_PROPERTY_RUNS'] ?? 200) };

/** Order 1001 whose lines have names. */
function named(names: readonly (string | undefined)[], more: Partial<PurchaseOrder> = {}): PurchaseOrder {
  const plain = order(
    '1001',
    names.map((_, index) => ({ p: 'ABCDEFGH'[index % 8] ?? 'A', q: '10', pr: `${index + 1}00.00` })),
    more,
  );
  return {
    ...plain,
    lines: plain.lines.map((line, index) => {
      const description = names[index];
      return description === undefined ? line : { ...line, description };
    }),
  };
}

const of = (line: Partial<LineWords>, known: Partial<OrderMatchFacts>, kind: { credit?: boolean } = {}) =>
  match(invoice({ ref: '1001', lines: [{ sku: 'ZZ-9', q: '10', pr: '77.00', ...line }], ...kind }), facts(known))
    .result;
const short = (proposals: readonly LinkProposal[]) =>
  proposals.map((one) => `${one.orderNo}/${one.orderLineNo} ${one.evidence.join(' ')} -${one.against.join(' -')}`);

describe('proposals for a line without product', () => {
  it('L11: the order line that its reference names, though the price is 30 % off', () => {
    const result = of({ lref: '1', pr: '130.00' }, {});
    expect([result.status.code, result.links, result.orders[0]?.lines]).toEqual([9, [], []]);
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
  });

  it('L20: one unknown of three lines that resembles nothing is proposed nothing, and the others keep their values', () => {
    const { result } = match(
      invoice({
        ref: '1001',
        lines: [
          { sku: 'A-100', q: '10', pr: '100.00' },
          { sku: 'X-1', q: '1', pr: '5.00' },
          { sku: 'C-300', q: '20', pr: '12.50' },
        ],
      }),
    );
    expect([result.status.code, result.proposals, result.receipt]).toEqual([9, [], null]);
    expect(result.orders[0]?.lines.map((line) => [line.lineNo, line.suggestedAmount])).toEqual([
      [1, '1000.00'],
      [3, '250.00'],
    ]);
  });

  it('the order line that is called alike, whatever its price', () => {
    const known = { orders: [named(['Kontorstol svart', 'Kulepenn blå medium', 'Kopipapir A4'])] };
    const result = of({ name: 'KULEPENN, BLÅ, MEDIUM' }, known);
    expect(short(result.proposals)).toEqual(['1001/2 name quantity -price']);
    expect(result.proposals[0]?.similarity).toBe(1000);
    expect([result.status.code, result.links]).toEqual([9, []]);
  });

  it("also by the names of the product file and of the supplier's delivery alternative, and by a number that is alike", () => {
    const orders = [named([undefined, undefined, undefined])];
    const described = products().map((one) =>
      one.productNo === 'B' ? { ...one, description: 'Skrivebord eik' } : one,
    );
    expect(short(of({ name: 'Skrivebord, eik' }, { orders, products: described }).proposals)).toEqual([
      '1001/2 name quantity -price',
    ]);
    const atSupplier = alternatives().map((one) =>
      one.productNo === 'C' ? { ...one, supplierDescription: 'Oak desk' } : one,
    );
    expect(short(of({ name: 'Desk oak' }, { orders, alternatives: atSupplier }).proposals)).toEqual([
      '1001/3 name quantity -price',
    ]);
    const numbered = alternatives().map((one) =>
      one.productNo === 'C' ? { ...one, supplierProductNo: 'KP-55021-BLUE' } : one,
    );
    const alike = of({ sku: 'KP-55021-BLU', pr: '300.00' }, { orders, alternatives: numbered });
    expect(short(alike.proposals)).toEqual(['1001/3 item-number price quantity -']);
  });

  it('the order line of the same price and quantity, where nothing else speaks', () => {
    const orders = [named([undefined, undefined, undefined])];
    expect(short(of({ pr: '200.00' }, { orders }).proposals)).toEqual(['1001/2 price quantity -']);
    expect(of({ pr: '200.00', q: '9' }, { orders }).proposals).toEqual([]); // the price alone is chance
  });

  it('at most three, the likeliest first, equal ones by order and line', () => {
    const known = { orders: [named(['Penn rød', 'Penn blå', 'Penn blå', 'Penn grønn', 'Penn blå stor'])] };
    expect(of({ name: 'Penn blå' }, known).proposals.map((one) => one.orderLineNo)).toEqual([2, 3, 5]);
    expect(of({ name: 'Penn blå', pr: '300.00' }, known).proposals.map((one) => one.orderLineNo)).toEqual([3, 2, 5]);
    expect(of({ name: 'Penn blå', lref: '4' }, known).proposals.map((one) => one.orderLineNo)).toEqual([4, 2, 3]);
  });

  it('equal ones by order line also where they are met in another order: what a negative line gives back', () => {
    const used = order('1001', [
      { p: 'A', q: '10', pr: '100.00', inv: '10' },
      { p: 'B', q: '20', pr: '100.00', inv: '10' },
    ]);
    const called = { ...used, lines: used.lines.map((line) => ({ ...line, description: 'Penn blå' })) };
    expect(short(of({ name: 'Penn blå', q: '-10', pr: '100.00' }, { orders: [called] }).proposals)).toEqual([
      '1001/1 name price quantity -',
      '1001/2 name price quantity -',
    ]);
  });

  it('says where the unit cannot be converted, and where nothing is left', () => {
    const known = { orders: [named(['Kulepenn blå'])] };
    expect(short(of({ name: 'Kulepenn blå', unit: 'KGM' }, known).proposals)).toEqual(['1001/1 name -unit']);
    const invoiced = order('1001', [{ p: 'A', q: '10', pr: '100.00', inv: '10' }]);
    const full = { ...invoiced, lines: invoiced.lines.map((line) => ({ ...line, description: 'Kulepenn blå' })) };
    expect(short(of({ name: 'Kulepenn blå', pr: '100.00' }, { orders: [full] }).proposals)).toEqual([
      '1001/1 name price -no-room',
    ]);
    // A credit note gives back what was invoiced: there is room for it.
    expect(short(of({ name: 'Kulepenn blå', pr: '100.00' }, { orders: [full] }, { credit: true }).proposals)).toEqual([
      '1001/1 name price quantity -',
    ]);
  });

  it('what other lines of the invoice have taken is not left', () => {
    const orders = [named(['Kulepenn blå', 'Kulepenn blå'])];
    const { result } = match(
      invoice({
        ref: '1001',
        lines: [
          { sku: 'A-100', q: '10', pr: '100.00' },
          { sku: 'ZZ-9', q: '10', pr: '200.00', name: 'Kulepenn blå' },
        ],
      }),
      facts({ orders }),
    );
    expect(short(result.proposals)).toEqual(['1001/2 name price quantity -', '1001/1 name -price -no-room']);
  });

  it('both products where the numbers of a line contradict each other', () => {
    const { result } = match(
      invoice({ ref: '1001', lines: [{ sku: 'A-100', gtin: '7038010000027', q: '10', pr: '100.00' }] }),
    );
    expect(codesOf(result)).toEqual(['PRODUCT_CONFLICT']);
    expect(short(result.proposals)).toEqual([
      '1001/1 product-named item-number price quantity -',
      '1001/2 product-named -price -quantity',
    ]);
  });

  it('never where the order was not found, and none for lines that are linked', () => {
    expect(match(invoice({ ref: '9999', lines: [{ sku: 'ZZ', q: '10', pr: '100.00' }] })).result.proposals).toEqual([]);
    expect(match(invoice({ ref: '1001', lines: [{ sku: 'A-100', q: '10', pr: '1.00' }] })).result.proposals).toEqual(
      [],
    );
  });

  it('the work is bounded: 2,000 lines that resemble 2,000 order lines', () => {
    const many = named(Array.from({ length: 2000 }, (_, index) => `Kulepenn blå ${index % 7} nummer ${index}`));
    const lines = Array.from({ length: 2000 }, (_, index) => ({
      sku: `ZZ-${index}`,
      q: '1',
      pr: '3.33',
      name: `Kulepenn blå ${index}`,
    }));
    const { result } = match(invoice({ ref: '1001', lines }), facts({ orders: [many] }));
    const proposed = new Set(result.proposals.map((one) => one.invoiceLineId));
    expect(proposed.size).toBeGreaterThan(0);
    expect(proposed.size).toBeLessThan(2000);
    expect([...proposed]).toEqual(lines.slice(0, proposed.size).map((_, index) => String(index + 1)));
  });
});

describe('whatever the names', () => {
  const label = fc.constantFrom('Penn blå', 'Penn rød', 'Stol', 'Kulepenn blå stor', 'kulepenn', undefined);
  const line = fc.record({
    sku: fc.constantFrom('A-100', 'B-200', 'ZZ-9', 'X-1'),
    q: fc.constantFrom('1', '10', '4'),
    pr: fc.constantFrom('100.00', '200.00', '33.33'),
    name: label.map((text) => text ?? 'Vare'),
  });
  const world = fc.record({
    names: fc.array(label, { minLength: 1, maxLength: 6 }),
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
  });

  it('proposals are nothing but proposals: without names all else is the same', () => {
    fc.assert(
      fc.property(world, ({ names, lines }) => {
        const document = invoice({ ref: '1001', lines });
        const { proposals: _, ...withNames } = match(document, facts({ orders: [named(names)] })).result;
        const bare = invoice({ ref: '1001', lines: lines.map((one) => ({ ...one, name: 'Q' })) });
        const { proposals: __, ...without } = match(
          bare,
          facts({ orders: [named(names.map(() => undefined))] }),
        ).result;
        expect(withNames).toEqual(without);
      }),
      RUNS,
    );
  });

  it('the order of lines changes no proposal, a line has three at most, and only where the document is 9', () => {
    fc.assert(
      fc.property(world, ({ names, lines }) => {
        const document = invoice({ ref: '1001', lines });
        const known = named(names);
        const { result } = match(document, facts({ orders: [known] }), settings());
        const turned = { ...known, lines: [...known.lines].reverse() };
        const again = match(
          { ...document, lines: [...document.lines].reverse() },
          facts({ orders: [turned] }),
          settings(),
        );
        expect(again.result.proposals).toEqual(result.proposals);
        const linked = new Set(result.links.map((one) => one.invoiceLineId));
        for (const [id, proposals] of Map.groupBy(result.proposals, (one) => one.invoiceLineId)) {
          expect(proposals.length).toBeLessThanOrEqual(3);
          expect(linked.has(id)).toBe(false);
        }
        if (result.proposals.length > 0) expect(result.status.code).toBe(9);
      }),
      RUNS,
    );
  });
});
