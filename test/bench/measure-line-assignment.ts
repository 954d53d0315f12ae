import type { PurchaseOrder, SupplierInvoice } from '../../src/domain/documents.generated.ts';
import { decideOrderMatch } from '../../src/rules/order-match/decide-order-match.ts';
import { readShipped } from '../support/shipped-mappings.ts';
import { CONTEXT, facts, settings, supplier } from '../rules/order-match-world.ts';
import { purchaseOrder } from '../support/base-world.ts';
import { SUPPLIER, ublInvoice } from '../support/ubl-invoice.ts';
import type { AssignmentCase } from './assignment-case.table.ts';
import { median } from './statistics.ts';

/** Milliseconds of a processor that reading and matching one invoice cost, each the median of its rounds. */
export interface AssignmentCost {
  reading: number;
  matching: number;
}

/**
 * Reads the bytes of a large invoice and matches it with a large order, in turns, so that what disturbs the
 * machine disturbs both alike. The first turn warms up and does not count. Throws when a search ran out of its steps.
 */
export function measureLineAssignment(given: AssignmentCase, rounds: number): AssignmentCost {
  const bytes = Buffer.from(invoiceText(given));
  const known = factsOf(given);
  const costs: AssignmentCost[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const [document, reading] = processorMs(() =>
      readShipped({ channel: 'invoices', name: 'large.xml', fileId: 'f1', bytes }),
    );
    const content = document.documents[0]?.content as SupplierInvoice | undefined;
    if (content === undefined) throw new Error(`the large invoice was not read: ${JSON.stringify(document.findings)}`);
    const [decision, matching] = processorMs(() => decideOrderMatch(content, known, settings(), CONTEXT));
    if (JSON.stringify(decision.outputs).includes('"step-budget"')) throw new Error('a search ran out of its steps');
    if (round > 0) costs.push({ reading, matching });
  }
  return {
    reading: median(costs.map(({ reading }) => reading)),
    matching: median(costs.map(({ matching }) => matching)),
  };
}

function processorMs<Result>(work: () => Result): [Result, number] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}

/** Each product `repeats` times over, so that lines of a product are never neighbours. */
function rows<Row>({ products, repeats }: AssignmentCase, row: (product: number, repeat: number) => Row): Row[] {
  return Array.from({ length: products * repeats }, (_, index) => row(index % products, Math.floor(index / products)));
}

function invoiceText(given: AssignmentCase): string {
  return ublInvoice({
    family: 'peppol-bis-3',
    kind: 'invoice',
    number: 'LARGE-1',
    orderRef: 'LARGE',
    lines: rows(given, (product, repeat) => ({ sku: `S-${product}`, ...given.invoiced(repeat) })).reverse(),
  });
}

function factsOf(given: AssignmentCase): ReturnType<typeof facts> {
  const productNos = Array.from({ length: given.products }, (_, product) => product);
  const lines = rows(given, (product, repeat) => ({ productNo: `P${product}`, ...given.ordered(repeat) }));
  const order = purchaseOrder(
    'LARGE',
    lines.map((line, index) => ({ lineNo: index + 1, ...line })),
  );
  return facts({
    suppliers: [supplier({ organisationNo: SUPPLIER.organisationNo })],
    orders: [order as unknown as PurchaseOrder],
    products: productNos.map((product) => ({ document: 'product', productNo: `P${product}`, unit: 'H87' })),
    alternatives: productNos.map((product) => ({
      document: 'delivery-alternative',
      supplierNo: '50001',
      productNo: `P${product}`,
      supplierProductNo: `S-${product}`,
    })),
  });
}
