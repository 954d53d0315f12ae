import { decimalOrUndefined, isNegative } from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { SupplierInvoice } from '../../domain/documents.generated.ts';
import { partyKeys } from '../identity/party-keys.ts';
import { normaliseOrganisationNo } from '../identity/organisation-no.ts';

/** Types of documents that are matched and never received by themselves (UNCL1001). */
const HELD_TYPES: Readonly<Record<string, Reason['code']>> = {
  '386': 'PREPAYMENT_TYPE',
  '389': 'SELF_BILLING',
  '261': 'SELF_BILLING',
};

/** Types of which the document is a credit note (UNCL1001), whatever its root element. */
const CREDIT_TYPES: ReadonlySet<string> = new Set(
  ['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '502', '503', '532'], // as EN 16931 lists them
);

/** A pro forma invoice asks for no money. */
const PRO_FORMA = '325';

/** Where the plain CustomizationID of a family ends; what follows makes another document of it: reminder, forward billing. */
const PLAIN_CUSTOMIZATION: Readonly<Record<SupplierInvoice['format'], RegExp>> = {
  'peppol-bis-3': /:(?:billing|selfbilling):3\.0(?=#|$)/,
  'peppol-bis-2': /urn:www\.peppol\.eu:bis:peppol0?[45]a:ver\d+\.\d+/,
  'ehf-2': /urn:www\.difi\.no:ehf:(?:faktura|kreditnota):ver\d+\.\d+/,
};

/** Categories in which the buyer owes VAT himself or nobody does: the nets compare, and the bookkeeper should know (scenario V06). */
const UNUSUAL_CATEGORIES: ReadonlySet<string> = new Set(['AE', 'E', 'G', 'K', 'O']);

/**
 * What the document itself says that holds its receipt (order-match.md 7): its type, one that contradicts its form, a
 * suffix of its CustomizationID, a buyer that is not us, a sign that turns it into its opposite. An invoice that does
 * not name its buyer by a number is not held: nothing contradicts.
 */
export function documentHolds(invoice: SupplierInvoice, organisationNo: string | null): Reason[] {
  return [
    ...typeHolds(invoice),
    ...customizationHolds(invoice),
    ...buyerHolds(invoice, organisationNo),
    ...signHolds(invoice),
    ...vatNotes(invoice),
  ];
}

function typeHolds({ typeCode, kind }: SupplierInvoice): Reason[] {
  const type = typeCode?.trim() ?? '';
  const code = HELD_TYPES[type];
  const held: Reason[] = code === undefined ? [] : [{ code, at: 'type-code', actual: type }];
  if (!contradicts(type, kind)) return held;
  return [...held, { code: 'TYPE_CODE_CONTRADICTS', at: 'type-code', expected: kind, actual: type }];
}

/**
 * Does the type code say that the document is not what its root element makes it? The root element gives the kind
 * (FORMATS.md 1), but read as that it might be received the wrong way round.
 */
function contradicts(type: string, kind: SupplierInvoice['kind']): boolean {
  return type !== '' && (type === PRO_FORMA || CREDIT_TYPES.has(type) !== (kind === 'credit-note'));
}

function customizationHolds(invoice: SupplierInvoice): Reason[] {
  const id = invoice.customizationId.trim();
  const at = 'customization-id';
  const self: Reason[] = id.includes(':selfbilling:') ? [{ code: 'SELF_BILLING', at, actual: id }] : [];
  const plain = PLAIN_CUSTOMIZATION[invoice.format].exec(id);
  const suffix = plain === null ? '' : id.slice(plain.index + plain[0].length);
  return suffix === '' ? self : [...self, { code: 'CUSTOMIZATION_SUFFIX', at, actual: suffix }];
}

function buyerHolds(invoice: SupplierInvoice, organisationNo: string | null): Reason[] {
  const us = organisationNo === null ? undefined : normaliseOrganisationNo(organisationNo);
  const { customer } = invoice;
  if (us === undefined || customer === undefined) return [];
  const endpoints = [...(customer.endpoint === undefined ? [] : [customer.endpoint]), ...(customer.otherIds ?? [])];
  const numbers = partyKeys({
    ...(customer.organisationNo === undefined ? {} : { organisationNo: customer.organisationNo }),
    ...(customer.vatNo === undefined ? {} : { vatNo: customer.vatNo }),
    endpoints,
  })['organisation-no'];
  if (numbers.length === 0 || numbers.includes(us)) return [];
  return [
    {
      code: 'BUYER_MISMATCH',
      at: 'buyer',
      expected: us,
      actual: numbers.join(', '),
      setting: 'mappings/site.yaml company.organisationNo',
    },
  ];
}

/**
 * A credit note below zero: its amounts are positive (FORMATS.md 7), so a sender who writes minus signs means a credit
 * and states an invoice. Read as stated it would be received as goods; nobody but a person can tell.
 */
function signHolds({ kind, totals }: SupplierInvoice): Reason[] {
  const net = decimalOrUndefined(totals.net);
  if (kind !== 'credit-note' || net === undefined || !isNegative(net)) return [];
  return [{ code: 'NEGATIVE_CREDIT_NOTE', at: 'net', actual: totals.net ?? '' }];
}

function vatNotes(invoice: SupplierInvoice): Reason[] {
  const categories = new Set(invoice.lines.map((line) => line.taxCategory?.trim() ?? ''));
  return [...categories]
    .filter((category) => UNUSUAL_CATEGORIES.has(category))
    .map((category) => ({ code: 'VAT_CATEGORY', at: 'vat-category', actual: category }));
}
