import { currencyDecimals } from '../../../domain/currency.table.ts';
import { type Decimal, isNegative, roundedText, ZERO } from '../../../domain/decimal.ts';
import type { Change, Output } from '../../../domain/decision.ts';
import type { Preregistration, SupplierInvoice, Voucher } from '../../../domain/documents.generated.ts';
import { dueDateOfVoucher } from '../../payment-terms/supplier-due-date.ts';
import { amountText } from '../amount-text.ts';
import type { Assessment } from '../assess-invoice.ts';
import type { OrderMatchContext, OrderMatchRuleSettings } from '../order-match-facts.ts';
import { type PreregistrationSeries, preregistrationSeries } from './preregistration-series.ts';
import { voucherAmount } from './voucher-amount.ts';
import { preregistrationDate } from './voucher-date.ts';
import { voucherNumber } from './voucher-number.ts';
import { voucherOutput } from './voucher-output.ts';

/** A pre-registration as it stands after a step, with what the step sends and what the ledger is to remember. */
export interface PreregistrationStep {
  preregistration: Preregistration | null;
  outputs: Output[];
  changes: Change[];
}

/**
 * Pre-registers a matched document (C066-C071, order-match.md 15): one batch with one voucher, once in its life. What
 * an earlier decision wrote is kept as it is, and nothing is written anew, whatever has changed since: not at
 * a decision that is made again, not at a replay. Nothing where the assessment does not say `PREREGISTERED`.
 */
export function preregisterInvoice(
  invoice: SupplierInvoice,
  assessment: Pick<Assessment, 'supplier' | 'reasons' | 'status'>,
  settings: OrderMatchRuleSettings,
  context: OrderMatchContext,
): PreregistrationStep {
  const earlier = context.previous?.preregistration ?? null;
  const { supplier, reasons, status } = assessment;
  const asBefore = { preregistration: earlier, outputs: [], changes: [] };
  if (earlier !== null || !reasons.some(({ code }) => code === 'PREREGISTERED')) return asBefore;
  const amount = voucherAmount(invoice);
  const series = preregistrationSeries(settings);
  if (supplier === undefined || amount === undefined || 'lacks' in series) return asBefore;
  const number = voucherNumber(series, context.lastVoucherNo);
  const voucher: Voucher = {
    ...(number.voucherNo === undefined ? {} : { voucherNo: number.voucherNo }),
    ...voucherLine(invoice, amount, series),
    date: preregistrationDate(invoice.issueDate ?? context.today, context.today, settings.orderMatch),
    crossAccount: supplier.supplierNo,
    dueDate: dueDateOfVoucher(invoice, supplier, settings),
    kid: invoice.paymentMeans.find(({ kid }) => kid !== undefined)?.kid ?? null,
    accountingDocumentNo: context.accountingDocumentNo,
    text: [supplier.name, invoice.invoiceNo].join(' '),
  };
  const { documentId } = context;
  const key = `${documentId}/preregistration`;
  const [at, to] = [{ kind: 'supplier-invoice', key: documentId } as const, String(status)];
  return {
    preregistration: { key, voucherSeries: series.no, state: 'open', clearing: null, ...voucher },
    outputs: [voucherOutput({ key, documentId, voucherSeries: series.no }, voucher)],
    changes: [...number.changes, { change: 'audit', subject: at, event: 'preregistered', from: to, to, rule: 'C066' }],
  };
}

/**
 * Account, side and figures: an invoice debits the account of the voucher type (C069), a credit note credits it (C070).
 * A document whose sum is below zero goes the other way, so that amounts are never negative. No VAT before the receipt.
 */
function voucherLine(invoice: SupplierInvoice, amount: Decimal, series: PreregistrationSeries) {
  const decimals = currencyDecimals(invoice.currency);
  const debited = (invoice.kind === 'invoice') !== isNegative(amount);
  return {
    voucherType: series.voucherType,
    ...(debited ? { debitAccount: series.account } : { creditAccount: series.account }),
    amount: amountText(amount.abs(), decimals),
    vatAmount: roundedText(ZERO, decimals),
    currency: invoice.currency ?? '',
    invoiceNo: invoice.invoiceNo ?? '',
  };
}
