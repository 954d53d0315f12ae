import { create } from 'xmlbuilder2';
import { UBL_FAMILIES } from './ubl-family.table.ts';
import { allowanceChargeNode, amount, lineNode, partyNode, taxTotalNode, type UblNode } from './ubl-parts.ts';
import type { UblSpec } from './ubl-spec.ts';
import { ublTotals, type UblTotals } from './ubl-totals.ts';

const NAMESPACES = {
  '@xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  '@xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
} as const;

/** The supplier and the buyer of the base world (`base-world.ts`). */
export const SUPPLIER = { name: 'Nordisk Leverandør AS', organisationNo: '987654325' } as const;
/** The account that every invoice asks to be paid to that says nothing else; the supplier's file knows it. */
export const ACCOUNT = '86011117947';
export const CUSTOMER = { name: 'Demokjøper AS', organisationNo: '991825827' } as const;

/** The note of every invoice that says nothing else; it is what padding lengthens. */
const NOTE = 'Takk for handelen. ';

/** A UBL invoice or credit note as text: schema order, exact amounts, totals by the rules of its family. */
export function ublInvoice(spec: UblSpec): string {
  const text = render(spec);
  const missing = (spec.padToBytes ?? 0) - Buffer.byteLength(text);
  if (missing <= 0) return text;
  const padding = 'Levert etter avtale. '.repeat(Math.ceil(missing / 21)).slice(0, missing);
  return render({ ...spec, note: `${spec.note ?? NOTE}${padding}` });
}

function render(spec: UblSpec): string {
  const root = spec.kind === 'invoice' ? 'Invoice' : 'CreditNote';
  const totals = { ...ublTotals(spec), ...spec.stated };
  const document = {
    '@xmlns': `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`,
    ...NAMESPACES,
    ...head(spec),
    ...body(spec, totals),
  };
  return create({ version: '1.0', encoding: 'UTF-8' }, { [root]: document }).end({ prettyPrint: true });
}

function head(spec: UblSpec): UblNode {
  const family = UBL_FAMILIES[spec.family];
  const isInvoice = spec.kind === 'invoice';
  const dueDate = dueDateOf(spec);
  return {
    ...(family.ublVersion === null ? {} : { 'cbc:UBLVersionID': family.ublVersion }),
    'cbc:CustomizationID': `${family.customizationId[spec.kind]}${spec.customizationSuffix ?? ''}`,
    'cbc:ProfileID': family.profileId,
    ...(spec.number === null ? {} : { 'cbc:ID': spec.number }),
    ...(spec.issueDate === null ? {} : { 'cbc:IssueDate': spec.issueDate ?? '2026-11-02' }),
    ...(!family.olderStyle && isInvoice && dueDate !== null ? { 'cbc:DueDate': dueDate } : {}),
    ...(isInvoice ? { 'cbc:InvoiceTypeCode': spec.typeCode ?? '380' } : {}),
    ...(!isInvoice && family.creditNoteTypeCode !== null
      ? { 'cbc:CreditNoteTypeCode': spec.typeCode ?? family.creditNoteTypeCode }
      : {}),
    'cbc:Note': spec.note ?? NOTE,
    'cbc:DocumentCurrencyCode': spec.currency ?? 'NOK',
    ...(!family.olderStyle ? { 'cbc:BuyerReference': spec.buyerReference ?? 'Innkjøp' } : {}),
    ...(spec.orderRef === undefined || spec.orderRef === null
      ? {}
      : { 'cac:OrderReference': { 'cbc:ID': spec.orderRef } }),
    ...billingReferences(spec),
  };
}

function billingReferences(spec: UblSpec): UblNode {
  const numbers = spec.precedingInvoices ?? [];
  if (numbers.length === 0) return {};
  return { 'cac:BillingReference': numbers.map((id) => ({ 'cac:InvoiceDocumentReference': { 'cbc:ID': id } })) };
}

function body(spec: UblSpec, totals: UblTotals): UblNode {
  const family = UBL_FAMILIES[spec.family];
  const rows = [
    ...(spec.allowances ?? []).map((row) => allowanceChargeNode(spec, row, false, true)),
    ...(spec.charges ?? []).map((row) => allowanceChargeNode(spec, row, true, true)),
  ];
  const contact = family.olderStyle ? (spec.buyerReference ?? 'Innkjøp') : undefined;
  return {
    'cac:AccountingSupplierParty': partyNode(spec, spec.supplier === undefined ? SUPPLIER : spec.supplier, undefined),
    'cac:AccountingCustomerParty': partyNode(spec, spec.customer ?? CUSTOMER, contact),
    'cac:PaymentMeans': paymentMeans(spec),
    ...(rows.length === 0 ? {} : { 'cac:AllowanceCharge': rows }),
    'cac:TaxTotal': taxTotalNode(spec, totals),
    'cac:LegalMonetaryTotal': monetaryTotal(spec, totals),
    [spec.kind === 'invoice' ? 'cac:InvoiceLine' : 'cac:CreditNoteLine']: spec.lines.map((line, index) =>
      lineNode(spec, line, index, totals.lineNets[index] ?? '0.00'),
    ),
  };
}

function dueDateOf(spec: UblSpec): string | null {
  return spec.dueDate === undefined ? '2026-12-02' : spec.dueDate;
}

function paymentMeans(spec: UblSpec): UblNode {
  const dueDate = dueDateOf(spec);
  const dueHere = UBL_FAMILIES[spec.family].olderStyle || spec.kind === 'credit-note';
  return {
    'cbc:PaymentMeansCode': '30',
    ...(dueHere && dueDate !== null ? { 'cbc:PaymentDueDate': dueDate } : {}),
    ...(spec.kid === undefined ? {} : { 'cbc:PaymentID': spec.kid }),
    'cac:PayeeFinancialAccount': { 'cbc:ID': spec.account ?? ACCOUNT },
  };
}

function monetaryTotal(spec: UblSpec, totals: UblTotals): UblNode {
  return {
    'cbc:LineExtensionAmount': amount(spec, totals.lineNet),
    'cbc:TaxExclusiveAmount': amount(spec, totals.net),
    'cbc:TaxInclusiveAmount': amount(spec, totals.gross),
    ...(totals.allowances === '0.00' ? {} : { 'cbc:AllowanceTotalAmount': amount(spec, totals.allowances) }),
    ...(totals.charges === '0.00' ? {} : { 'cbc:ChargeTotalAmount': amount(spec, totals.charges) }),
    ...(spec.prepaid === undefined ? {} : { 'cbc:PrepaidAmount': amount(spec, spec.prepaid) }),
    ...(spec.rounding === undefined ? {} : { 'cbc:PayableRoundingAmount': amount(spec, spec.rounding) }),
    'cbc:PayableAmount': amount(spec, totals.payable),
  };
}
