import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../../../src/domain/document-kinds.table.ts';
import { DOCUMENT_KINDS } from '../../../src/domain/document-kinds.table.ts';
import type { PutDocument, ReadDocument } from '../../../src/domain/decision.ts';
import type { InboundDocument, PurchaseOrder } from '../../../src/domain/documents.generated.ts';
import type { StoredDocument } from '../../../src/domain/records.ts';
import { decideStateDocument } from '../../../src/rules/intake/decide-state-document.ts';
import { order, supplier } from '../order-match-world.ts';

function read(kind: DocumentKind, key: string, content: InboundDocument): ReadDocument {
  return { kind, key, content, at: {} };
}

function stored(content: InboundDocument, more: Partial<StoredDocument> = {}): StoredDocument {
  return {
    kind: 'purchase-order',
    key: '1001',
    content,
    contentHash: '',
    status: null,
    revision: 3,
    head: {},
    fileId: 'f',
    fileSequence: 5,
    updatedAt: '',
    ...more,
  };
}

function put(kind: DocumentKind, content: InboundDocument): PutDocument {
  const decision = decideStateDocument(read(kind, 'key', content), undefined, { fileSequence: 1 });
  const [change] = decision.changes;
  if (change?.change !== 'put-document') throw new Error('nothing is put');
  return change;
}

describe('what a state document is found by', () => {
  it('a supplier, by every spelling of its identifiers', () => {
    const { indexes, head } = put(
      'supplier',
      supplier({
        vatNo: 'NO 912 345 674 MVA',
        endpoints: [
          { scheme: 'GLN', id: '7080000000001' },
          { scheme: 'NO:ORGNR', id: '912345674' },
        ],
      }),
    );
    expect(indexes).toEqual([
      { name: 'organisation-no', value: '912345674' },
      { name: 'endpoint', value: '0088:7080000000001' },
      { name: 'endpoint', value: '0192:912345674' },
      { name: 'vat-no', value: 'no912345674mva' },
    ]);
    expect(head).toEqual({ party: '50001', number: '912345674' });
  });

  it('a product by its GTIN without leading zeros; zeros only are none', () => {
    expect(put('product', { document: 'product', productNo: 'A', gtin: '00007038010000010' }).indexes).toEqual([
      { name: 'gtin', value: '7038010000010' },
    ]);
    expect(put('product', { document: 'product', productNo: 'A', gtin: '0000' }).indexes).toEqual([]);
  });

  it("a delivery alternative by the supplier's number, exact and normalised, and by its description", () => {
    const { indexes } = put('delivery-alternative', {
      document: 'delivery-alternative',
      supplierNo: '50001',
      productNo: 'A',
      supplierProductNo: ' A-100 ',
      supplierDescription: 'frakt',
    });
    expect(indexes).toEqual([
      { name: 'supplier-product-no', value: '50001|a-100' },
      { name: 'supplier-product-no-folded', value: '50001|a100' },
      { name: 'described-by-supplier', value: '50001' },
    ]);
  });

  it('an order by its supplier, and lists show its net', () => {
    const { head, indexes } = put(
      'purchase-order',
      order('1001', [
        { p: 'A', q: '3', pr: '33.335', disc: '10' },
        { p: 'B', q: '2', pr: '10.00' },
      ]),
    );
    expect(head).toEqual({ party: '50001', number: '1001', amount: '110.00', currency: 'NOK' });
    expect(indexes).toEqual([{ name: 'supplier-no', value: '50001' }]);
  });

  it('only by indexes that its kind has', () => {
    for (const content of [supplier(), { document: 'customer', customerNo: '1', name: 'Kunde' } as const]) {
      const kind = content.document as DocumentKind;
      const known: readonly string[] = DOCUMENT_KINDS[kind].indexes;
      for (const { name } of put(kind, content).indexes) expect(known).toContain(name);
    }
  });
});

describe('a state document that is known', () => {
  const base = order('1001', [{ p: 'A', q: '10', pr: '100.00' }]);
  const decide = (content: PurchaseOrder, current: StoredDocument, fileSequence = 6) =>
    decideStateDocument(read('purchase-order', '1001', content), current, { fileSequence });

  it('is a duplicate when nothing differs, whatever the order of its properties', () => {
    const { lines, ...head } = base;
    const decision = decide({ lines, ...head } as PurchaseOrder, stored(base));
    expect([decision.outcome, decision.reasons, decision.changes.length]).toEqual([
      'duplicate',
      [{ code: 'SAME_AS_BEFORE' }],
      1,
    ]);
  });

  it('replaces the former one, with the next revision', () => {
    const decision = decide({ ...base, cancelled: true }, stored(base));
    expect([decision.outcome, decision.changes[0]]).toEqual([
      'accepted',
      expect.objectContaining({ change: 'put-document', revision: 4 }),
    ]);
  });

  it('changes nothing when it is older, by asOf first and by file otherwise', () => {
    const at = (asOf: string, more: Partial<PurchaseOrder> = {}): PurchaseOrder => ({ ...base, ...more, asOf });
    const older = decide(at('2026-11-20T12:00:00+01:00', { cancelled: true }), stored(at('2026-11-20T11:30:00Z')));
    expect([older.outcome, older.reasons[0]?.code, older.changes.map(({ change }) => change)]).toEqual([
      'accepted',
      'OLDER_THAN_KNOWN',
      ['audit'],
    ]);
    expect(
      decide(at('2026-11-20T13:00:00+01:00', { cancelled: true }), stored(at('2026-11-20T11:30:00Z')), 1).reasons,
    ).toEqual([]);
    expect(decide({ ...base, cancelled: true }, stored(base), 4).reasons).toEqual([{ code: 'OLDER_THAN_KNOWN' }]);
  });
});

describe('5: a new order file and the price that the first match saw', () => {
  const renewed = (price: string, snapshot: { price: string; writtenPrice?: string }) =>
    decideStateDocument(read('purchase-order', '1001', order('1001', [{ p: 'A', q: '10', pr: price }])), undefined, {
      fileSequence: 1,
      snapshots: [{ orderNo: '1001', lineNo: 1, ...snapshot }],
    }).changes.filter(({ change }) => change === 'put-order-line-snapshot');

  it('the same price, or the one that we wrote, renews nothing', () => {
    expect(renewed('100.0', { price: '100.00' })).toEqual([]);
    expect(renewed('90.00', { price: '100.00', writtenPrice: '90' })).toEqual([]);
  });

  it("the buyer's own correction renews it", () => {
    expect(renewed('95.00', { price: '100.00', writtenPrice: '90.00' })).toEqual([
      { change: 'put-order-line-snapshot', orderNo: '1001', lineNo: 1, snapshot: { price: '95.00' } },
    ]);
  });
});
