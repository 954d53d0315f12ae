/**
 * Reasons of decisions, as the contract lists them: a closed list. `status` is the order match status
 * that a reason calls for (order-match.md 7), null where it only informs.
 * Sentences for people are in texts/*.json under `reason.<CODE>`.
 */
export const REASONS = {
  MISSING_VALUE: { status: 7 },
  TOTALS_DO_NOT_ADD_UP: { status: 7 },
  LINE_NET_NOT_PRICE_TIMES_QUANTITY: { status: 7 },
  SUPPLIER_AMBIGUOUS: { status: 7 },
  ORDER_NOT_FOUND: { status: 3 },
  SUPPLIER_MISMATCH: { status: 3 },
  ORDER_CANCELLED: { status: 3 },
  CURRENCY_MISMATCH: { status: 10 },
  PRODUCT_UNKNOWN: { status: 9 },
  PRODUCT_CONFLICT: { status: 9 },
  PRODUCT_NOT_ON_ORDER: { status: 9 },
  UNIT_NOT_CONVERTIBLE: { status: 9 },
  FREIGHT_OR_FEE_PRODUCT_MISSING: { status: 11 },
  OUTSIDE_TOLERANCE: { status: 4 },
  CHARGE_LIMIT: { status: 4 },
  FREIGHT_LIMIT: { status: 4 },
  FEE_LIMIT: { status: 4 },
  DOCUMENT_AMOUNT_CAP: { status: 4 },
  PRODUCT_CONFLICT_RESOLVED: { status: 8 },
  GROSS_ORDER: { status: 8 },
  PREPAYMENT_TYPE: { status: 8 },
  SELF_BILLING: { status: 8 },
  CUSTOMIZATION_SUFFIX: { status: 8 },
  BUYER_MISMATCH: { status: 8 },
  NEGATIVE_CREDIT_NOTE: { status: 8 },
  AUTOMATIC_RECEIPT_OFF: { status: 8 },
  PREREGISTERED: { status: 8 },
  FREIGHT_BLOCKS_RECEIPT: { status: 8 },
  FEE_BLOCKS_RECEIPT: { status: 8 },
  PREPAYMENT_BLOCKED: { status: 8 },
  NOT_RECEIVED: { status: 8 },
  OVER_QUANTITY_OUTSIDE: { status: 8 },
  DUPLICATE: { status: 8 },
  NEAR_DUPLICATE: { status: 8 },
  ORDER_FROM_TEXT: { status: 8 },
  CLASS_C: { status: 8 },
  OVER_QUANTITY: { status: null },
  ORDER_LINE_REFERENCE_IGNORED: { status: null },
  PRODUCT_BY_ORDER_LINE_REFERENCE: { status: null },
  PRODUCT_NUMBER_NORMALISED: { status: null },
  VAT_CATEGORY: { status: null },
  // of documents other than invoices
  SAME_AS_BEFORE: { status: null },
  OLDER_THAN_KNOWN: { status: null },
} as const satisfies Record<string, { status: 3 | 4 | 7 | 8 | 9 | 10 | 11 | null }>;

export type ReasonCode = keyof typeof REASONS;
