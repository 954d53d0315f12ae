/** Namespaces of UBL 2.x, under the prefixes that our tables and messages use. */
export const UBL_PREFIXES = {
  inv: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  cn: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
} as const;

/** The root element tells an invoice from a credit note; the type code never does (FORMATS.md 1). */
export const UBL_ROOTS = [
  { namespace: UBL_PREFIXES.inv, name: 'Invoice' },
  { namespace: UBL_PREFIXES.cn, name: 'CreditNote' },
] as const;

/** Prefixes of paths that people read: the root element of a document needs none. */
export const SHOWN_PREFIXES = { cac: UBL_PREFIXES.cac, cbc: UBL_PREFIXES.cbc } as const;

/** Elements whose text is an attachment in base64: megabytes that only need counting and hashing. */
export const LARGE_TEXT_ELEMENTS = ['EmbeddedDocumentBinaryObject'] as const;
