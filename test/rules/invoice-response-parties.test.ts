import { describe, expect, it } from 'vitest';
import type { SupplierInvoice } from '../../src/domain/documents.generated.ts';
import { electronicAddress } from '../../src/rules/identity/electronic-address.ts';
import { addressed, answering, answerTo, resultOf } from './response-world.ts';
import * as world from './order-match-world.ts';

const { CONTEXT, facts, match, supplier } = world;

describe('an electronic address of today', () => {
  it.each([
    ['NO:ORGNR', '987654325', '0192:987654325'],
    ['NO:VAT', '987 654 325 MVA', '0192:987654325'],
    ['9908', '987654325', '0192:987654325'],
    ['0192', 'NO987654325MVA', '0192:987654325'],
    ['GLN', ' 5798000012345 ', '0088:5798000012345'],
    ['DK:CVR', 'DK88776655', '0184:DK88776655'],
    ['0196', '6963495890', '0196:6963495890'],
    ['IS:KT', '6963495890', undefined],
    ['', '987654325', undefined],
    ['0192', ' ', undefined],
  ])('%s %s is %s', (scheme, id, expected) => {
    const address = electronicAddress({ scheme, id });
    expect(address === undefined ? undefined : `${address.scheme}:${address.id}`).toBe(expected);
  });
});

describe('who answers whom', () => {
  const party = { name: 'Leverandør', organisationNo: '912345674', bankAccounts: [] };
  const from = (endpoint: { scheme: string; id: string }): Partial<SupplierInvoice> => ({
    supplier: { ...party, endpoint },
  });

  it('the buyer answers from the address that the invoice was sent to, the supplier is named as on record', () => {
    expect(answerTo(resultOf(1)).told).toMatchObject({
      sender: { endpoint: { scheme: '0192', id: '991825827' }, name: 'Kjøper AS' },
      receiver: { endpoint: { scheme: '0192', id: '912345674' }, name: 'Leverandør AS' },
    });
  });

  it('the supplier is answered at an address that the record knows, before one that only the invoice states', () => {
    const own = { scheme: '0088', id: '5798000012345' };
    const stated = { scheme: '0088', id: '7330001000001' };
    const receiver = (endpoints?: (typeof own)[]) =>
      answerTo(resultOf(1), {
        of: addressed(from(stated)),
        suppliers: [supplier(endpoints === undefined ? {} : { endpoints })],
      }).told?.receiver.endpoint;
    expect(receiver([own])).toEqual(own);
    expect(receiver([own, stated])).toEqual(stated);
    expect(receiver()).toEqual(stated);
  });

  it('older documents are answered at the addresses of today', () => {
    const older = addressed({
      format: 'ehf-2',
      supplier: { ...party, endpoint: { scheme: 'NO:ORGNR', id: '912345674' } },
      customer: { name: 'Kjøper AS', organisationNo: '991825827', bankAccounts: [] },
    });
    expect(answerTo(resultOf(1), { of: older }).told).toMatchObject({
      sender: { endpoint: { scheme: '0192', id: '991825827' } },
      receiver: { endpoint: { scheme: '0192', id: '912345674' } },
    });
  });

  it('a record without a name is named as the invoice does, and a party that nobody names by its number', () => {
    const names = (of: Partial<SupplierInvoice>) => {
      const told = answerTo(resultOf(1), { of: addressed(of), suppliers: [supplier({ name: ' ' })] }).told;
      return [told?.sender.name, told?.receiver.name];
    };
    const { supplier: stated, customer } = addressed();
    expect(names({})).toEqual(['Kjøper AS', 'Leverandør']);
    const nameless = { supplier: { ...stated, name: '' }, customer: { ...customer, name: ' ' } };
    expect(names(nameless as Partial<SupplierInvoice>)).toEqual(['Test', '912345674']);
  });

  it.each([
    ['the buyer has no address', { customer: { name: 'Kjøper AS', bankAccounts: [] } }],
    ['the supplier has no address', { supplier: party }],
    ['the invoice has no number', { invoiceNo: ' ' }],
  ])('nothing is sent and a person is told where %s', (_, more) => {
    const answer = answerTo(resultOf(1), { of: addressed(more) });
    expect(answer.outputs).toEqual([]);
    expect(answer.result).not.toHaveProperty('invoiceResponse');
    expect(answer.changes).toMatchObject([{ change: 'raise-alert', code: 'RESPONSE_NOT_SENT' }]);
    const later = answerTo(resultOf(1, [], { revision: 2 }), { previous: answer.result });
    expect(later.outputs).toHaveLength(1);
    expect(later.changes).toMatchObject([{ change: 'clear-alert', code: 'RESPONSE_NOT_SENT' }]);
  });

  it.each([
    [{ kind: 'invoice' }, '380'],
    [{ kind: 'credit-note' }, '381'],
    [{ kind: 'invoice', typeCode: '384' }, '384'],
    [{ kind: 'invoice', typeCode: 'Z01' }, '380'],
  ] as const)('%j is referred to as %s', (more, typeCode) => {
    expect(answerTo(resultOf(1), { of: addressed(more) }).told?.invoice).toEqual({
      invoiceNo: 'F-1',
      issueDate: '2026-11-02',
      typeCode,
    });
  });

  it('the moment of the decision is told in the time of the site', () => {
    expect(answerTo(resultOf(1)).told).toMatchObject({
      effectiveDate: '2026-11-21',
      issueDate: '2026-11-21',
      issueTime: '19:17:05+01:00',
    });
  });
});

describe('who is answered', () => {
  it('nobody, unless it is switched on', () => {
    const off = [{}, answering('off'), answering('all', { suppliersChannel: false }), world.settings()];
    for (const rules of off) expect(answerTo(resultOf(1), { rules }).outputs).toEqual([]);
  });

  it('the setting of a supplier takes the place of the channel', () => {
    const sent = (mode: 'off' | 'decisions' | 'all' | null, of: 'off' | 'all', status: 1 | 8) =>
      answerTo(resultOf(status), { suppliers: [supplier({ invoiceResponse: mode })], rules: answering(of) }).outputs
        .length;
    expect([sent('off', 'all', 1), sent('decisions', 'off', 1), sent('decisions', 'all', 8)]).toEqual([0, 1, 0]);
    expect([sent('all', 'off', 8), sent(null, 'off', 1), sent(null, 'all', 8)]).toEqual([1, 0, 1]);
  });

  it('not a supplier that we do not know: the address on the invoice is all there would be', () => {
    const unknown = resultOf(7, [{ code: 'MISSING_VALUE', at: 'supplier' }], { supplierInvoice: { supplierNo: null } });
    expect(answerTo(unknown)).toMatchObject({ outputs: [], changes: [] });
  });
});

describe('a decision about an invoice', () => {
  it('carries the answer beside the result, which remembers it', () => {
    const { decision, result } = match(addressed(), facts(), answering());
    expect(decision.outputs.map(({ document, folder, key, revision }) => [document, folder, key, revision])).toEqual([
      ['order-match-result', 'visma', 'doc1', 1],
      ['invoice-response', 'suppliers', 'doc1', 1],
    ]);
    expect(result.invoiceResponse).toEqual({ responseCode: 'AP', revision: 1 });
    const stored = decision.changes.find(({ change }) => change === 'put-document');
    expect(stored).toMatchObject({ content: { result: { invoiceResponse: { responseCode: 'AP' } } } });
  });

  it('says the same as ever where answers are off', () => {
    const { decision, result } = match(addressed(), facts(), answering('off'));
    expect(decision).toEqual(match(addressed()).decision);
    expect(result).not.toHaveProperty('invoiceResponse');
  });

  it('made again with the same outcome tells nothing, with another tells what comes next', () => {
    const missing = facts({ orders: [] });
    const first = match(addressed(), missing, answering());
    expect(first.result.invoiceResponse).toEqual({ responseCode: 'UQ', revision: 1 });
    const again = { previous: first.result, revision: 2 };
    expect(match(addressed(), missing, answering(), again).decision.outputs).toEqual([]);
    const later = match(addressed(), facts(), answering(), { ...CONTEXT, ...again });
    expect(later.decision.outputs.map(({ document }) => document)).toEqual(['order-match-result', 'invoice-response']);
    expect(later.result.invoiceResponse).toEqual({ responseCode: 'AP', revision: 2 });
  });

  it('made again for a result that differs in words only keeps what was told, and tells nothing', () => {
    const first = match(addressed(), facts({ orders: [] }), answering());
    const dear = facts({ orders: [world.order('1001', [{ p: 'A', q: '10', pr: '50.00' }])] });
    const { decision, result } = match(addressed(), dear, answering(), { previous: first.result, revision: 2 });
    expect(result.status.code).toBe(4);
    expect(decision.outputs.map(({ document }) => document)).toEqual(['order-match-result']);
    expect(result.invoiceResponse).toEqual({ responseCode: 'UQ', revision: 1 });
  });
});
