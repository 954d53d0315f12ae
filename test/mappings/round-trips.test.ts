import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaErrors } from '../../src/mapping/canonical/check-document.ts';
import type { CompiledMappings } from '../../src/mapping/language/mapping-set.ts';
import { readBy } from '../../src/mapping/language/read-mapped.ts';
import { VISMA_STATUS, EPACK_STATUS, type DocumentKindOfTrip, SALES_ORDER, VISMA_SALES_ORDER } from './any-document.ts';
import { documentsOf, examplesOf, inMapping, OTHER_WAY, outMapping, SHIPPED } from './shipped-mappings.ts';

/** What a mapping writes is read back as the same document, and what one reads can be written so that it reads the same. */

type Document = Readonly<Record<string, unknown>>;

/** A shipped mapping and its pair. `leaves`: fields that the file has no place for, with why. */
interface Trip {
  shipped: string;
  pair: string;
  leaves?: readonly string[];
  /** Documents beside the examples. */
  any?: DocumentKindOfTrip;
  /** Examples that cannot come back, with why. */
  without?: readonly string[];
}

// That there is no invoicing order any more (null) a file says by leaving it out.
const OUTWARD: readonly Trip[] = [
  { shipped: 'epack/status-xml', pair: 'epack-status-xml', without: ['ended'], any: EPACK_STATUS },
  // Letters that the encoding does not have come back as the nearest ones (awkward).
  { shipped: 'epack/status-csv', pair: 'epack-status-csv', without: ['ended', 'awkward'], any: EPACK_STATUS },
  { shipped: 'epack/status-json', pair: 'epack-status-json', without: ['ended'], any: EPACK_STATUS },
  { shipped: 'epack/invoiced-xml', pair: 'epack-invoiced-xml' },
  { shipped: 'acknowledgements/acknowledgement-xml', pair: 'acknowledgement-xml', leaves: ['firstAcknowledgement'] },
  { shipped: 'acknowledgements/acknowledgement-csv', pair: 'acknowledgement-csv', leaves: ['firstAcknowledgement'] },
  { shipped: 'visma-net/sales-order-v2', pair: 'visma-net-sales-order-v2', any: VISMA_SALES_ORDER },
  // A line that says no kind is inventory, and is written so.
  { shipped: 'visma-net/customer-invoice', pair: 'visma-net-customer-invoice', without: ['plain'] },
  // A batch is known by its delivery there; a reversal says what it reverses in its text, and an apostrophe stays one.
  {
    shipped: 'visma-business/voucher-batch',
    pair: 'visma-business-voucher-batch',
    leaves: ['key', 'documentId'],
    without: ['rich', 'awkward'],
  },
  // Visma Business knows no type of an order but its own, and no shipment of ePack; a credit note changes its sign.
  ...['edi', 'xml'].map((form) => ({
    shipped: `visma-business/sales-order-${form}`,
    pair: `visma-business-sales-order-${form}`,
    leaves: ['orderType', 'originalOrderType', 'shipmentNo'],
    without: form === 'edi' ? ['rich', 'awkward'] : ['rich'],
    any: VISMA_SALES_ORDER,
  })),
];

const INWARD: readonly Trip[] = [
  { shipped: 'epack/sales-order-xml', pair: 'epack-sales-order-xml', any: SALES_ORDER },
  { shipped: 'epack/sales-order-csv', pair: 'epack-sales-order-csv', any: SALES_ORDER },
  { shipped: 'epack/sales-order-delete-xml', pair: 'epack-sales-order-delete-xml' },
  { shipped: 'epack/sales-order-delete-csv', pair: 'epack-sales-order-delete-csv' },
  { shipped: 'epack/party-terms-xml', pair: 'epack-party-terms-xml' },
  { shipped: 'epack/party-terms-csv', pair: 'epack-party-terms-csv' },
  { shipped: 'visma-net/status-xml', pair: 'visma-status-xml', any: VISMA_STATUS },
  { shipped: 'visma-net/status-csv', pair: 'visma-status-csv', any: VISMA_STATUS },
  { shipped: 'visma-business/purchase-order-xml', pair: 'visma-business-purchase-order-xml' },
  { shipped: 'visma-business/purchase-order-edi', pair: 'visma-business-purchase-order-edi' },
];

function there(
  writes: CompiledMappings,
  writer: string,
  reads: CompiledMappings,
  reader: string,
): (document: Document) => unknown {
  const out = outMapping(writes, writer);
  const back = inMapping(reads, reader);
  if (out === undefined || back === undefined) throw new Error(`${writer} or ${reader} is not in force`);
  return (document) => {
    const { documents, findings } = readBy(back, { channel: 'epack', name: 'in', bytes: out.write(document) });
    expect(findings).toEqual([]);
    expect(documents).toHaveLength(1);
    return documents[0]?.content;
  };
}

/** A document without what the file has no place for; null is nothing. */
function kept(document: Document, leaves: readonly string[] = []): Document {
  return Object.fromEntries(
    Object.entries(document).filter(([name, value]) => value !== null && !leaves.includes(name)),
  );
}

test('nothing is wrong with the pairs but that what comes in has no delivery id', () => {
  expect(OTHER_WAY.findings.filter(({ message }) => message !== 'No row writes the deliveryId.')).toEqual([]);
});

describe.each(OUTWARD)('$shipped', ({ shipped, pair, leaves = [], any, without = [] }) => {
  const file = `mappings/${shipped}.yaml`;
  const trip = there(SHIPPED, file, OTHER_WAY, `test/mappings/pairs/${pair}.yaml`);
  const same = (document: Document): void => {
    expect(kept(trip(document) as Document, leaves)).toEqual(kept(document, leaves));
  };

  test.each(examplesOf(file).filter(({ name }) => !without.includes(name)))(
    'writes $name so that it is read back',
    ({ input }) => {
      same(documentsOf(input)[0] as Document);
    },
  );

  if (any === undefined) return;
  test('writes any document so that it is read back', () => {
    fc.assert(fc.property(any.documents, same), { numRuns: 60 });
  });
});

describe.each(INWARD)('$shipped', ({ shipped, pair, any }) => {
  const file = `mappings/${shipped}.yaml`;
  const trip = there(OTHER_WAY, `test/mappings/pairs/${pair}.yaml`, SHIPPED, file);
  const documents = examplesOf(file).flatMap(({ name, expected }) =>
    documentsOf(expected).map((document) => ({ name, document })),
  );

  test.each(documents)('reads what is written of $name', ({ document }) => {
    expect(trip(document)).toEqual(document);
  });

  if (any === undefined) return;
  const { documents: all, name } = any;
  test('reads what is written of any document', () => {
    fc.assert(
      fc.property(all, (document) => {
        expect(schemaErrors(name, document)).toEqual([]);
        expect(trip(document)).toEqual(document);
      }),
      { numRuns: 60 },
    );
  });
});
