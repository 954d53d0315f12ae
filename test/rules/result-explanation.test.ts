import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkState } from '../../src/domain/decision.ts';
import { DOCUMENT_SCHEMAS } from '../../src/domain/schemas.generated.ts';
import { CALCULATION_CASES } from '../cli/calculation-cases.ts';
import { generatedInvoices } from '../cli/generated-invoices.ts';
import { invoice } from './invoice-in-words.ts';
import { facts, match, settings } from './order-match-world.ts';

/** What a result says of how its figures came about. */

const reserving = (quantity: string): LinkState => ({
  ...{ documentId: 'other', invoiceLineId: '1', orderNo: '1001', orderLineNo: 1 },
  ...{ quantity, amount: '1.00', price: '1.00', kind: 'invoice', state: 'pending' },
});
const document = invoice({ ref: '1001', lines: [{ sku: 'A-100', q: '5', pr: '107.00' }] });

describe('the figures behind a result', () => {
  it('follow the schema of the result', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      DOCUMENT_SCHEMAS['order-match-result'] as object,
    );
    const isValid = ({ result }: { result: unknown }) => {
      validate(result);
      expect(validate.errors).toBeNull();
    };
    for (const make of Object.values(CALCULATION_CASES)) isValid(make());
    fc.assert(fc.property(generatedInvoices, isValid), { numRuns: 100 });
  });

  it('are absent where nothing was compared', () => {
    const { result } = match(invoice({ ref: '9999', lines: [{ sku: 'A-100', q: '5', pr: '107.00' }] }));
    expect(result).not.toHaveProperty('appliedTolerance');
    expect(result.orders).toEqual([]);
  });

  it('are no news by themselves: open quantity that was not needed, a limit that nothing runs into', () => {
    const previous = match(document, facts({ links: [reserving('3')] })).result;
    const again = match(document, facts(), settings({ toleranceAmount: '20.00' }), { previous, revision: 2 });
    expect(again.decision.outputs).toEqual([]);
    expect(again.decision.changes.map((change) => 'event' in change && change.event)).toEqual(['decided-again']);
  });

  it('are news with the amounts that they change', () => {
    const previous = match(document, facts({ links: [reserving('8')] })).result;
    expect(previous.orders[0]?.lines[0]).toMatchObject({ expectedAmount: '200.00', comparison: { openQuantity: '2' } });
    const again = match(document, facts(), settings(), { previous, revision: 2 });
    expect(again.decision.outputs).toHaveLength(1);
    expect(again.result.orders[0]?.lines[0]).toMatchObject({
      expectedAmount: '500.00',
      comparison: { openQuantity: '10', orderDeviationPercent: '7.0000' },
    });
  });

  it('name the setting of each limit, the supplier’s own before the company’s, and why none is left', () => {
    const applied = (own: object, company: Parameters<typeof settings>[0] = {}) =>
      match(document, facts({ suppliers: facts().suppliers.map((one) => ({ ...one, ...own })) }), settings(company))
        .result.appliedTolerance;
    const [percent, amount] = [
      'mappings/site.yaml company.tolerancePercent',
      'mappings/site.yaml company.toleranceAmount',
    ];
    const rest = { combination: 'both', direction: 'both' };
    expect(applied({})).toEqual({
      percent: { value: '2', setting: percent },
      amount: { value: '50', setting: amount },
      ...rest,
    });
    expect(applied({ tolerancePercent: '0' })?.percent).toEqual({
      value: '0',
      setting: 'supplier 50001 tolerancePercent',
    });
    expect(applied({}, { tolerancePercent: null, toleranceAmount: null })).toEqual({
      ...{ percent: null, amount: null, ...rest },
      exactBecause: percent,
    });
  });
});
