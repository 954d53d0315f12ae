import { describe, expect, it } from 'vitest';
import type { LearnedLink } from '../../../src/domain/documents.generated.ts';
import { invoice, type LineWords } from '../invoice-in-words.ts';
import { alternatives, facts, match, order, reasonsOf, settings } from '../order-match-world.ts';
import { keptAfter, learnedLink, taught } from './learned-world.ts';

const KEY = '50001/sellers-item-id/x-1/C/1';
const of = (learned: readonly LearnedLink[], words: Partial<LineWords> = {}, orderMatch = {}, more = {}) =>
  match(
    invoice({ ref: '1001', lines: [{ sku: 'X-1', q: '20', pr: '12.50', ...words }] }),
    facts({ learned, ...more }),
    settings({}, orderMatch),
  );

describe('a learned link in the match (order-match.md 10 and 21, scenario P14)', () => {
  it('finds the product; the first use waits for a person, and says for which link', () => {
    const { result, decision } = of([learnedLink()]);
    expect(result.status.code).toBe(8);
    expect(result.reasons).toEqual([
      {
        code: 'LEARNED_LINK_UNCONFIRMED',
        at: 'line:1',
        actual: KEY,
        setting: 'mappings/site.yaml orderMatch.learnedNeedsConfirm',
      },
      { code: 'LEARNED_LINK', at: 'line:1', actual: KEY },
    ]);
    expect(result.links).toMatchObject([
      { orderNo: '1001', orderLineNo: 3, class: 'A', evidence: [`learned-link:${KEY}`, 'price', 'quantity'] },
    ]);
    expect(result.receipt).toBeNull();
    const put = decision.changes.find((change) => change.change === 'put-document');
    expect(put).toMatchObject({ indexes: expect.arrayContaining([{ name: 'learned-link', value: KEY }]) });
  });

  it('once confirmed, and where no confirmation is asked for, it is received automatically', () => {
    const confirmed = of([learnedLink({ status: 'confirmed', confirmedTimes: 1 })]).result;
    expect([confirmed.status.code, reasonsOf(confirmed)]).toEqual([1, ['LEARNED_LINK line:1']]);
    expect(confirmed.receipt).not.toBeNull();
    expect(of([learnedLink()], {}, { learnedNeedsConfirm: false }).result.status.code).toBe(1);
  });

  it('a revoked link, one of another supplier and one of another item find nothing', () => {
    for (const link of [{ status: 'revoked' }, { supplierNo: '50002' }, { alias: 'x-11' }] as const) {
      const { result } = of([learnedLink(link)]);
      expect([result.status.code, reasonsOf(result)]).toEqual([9, ['PRODUCT_UNKNOWN line:1']]);
    }
  });

  it('comes after every number that the master data know, and before the order line reference', () => {
    const known = [...alternatives(), alternative('B', 'X-1')];
    const byNumber = of([learnedLink()], { q: '5', pr: '200.00' }, {}, { alternatives: known }).result;
    expect([byNumber.status.code, byNumber.links[0]?.evidence]).toEqual([1, ['sellers-item-id', 'price', 'quantity']]);
    const byGtin = of([learnedLink()], { gtin: '7038010000010', q: '10', pr: '100.00' }).result;
    expect([byGtin.status.code, byGtin.links[0]?.evidence]).toEqual([1, ['gtin', 'price', 'quantity']]);
    // The reference names line 1, whose price and quantity agree: the learned product wins all the same.
    const referenced = of([learnedLink({ status: 'confirmed' })], { q: '10', pr: '100.00', lref: '1' }).result;
    expect(referenced.links.map((link) => link.orderLineNo)).toEqual([3]);
    expect(reasonsOf(referenced)).toContain('ORDER_LINE_REFERENCE_IGNORED line:1');
  });

  it('a name counts with its unit, and for lines without a number only', () => {
    const learned = keptAfter(taught({ sku: '', name: 'Blå penn' }, 'C'));
    expect(learned).toMatchObject([{ by: 'name', alias: 'blå penn', unit: 'H87' }]);
    const status = (words: Partial<LineWords>) => of(learned, words).result.status.code;
    expect(status({ sku: '', name: 'BLÅ  PENN' })).toBe(8);
    expect(status({ sku: '', name: 'BLÅ  PENN', unit: 'XPK' })).toBe(9);
    expect(status({ sku: 'Y-2', name: 'Blå penn' })).toBe(9);
  });

  it('its product may not be on the order: then the line is 9, and the link counts as used', () => {
    const orders = [order('1001', [{ p: 'A', q: '10', pr: '100.00' }])];
    const { result, decision } = of([learnedLink({ status: 'confirmed' })], {}, {}, { orders });
    expect([result.status.code, reasonsOf(result)]).toEqual([
      9,
      ['LEARNED_LINK line:1', 'PRODUCT_NOT_ON_ORDER line:1'],
    ]);
    expect(JSON.stringify(decision.changes)).toContain('"name":"learned-link"');
  });

  it('links that contradict each other are never used, not even when one of their products is the only one on the order', () => {
    const two = [learnedLink({ status: 'confirmed' }), learnedLink({ productNo: 'B' })];
    const { result } = of(two, { lref: '3' });
    expect([result.status.code, result.links]).toEqual([9, []]);
    expect(result.reasons).toEqual([
      { code: 'LEARNED_LINKS_CONTRADICT', at: 'line:1', actual: `50001/sellers-item-id/x-1/B/1, ${KEY}` },
    ]);
    expect(result.proposals.map((one) => [one.orderLineNo, one.evidence])).toEqual([
      [3, ['order-line-reference', 'product-named', 'price', 'quantity']],
      [2, ['product-named']],
    ]);
    const orders = [order('1001', [{ p: 'C', q: '20', pr: '12.50' }])];
    expect(of(two, {}, {}, { orders }).result.status.code).toBe(9);
  });

  it('proposes what Visma should know, with what it would replace, until Visma knows it', () => {
    expect(of([learnedLink()]).result.deliveryAlternativeProposals).toEqual([
      { supplierNo: '50001', productNo: 'C', supplierProductNo: 'X-1', replaces: 'C-300', learnedLink: KEY },
    ]);
    const without = alternatives().filter((one) => one.productNo !== 'C');
    expect(of([learnedLink()], {}, {}, { alternatives: without }).result.deliveryAlternativeProposals).toEqual([
      { supplierNo: '50001', productNo: 'C', supplierProductNo: 'X-1', learnedLink: KEY },
    ]);
    const taken = [...without, alternative('C', 'X-1')];
    const after = of([learnedLink()], {}, {}, { alternatives: taken }).result;
    expect([after.status.code, after.deliveryAlternativeProposals]).toEqual([1, undefined]);
    const byName = keptAfter(taught({ sku: '', name: 'Blå penn' }, 'C'));
    expect(of(byName, { sku: '', name: 'Blå penn' }).result.deliveryAlternativeProposals).toBeUndefined();
  });
});

function alternative(productNo: string, supplierProductNo: string) {
  return { document: 'delivery-alternative', supplierNo: '50001', productNo, supplierProductNo } as const;
}

describe('P12', () => {
  const twins = [...alternatives(), alternative('B', 'A.100')];

  it('a normalised number that fits several products is 9, though only one of them is on the order', () => {
    const orders = [order('1001', [{ p: 'A', q: '10', pr: '100.00' }])];
    const { result } = of([], { sku: 'a 100', q: '10', pr: '100.00' }, {}, { alternatives: twins, orders });
    expect([result.status.code, reasonsOf(result), result.links]).toEqual([
      9,
      ['PRODUCT_CONFLICT line:1', 'PRODUCT_NUMBER_NORMALISED line:1'],
      [],
    ]);
  });

  it('a GTIN that is one of them decides', () => {
    const { result } = of(
      [],
      { sku: 'a 100', gtin: '7038010000010', q: '10', pr: '100.00' },
      {},
      { alternatives: twins },
    );
    expect(result.status.code).toBe(1);
  });
});
