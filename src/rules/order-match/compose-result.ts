import { currencyDecimals } from '../../domain/currency.table.ts';
import { decimalText } from '../../domain/decimal.ts';
import type {
  DocumentLink,
  OrderMatchResult,
  Preregistration,
  SupplierInvoice,
} from '../../domain/documents.generated.ts';
import { ORDER_MATCH_STATUSES } from '../../domain/order-match-status.table.ts';
import { statedDueDate } from '../payment-terms/supplier-due-date.ts';
import { amountText } from './amount-text.ts';
import { type Assessment, suggestsValues } from './assess-invoice.ts';
import type { LinkedPart } from './linked-part.ts';
import { discountPercent } from './order-line-figures.ts';
import type { OrderMatchContext } from './order-match-facts.ts';
import { receiptOf } from './received-lines.ts';
import { originOfAmount } from './origin-of-amount.ts';
import { resultOrders } from './result-orders.ts';

/** The order-match-result of an assessment (contract 5). */
export function composeResult(
  invoice: SupplierInvoice,
  assessment: Assessment,
  context: OrderMatchContext,
  preregistration: Preregistration | null = context.previous?.preregistration ?? null,
): OrderMatchResult {
  const decimals = currencyDecimals(invoice.currency);
  const { status, matched } = assessment;
  const suggested = suggestsValues(status) ? matched : undefined;
  const forVisma = matched?.deliveryAlternativeProposals ?? [];
  const { document: _, lines: __, vismaId = null, ...head } = invoice;
  return {
    document: 'order-match-result',
    supplierInvoice: { ...head, supplierNo: assessment.supplier?.supplierNo ?? null },
    documentId: context.documentId,
    vismaId,
    accountingDocumentNo: context.accountingDocumentNo,
    revision: context.revision,
    purchaseOrderNo: assessment.orders[0]?.orderNo ?? writtenOrderNo(invoice),
    status: { code: status, name: ORDER_MATCH_STATUSES[status].name },
    reasons: assessment.reasons,
    ...(suggested === undefined ? {} : { appliedTolerance: suggested.appliedTolerance }),
    orders: resultOrders(invoice, assessment, suggested, decimals),
    createdLines: suggested?.placed.created.map(({ line }) => line) ?? [],
    links: suggested?.parts.map((part) => documentLink(part, invoice, decimals)) ?? [],
    proposals: matched?.proposals ?? [],
    ...(forVisma.length === 0 ? {} : { deliveryAlternativeProposals: forVisma }),
    preregistration,
    receipt: receiptOf(assessment.received, hasChargesAlone(assessment), context, decimals),
  };
}

/** Completed without a link: its created lines are all that there is to receive. */
function hasChargesAlone({ status, matched }: Assessment): boolean {
  return status === 1 && matched?.parts.length === 0 && matched.placed.created.length > 0;
}

/** "Ordrenr: the purchase order number according to the received document": as written, where it is no order of ours. */
function writtenOrderNo(invoice: SupplierInvoice): string | null {
  return (
    invoice.orderReference ?? invoice.lines.find((line) => line.orderReference !== undefined)?.orderReference ?? null
  );
}

/** A link as Dokumentkobling has it (Table 11 of the source), with what a person needs to check its amount. */
function documentLink(part: LinkedPart, invoice: SupplierInvoice, decimals: number): DocumentLink {
  const means = invoice.paymentMeans;
  return {
    invoiceLineId: part.invoiceLineId,
    orderNo: part.line.order.orderNo,
    orderLineNo: part.line.line.lineNo,
    ...(part.statedReference === undefined ? {} : { statedOrderLineReference: part.statedReference }),
    quantity: decimalText(part.quantity),
    amount: amountText(part.amount, decimals),
    price: amountText(part.price, decimals),
    discountPercent: discountPercent(part.amount, part.discount),
    discountAmount: amountText(part.discount, decimals),
    ...originOfAmount(part, decimals),
    kid: means.find(({ kid }) => kid !== undefined)?.kid ?? null,
    dueDate: statedDueDate(invoice) ?? null,
    invoiceDate: invoice.issueDate ?? null,
    invoiceNo: invoice.invoiceNo ?? null,
    tier: part.tier,
    class: part.class,
    evidence: [...part.evidence],
    ...(part.runnerUp === undefined ? {} : { runnerUp: part.runnerUp }),
  };
}
