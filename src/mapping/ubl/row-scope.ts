import type { SupplierInvoice } from '../../domain/documents.generated.ts';
import type { Row } from '../rows/row.ts';

/** Which documents a row of the UBL tables is for. What is left out does not restrict. */
export interface UblScope {
  formats?: readonly SupplierInvoice['format'][];
  kind?: SupplierInvoice['kind'];
}

export type UblRow = Row<UblScope>;

/** EHF 2.0 and BIS 2.0 share what BIS Billing 3.0 changed. */
export const OLDER = { formats: ['ehf-2', 'peppol-bis-2'] } as const satisfies UblScope;
export const BIS_3 = { formats: ['peppol-bis-3'] } as const satisfies UblScope;
export const INVOICE = { kind: 'invoice' } as const satisfies UblScope;
export const CREDIT_NOTE = { kind: 'credit-note' } as const satisfies UblScope;
