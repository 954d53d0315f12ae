import type { ReasonRecord, ResponseClarification } from '../../../domain/documents.generated.ts';
import type { ReasonCode } from '../../../domain/reason.table.ts';

/** How one of our reasons is told to the supplier. */
export interface Clarification {
  /** Peppol's reason (OPStatusReason). */
  code: ResponseClarification['code'];
  /** Business term of EN 16931 that is to be mended. */
  attribute?: string;
  /** `expected` is what the term should be: a value that the supplier agreed to, or our own public number. */
  proposes?: true;
  /** Which values of the reason the sentence may say; limits, settings and numbers of our own never. */
  says: readonly ('at' | 'expected' | 'actual')[];
  /** Told in the words of another reason, so that the two cannot be told apart. */
  inWordsOf?: ReasonCode;
  /** The supplier is asked also where the status alone would ask nothing (8). */
  asks?: true;
  /** Only a new invoice can mend it; left out: an answer is enough. */
  needsNewInvoice?: true;
}

/**
 * What a supplier may see: a closed list. A reason that is not in it is ours alone - automatic receipt, tolerances and
 * limits by name, prepayment, goods not in yet, a second look by a person, our products and accounts. That an order
 * belongs to another supplier is told as an order that is not known, so that nobody can probe our order numbers.
 */
export const CLARIFICATIONS: Readonly<Partial<Record<ReasonCode, Clarification>>> = {
  ORDER_NOT_FOUND: { code: 'REF', attribute: 'BT-13', says: [] },
  SUPPLIER_MISMATCH: { code: 'REF', attribute: 'BT-13', says: [], inWordsOf: 'ORDER_NOT_FOUND' },
  ORDER_CANCELLED: { code: 'REF', attribute: 'BT-13', says: ['at'] },
  CURRENCY_MISMATCH: {
    code: 'FIN',
    attribute: 'BT-5',
    proposes: true,
    says: ['at', 'expected', 'actual'],
    needsNewInvoice: true,
  },
  PRODUCT_UNKNOWN: { code: 'ITM', attribute: 'BT-155', says: ['at', 'actual'] },
  PRODUCT_CONFLICT: { code: 'ITM', attribute: 'BT-155', says: ['at'] },
  PRODUCT_NOT_ON_ORDER: { code: 'ITM', attribute: 'BT-155', says: ['at'] },
  UNIT_NOT_CONVERTIBLE: { code: 'QTY', attribute: 'BT-130', says: ['at', 'expected', 'actual'] },
  OUTSIDE_TOLERANCE: { code: 'PRI', attribute: 'BT-131', proposes: true, says: ['at', 'expected', 'actual'] },
  OVER_QUANTITY: { code: 'QTY', attribute: 'BT-129', proposes: true, says: ['at', 'expected', 'actual'] },
  CHARGE_LIMIT: { code: 'PRI', attribute: 'BT-99', says: [] },
  FREIGHT_LIMIT: { code: 'PRI', attribute: 'BT-99', says: [] },
  FEE_LIMIT: { code: 'PRI', attribute: 'BT-99', says: [] },
  DOCUMENT_AMOUNT_CAP: { code: 'PRI', says: [] },
  TOTALS_DO_NOT_ADD_UP: { code: 'LEG', says: ['at', 'expected', 'actual'], needsNewInvoice: true },
  LINE_NET_NOT_PRICE_TIMES_QUANTITY: {
    code: 'LEG',
    attribute: 'BT-131',
    says: ['at', 'expected', 'actual'],
    needsNewInvoice: true,
  },
  BUYER_MISMATCH: {
    code: 'REC',
    attribute: 'BT-47',
    proposes: true,
    says: [],
    asks: true,
    needsNewInvoice: true,
  },
};

/** A missing value by its name: what is asked for, and under which reason. The rest of the names are `MISSING_OTHERWISE`. */
export const MISSING_VALUES: Readonly<Record<string, Pick<Clarification, 'code' | 'attribute'>>> = {
  'order-number': { code: 'REF', attribute: 'BT-13' },
  'order-reference': { code: 'REF', attribute: 'BT-13' },
  'buyer-reference': { code: 'REF', attribute: 'BT-10' },
  'contract-reference': { code: 'REF', attribute: 'BT-12' },
  'project-reference': { code: 'REF', attribute: 'BT-11' },
  'accounting-cost': { code: 'REF', attribute: 'BT-19' },
  'issue-date': { code: 'LEG', attribute: 'BT-2' },
  currency: { code: 'LEG', attribute: 'BT-5' },
  payable: { code: 'LEG', attribute: 'BT-115' },
  quantity: { code: 'LEG', attribute: 'BT-129' },
  'net-amount': { code: 'LEG', attribute: 'BT-131' },
  'due-date': { code: 'PAY', attribute: 'BT-9' },
  kid: { code: 'PAY', attribute: 'BT-83' },
  account: { code: 'PAY', attribute: 'BT-84' },
  'delivery-date': { code: 'DEL', attribute: 'BT-72' },
};

export const MISSING_OTHERWISE: Pick<Clarification, 'code' | 'attribute'> = { code: 'LEG' };

/** How a missing value is told, by the value's name or, on a line, by what it lacks. */
export function clarificationOf(reason: ReasonRecord): Clarification | undefined {
  if (reason.code !== 'MISSING_VALUE') return CLARIFICATIONS[reason.code as ReasonCode];
  const name = reason.expected ?? reason.at ?? '';
  return { ...(MISSING_VALUES[name] ?? MISSING_OTHERWISE), says: ['at', 'expected'] };
}

/**
 * With these nothing is answered: the number of such a document is another document's, which has its own answers, and
 * the supplier would take this one's for that one's.
 */
export const NEVER_ANSWERED: ReadonlySet<string> = new Set<ReasonCode>(['DUPLICATE']);
