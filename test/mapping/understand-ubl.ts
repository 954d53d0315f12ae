import type { ReadResult } from '../../src/domain/decision.ts';
import type { Place, SupplierInvoice } from '../../src/domain/documents.generated.ts';
import { readShipped } from '../support/shipped-mappings.ts';

/** What a UBL file is understood as by the shipped mappings; no invoice where it is refused. */
export interface UnderstoodUbl {
  invoice: SupplierInvoice | undefined;
  at: Place | undefined;
  transportId: string | undefined;
  findings: ReadResult['findings'];
}

/** Reads a UBL file in the channel of invoices. */
export function understandUbl(content: string | Uint8Array): UnderstoodUbl {
  const bytes = Buffer.from(content as string);
  const { documents, findings, transportId } = readShipped({
    fileId: 'file1',
    channel: 'invoices',
    name: 'i.xml',
    bytes,
  });
  const [document] = documents;
  return { invoice: document?.content as SupplierInvoice | undefined, at: document?.at, transportId, findings };
}
