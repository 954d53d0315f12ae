import type { SupplierInvoice } from '../../domain/documents.generated.ts';

/**
 * Which CustomizationID means which family, tried in this order (FORMATS.md 1): the identifier of EHF 2.0 contains
 * the one of BIS 2.0, so EHF comes first. A BIS 3 identifier may go on behind a `#` (reminder, forward billing,
 * national rules): it is understood as BIS 3, and whether such a document may be matched is decided later.
 */
export const UBL_FAMILIES: readonly { format: SupplierInvoice['format']; name: string; customization: RegExp }[] = [
  { format: 'ehf-2', name: 'EHF 2.0', customization: /urn:www\.difi\.no:ehf:(?:faktura|kreditnota):ver2\.0/ },
  { format: 'peppol-bis-2', name: 'PEPPOL BIS 2.0', customization: /urn:www\.peppol\.eu:bis:peppol0?[45]a:ver2\.0/ },
  {
    format: 'peppol-bis-3',
    name: 'PEPPOL BIS Billing 3.0',
    customization:
      /^urn:cen\.eu:en16931:2017#compliant#urn:fdc:peppol\.eu:2017:poacc:(?:billing|selfbilling):3\.0(?:#|$)/,
  },
];
