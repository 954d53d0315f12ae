import { describe, expect, it } from 'vitest';
import type { Decision, ReadDocument } from '../../../src/domain/decision.ts';
import type { DocumentKind } from '../../../src/domain/document-kinds.table.ts';
import type { InboundDocument, OrderMatchResult, SupplierInvoice } from '../../../src/domain/documents.generated.ts';
import { gatherOrderMatchFacts } from '../../../src/pipeline/facts/order-match-facts.ts';
import type { Ledger, LedgerReader } from '../../../src/pipeline/ledger-port.ts';
import { readShipped } from '../../support/shipped-mappings.ts';
import { decideStateDocument } from '../../../src/rules/intake/decide-state-document.ts';
import { decideOrderMatch } from '../../../src/rules/order-match/decide-order-match.ts';
import { committed, newLedger } from '../../ledger/ledger-fixture.ts';
import { invoice, type InvoiceWords } from '../../rules/invoice-in-words.ts';
import {
  alternatives,
  codesOf,
  CONTEXT,
  ORDER_1001,
  order,
  products,
  settings,
  supplier,
} from '../../rules/order-match-world.ts';
import { baseWorld } from '../../support/base-world.ts';
import { ublInvoice } from '../../support/ubl-invoice.ts';

/** From the ledger to the decision: the facts that are read are those that the rules need, and no more. */

const KEYS: Record<string, (content: Record<string, string>) => string> = {
  supplier: (content) => content.supplierNo ?? '',
  product: (content) => content.productNo ?? '',
  'delivery-alternative': (content) => `${content.supplierNo}/${content.productNo}`,
  'purchase-order': (content) => content.orderNo ?? '',
};

const FILE = { id: 'file', sequence: 1 };
const NOW = '2026-11-21T18:00:00.000Z';

async function takeIn(ledger: Ledger, contents: readonly InboundDocument[]): Promise<void> {
  await committed(ledger, async (transaction) => {
    for (const content of contents) {
      const kind = content.document as DocumentKind;
      const key = KEYS[kind]?.(content as unknown as Record<string, string>) ?? '';
      const document: ReadDocument = { kind, key, content, at: {} };
      const decision = decideStateDocument(document, await transaction.document(kind, key), { fileSequence: 1 });
      await transaction.apply(decision.changes, 'file:file', NOW, FILE);
    }
  });
}

async function world(orders = [ORDER_1001]): Promise<Ledger> {
  const { ledger } = await newLedger();
  await takeIn(ledger, [supplier(), ...products(), ...alternatives(), ...orders]);
  return ledger;
}

/** Decides about an invoice and keeps the decision. */
async function decide(
  ledger: Ledger,
  document: SupplierInvoice,
  documentId: string,
  accountingDocumentNo = 1,
): Promise<Decision> {
  return committed(ledger, async (transaction) => {
    const facts = await gatherOrderMatchFacts(document, transaction, settings(), documentId);
    const previous = (
      (await transaction.document('supplier-invoice', documentId))?.content as { result: OrderMatchResult } | undefined
    )?.result;
    const context = {
      ...CONTEXT,
      documentId,
      accountingDocumentNo,
      ...(previous === undefined ? {} : { previous, revision: previous.revision + 1 }),
    };
    const decision = decideOrderMatch(document, facts, settings(), context);
    await transaction.apply(decision.changes, 'file:file', NOW, FILE);
    return decision;
  });
}

const of = (words: Partial<InvoiceWords> = {}) =>
  invoice({ ref: '1001', lines: [{ sku: 'A-100', q: '10', pr: '100.00' }], ...words });
const codes = (decision: Decision) => [...new Set(decision.reasons.map(({ code }) => code))].sort();

describe('facts of an order match', () => {
  it('let an invoice be matched whose supplier, order and product are in the ledger', async () => {
    const ledger = await world();
    expect((await decide(ledger, of(), 'doc1')).status).toBe('1');
    expect(
      (
        await decide(
          ledger,
          of({ number: 'F-2', lines: [{ gtin: '07038010000027', q: '5', pr: '200.00' }] }),
          'doc2',
          2,
        )
      ).status,
    ).toBe('1');
    expect(
      (await decide(ledger, of({ number: 'F-3', lines: [{ sku: 'c 300', q: '20', pr: '12.50' }] }), 'doc3', 3)).status,
    ).toBe('1');
  });

  it("leave out the document's own former links, and bring those of others", async () => {
    const ledger = await world();
    const six = of({ lines: [{ sku: 'A-100', q: '6', pr: '110.00' }] });
    expect((await decide(ledger, six, 'doc1')).status).toBe('4');
    const again = await decide(ledger, six, 'doc1');
    expect([again.status, again.outputs]).toEqual(['4', []]);
    const other = await decide(
      ledger,
      of({ number: 'F-2', lines: [{ sku: 'A-100', q: '6', pr: '100.00' }] }),
      'doc2',
      2,
    );
    expect(codes(other)).toEqual(['OUTSIDE_TOLERANCE', 'OVER_QUANTITY']);
    // 6 and 6 of 10: the second reserves the 4 that were open, so the first finds its 6 when it is decided again
    expect((await ledger.read.linksOfDocument('doc2')).map(({ quantity, reserved }) => [quantity, reserved])).toEqual([
      ['6', '4'],
    ]);
    const first = await decide(ledger, six, 'doc1');
    expect([first.status, first.outputs]).toEqual(['4', []]);
  });

  it('find the earlier document of a number, and the order of an invoice that is credited', async () => {
    const ledger = await world();
    await decide(ledger, of(), 'doc1');
    expect(codes(await decide(ledger, of({ date: '2026-11-03', number: 'f-1 ' }), 'doc2', 2))).toEqual(['DUPLICATE']);
    const credit = of({ ref: null, credit: true, number: 'K-1', preceding: ['F-1'] });
    expect((await decide(ledger, credit, 'doc3', 3)).status).toBe('1');
  });

  it('D03: the same number of another supplier is another invoice', async () => {
    const ledger = await world();
    await takeIn(ledger, [supplier({ supplierNo: '50002', organisationNo: '999999999' })]);
    await decide(ledger, of(), 'doc1');
    const other = { ...of(), supplier: { organisationNo: '999999999', bankAccounts: [] } };
    expect(codes(await decide(ledger, other, 'doc2', 2))).toEqual(['SUPPLIER_MISMATCH']);
  });

  it('C07: find the freight words of a supplier where no freight product is set', async () => {
    const ledger = await world();
    const document = of({ ch: [{ amt: '150.00', why: 'Frakt' }] });
    const rules = settings({ freightProduct: null });
    const facts = await gatherOrderMatchFacts(document, ledger.read, rules, 'doc1');
    const decision = decideOrderMatch(document, facts, rules, CONTEXT);
    expect([decision.status, codes(decision)]).toEqual(['11', ['FREIGHT_OR_FEE_PRODUCT_MISSING']]);
  });

  it('an order that comes later is found by the number that waits for it', async () => {
    const ledger = await world([]);
    expect((await decide(ledger, of({ ref: 'PO-1001' }), 'doc1')).status).toBe('3');
    const waiting = await ledger.read.documentsByIndex('supplier-invoice', 'waits-for-order', ['1001']);
    expect(waiting.map(({ key }) => key)).toEqual(['doc1']);
    await takeIn(ledger, [ORDER_1001]);
    expect((await decide(ledger, of({ ref: 'PO-1001' }), 'doc1')).status).toBe('1');
    expect(await ledger.read.documentsByIndex('supplier-invoice', 'waits-for-order', ['1001'])).toEqual([]);
  });

  it('are read in as many look-ups for a thousand lines as for one', async () => {
    const lines = Array.from({ length: 1000 }, () => ({ sku: 'A-100', gtin: '7038010000010', q: '1', pr: '100.00' }));
    const ledger = await world([
      order(
        '1001',
        Array.from({ length: 1000 }, () => ({ p: 'A', q: '1', pr: '100.00' })),
      ),
    ]);
    const lookUps = async (document: SupplierInvoice) => {
      let count = 0;
      const counting = new Proxy(ledger.read, {
        get:
          (target, name) =>
          (...values: never[]) => {
            count += 1;
            return (target[name as keyof LedgerReader] as (...all: never[]) => unknown)(...values);
          },
      });
      await gatherOrderMatchFacts(document, counting, settings(), 'doc1');
      return count;
    };
    const one = await lookUps(of({ lines: lines.slice(0, 1) }));
    expect(one).toBeLessThanOrEqual(14);
    expect(await lookUps(of({ lines }))).toBe(one);
  });

  it.each(['peppol-bis-3', 'peppol-bis-2', 'ehf-2'] as const)(
    'a real %s file comes through reading, facts and decision',
    async (family) => {
      const { ledger } = await newLedger();
      await takeIn(
        ledger,
        baseWorld().flatMap(({ documents }) => documents as unknown as InboundDocument[]),
      );
      const lines = [
        { sku: 'A-100', quantity: '10', price: '101.00' },
        { gtin: '7038010000027', quantity: '5', price: '200.00' },
      ];
      const text = ublInvoice({
        family,
        kind: 'invoice',
        number: 'F-1',
        orderRef: '1001',
        lines,
        charges: [{ amount: '150.00', reason: 'Frakt' }],
        rounding: '-0.25',
      });
      const { documents, findings } = readShipped({
        fileId: 'doc1',
        channel: 'invoices',
        name: 'f.xml',
        bytes: Buffer.from(text),
      });
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const decision = await decide(ledger, documents[0]?.content as SupplierInvoice, 'doc1');
      const result = decision.outputs[0]?.content as OrderMatchResult;
      expect([result.status.name, codesOf(result)]).toEqual(['completed-automatically', []]);
      expect(result.createdLines.map((line) => `${line.kind} ${line.amount}`)).toEqual([
        'freight 150.00',
        'rounding -0.25',
      ]);
      expect(result.receipt?.productTransactions).toHaveLength(2);
    },
  );
});
