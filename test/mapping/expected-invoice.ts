import type { SupplierInvoice } from '../../src/domain/documents.generated.ts';
import type { Understood } from './shared-invoices.ts';

/**
 * The document that an example has to be understood as, written down from what the independent reader found:
 * its names on the right, ours on the left, as the README beside the examples maps them. Empty texts are absent.
 */
export function expectedInvoice(u: Understood): unknown {
  const older = u.family !== 'bis3';
  return compact({
    document: 'supplier-invoice',
    format: { ehf2: 'ehf-2', bis2: 'peppol-bis-2', bis3: 'peppol-bis-3' }[u.family as 'ehf2'],
    vismaId: undefined,
    kind: u.kind === 'creditNote' ? 'credit-note' : 'invoice',
    customizationId: u.customizationId,
    profileId: u.profileId,
    typeCode: u.typeCode,
    invoiceNo: u.id,
    issueDate: u.issueDate,
    dueDate: u.dueDate,
    currency: u.currency,
    taxCurrency: u.taxCurrency,
    buyerReference: older ? (u.customer?.contactId ?? u.buyerReference) : u.buyerReference,
    orderReference: u.orderReference,
    salesOrderReference: u.salesOrderReference,
    contractReference: u.contractReference,
    projectReference: u.projectReference,
    accountingCost: u.accountingCost,
    invoicePeriod: u.invoicePeriod && { start: u.invoicePeriod.start, end: u.invoicePeriod.end },
    precedingInvoices: u.billingReferences.map((r: Understood) => ({ id: r.id, issueDate: r.issueDate })),
    supplier: party(u.supplier, [...new Set(u.paymentMeans.map((p: Understood) => p.account).filter(Boolean))]),
    customer: party(u.customer, []),
    payee: party(u.payee, []),
    delivery: u.delivery[0] && {
      date: u.delivery[0].date,
      locationId: u.delivery[0].locationId && { scheme: u.delivery[0].locationIdScheme, id: u.delivery[0].locationId },
      countryCode: u.delivery[0].countryCode,
    },
    paymentMeans: u.paymentMeans.map((p: Understood) => ({
      code: p.code,
      kid: p.paymentId,
      account: p.account,
      accountScheme: p.accountScheme,
      dueDate: p.dueDate,
    })),
    paymentTermsNote: u.paymentTermsNotes.join('\n'),
    notes: u.notes,
    attachments: u.additionalDocuments
      .filter((a: Understood) => older || !['130', '50'].includes(a.documentTypeCode))
      .map((a: Understood) => ({
        id: a.id,
        name: a.filename,
        type: a.mimeCode,
        bytes: a.bytes,
        sha256: a.sha256,
        uri: a.uri,
      })),
    lines: u.lines.map(line),
    ...allowancesAndCharges(u.allowanceCharges),
    taxSubtotals: (documentTaxTotal(u)?.subtotals ?? []).map((s: Understood) => ({
      taxableAmount: s.taxableAmount,
      taxAmount: s.taxAmount,
      taxCategory: s.category,
      taxPercent: s.percent,
      exemptionReason: s.exemptionReason,
    })),
    totals: {
      lineNet: u.totals?.lineExtensionAmount,
      allowances: u.totals?.allowanceTotalAmount,
      charges: u.totals?.chargeTotalAmount,
      net: u.totals?.taxExclusiveAmount,
      tax: documentTaxTotal(u)?.amount,
      gross: u.totals?.taxInclusiveAmount,
      prepaid: u.totals?.prepaidAmount,
      rounding: u.totals?.payableRoundingAmount,
      payable: u.totals?.payableAmount,
    },
  } satisfies Record<keyof SupplierInvoice, unknown>);
}

function line(l: Understood, index: number): unknown {
  const discount = l.priceAllowanceCharges.find((a: Understood) => !a.isCharge);
  return {
    id: l.id ?? `line-${index + 1}`,
    note: l.notes.join('\n'),
    quantity: l.quantity,
    unit: l.unitCode,
    netAmount: l.lineExtensionAmount,
    price: l.priceAmount,
    priceBaseQuantity: l.baseQuantity,
    priceDiscount: discount?.amount,
    name: l.itemName,
    description: l.itemDescriptions.join('\n'),
    sellersItemId: l.sellersItemId,
    buyersItemId: l.buyersItemId,
    standardItemId: l.standardItemId && { scheme: l.standardItemIdScheme, id: l.standardItemId },
    orderLineReference: l.orderLineRef,
    orderReference: l.lineOrderRef,
    accountingCost: l.accountingCost,
    taxCategory: l.vatCategory,
    taxPercent: l.vatPercent,
    ...allowancesAndCharges(l.allowanceCharges),
  };
}

function party(p: Understood, bankAccounts: unknown[]): unknown {
  if (!p) return undefined;
  const found = compact({
    endpoint: p.endpointId && { scheme: p.endpointScheme, id: p.endpointId },
    organisationNo: p.companyId,
    vatNo: p.vatId,
    name: p.name || p.legalName,
    otherIds: p.partyIds.filter((id: Understood) => id.id).map((id: Understood) => ({ scheme: id.scheme, id: id.id })),
    bankAccounts,
  }) as Record<string, unknown>;
  const states = Object.values(found).some((value) => !Array.isArray(value) || value.length > 0);
  return states ? found : undefined;
}

function allowancesAndCharges(all: Understood[]): Record<'allowances' | 'charges', unknown[]> {
  const one = (a: Understood): unknown => ({
    reason: a.reason,
    reasonCode: a.reasonCode,
    amount: a.amount,
    baseAmount: a.baseAmount,
    percent: a.multiplier,
    taxCategory: a.tax?.category,
    taxPercent: a.tax?.percent,
  });
  return { allowances: all.filter((a) => !a.isCharge).map(one), charges: all.filter((a) => a.isCharge).map(one) };
}

/** The VAT in the document's own currency: the one with subtotals. */
function documentTaxTotal(u: Understood): Understood {
  return u.taxTotals.find((t: Understood) => t.subtotals.length > 0 && t.currency === u.currency) ?? u.taxTotals[0];
}

/** Drops what is absent or empty, at every depth, but keeps lists: what is not stated is not there. */
function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([name, inner]) => [name, compact(inner)] as const)
    .filter(([, inner]) => inner !== undefined && inner !== null && inner !== '' && !isEmptyObject(inner));
  return Object.fromEntries(kept);
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
