import type { Change } from '../../../domain/decision.ts';
import type {
  Preregistration,
  PreregistrationState,
  SupplierInvoice,
  Voucher,
} from '../../../domain/documents.generated.ts';
import type { OrderMatchContext, OrderMatchRuleSettings } from '../order-match-facts.ts';
import type { PreregistrationStep } from './preregister-invoice.ts';
import { clearingDate } from './voucher-date.ts';
import { voucherNumber } from './voucher-number.ts';
import { voucherOutput } from './voucher-output.ts';

/** What ends a pre-registration. */
export type ClearingCause = 'receipt' | 'rejection';

/** By which rule a cause is cleared, the audit's event when a voucher was written and when none was, and the state without one. */
const CAUSES = {
  receipt: {
    rule: 'order-match.md 15',
    written: 'preregistration-cleared',
    notWritten: 'preregistration-left-to-visma',
    stateWithout: 'left-to-visma',
  },
  rejection: {
    rule: 'C032',
    written: 'preregistration-reversed',
    notWritten: 'preregistration-remains',
    stateWithout: 'remains',
  },
} as const satisfies Record<
  ClearingCause,
  { rule: string; written: string; notWritten: string; stateWithout: PreregistrationState }
>;

/**
 * Ends a pre-registration, when the invoice has been received as a whole or was rejected (order-match.md 15, C032,
 * scenarios R11, R16, R18): a batch of its own with a counter-voucher, sides swapped, amount positive, in an open
 * period, which names the original; the original stays as it is. Once: what is not `open` any more comes back as it
 * was, with nothing to send, so receipt and rejection never both clear, nor one of them twice.
 *
 * Receipt writes it unless Visma does (`counterVoucherAtReceipt` off). Rejection writes it where
 * `reversePreregistrationOnReject` is on; otherwise the liability remains, and an alert says so.
 * `context.lastVoucherNo`: the last number given in the series (`voucherCounter`), where we number it (`nextNumber`).
 */
export function clearPreregistration(
  preregistration: Preregistration | null,
  cause: ClearingCause,
  invoice: Partial<Pick<SupplierInvoice, 'kind'>>,
  settings: OrderMatchRuleSettings,
  context: Pick<OrderMatchContext, 'documentId' | 'today' | 'lastVoucherNo'>,
): PreregistrationStep {
  if (preregistration?.state !== 'open') return { preregistration, outputs: [], changes: [] };
  const { documentId, today } = context;
  const isWritten = writesVoucher(cause, settings);
  const { rule, written, notWritten, stateWithout } = CAUSES[cause];
  const subject = { kind: 'supplier-invoice', key: documentId } as const;
  const event = isWritten ? written : notWritten;
  const audit: Change = { change: 'audit', subject, event, from: null, to: null, rule };
  const without = { cause, date: today, key: null, voucher: null };
  if (!isWritten) {
    const alert: Change[] = cause === 'rejection' ? [liabilityRemains(preregistration, invoice, documentId)] : [];
    return {
      preregistration: { ...preregistration, state: stateWithout, clearing: without },
      outputs: [],
      changes: [audit, ...alert],
    };
  }
  const { voucher, changes } = counterVoucher(preregistration, settings, context);
  const { key: reversalOf, voucherSeries } = preregistration;
  const key = `${reversalOf}-reversal`;
  return {
    preregistration: { ...preregistration, state: 'cleared', clearing: { ...without, key, voucher } },
    outputs: [voucherOutput({ key, documentId, voucherSeries, reversalOf }, voucher)],
    changes: [...changes, audit],
  };
}

function writesVoucher(cause: ClearingCause, { company, orderMatch }: OrderMatchRuleSettings): boolean {
  return cause === 'receipt'
    ? orderMatch.counterVoucherAtReceipt
    : company.orderProcessing.reversePreregistrationOnReject;
}

/**
 * From which number on the series of a counter-voucher is numbered; undefined where Visma gives the numbers. A series
 * that has left the settings goes on after the number of the original: who numbered that numbers what settles it.
 */
export function nextNumber(
  { voucherSeries, voucherNo }: Pick<Preregistration, 'voucherSeries' | 'voucherNo'>,
  settings: Pick<OrderMatchRuleSettings, 'voucherSeries'>,
): number | undefined {
  const series = settings.voucherSeries.find(({ no }) => no === voucherSeries);
  if (series !== undefined) return series.next;
  return voucherNo === undefined ? undefined : voucherNo + 1;
}

/** The same figures on the other side, in the series and type of the original, whatever the settings say by now. */
function counterVoucher(
  original: Preregistration,
  settings: OrderMatchRuleSettings,
  { today, lastVoucherNo }: Pick<OrderMatchContext, 'today' | 'lastVoucherNo'>,
): { voucher: Voucher; changes: Change[] } {
  const { key: _, voucherSeries, state: __, clearing: ___, voucherNo, debitAccount, creditAccount, ...same } = original;
  const number = voucherNumber({ no: voucherSeries, next: nextNumber(original, settings) }, lastVoucherNo);
  const voucher: Voucher = {
    ...(number.voucherNo === undefined ? {} : { voucherNo: number.voucherNo }),
    ...same,
    ...(debitAccount === undefined ? {} : { creditAccount: debitAccount }),
    ...(creditAccount === undefined ? {} : { debitAccount: creditAccount }),
    date: clearingDate(original.date, today, settings.orderMatch),
    counterReference: voucherNo === undefined ? original.invoiceNo : String(voucherNo),
  };
  return { voucher, changes: number.changes };
}

function liabilityRemains(
  { invoiceNo, crossAccount, amount, currency }: Preregistration,
  { kind }: Partial<Pick<SupplierInvoice, 'kind'>>,
  documentId: string,
): Change {
  const what = kind === 'credit-note' ? 'Credit note' : 'Invoice';
  return {
    change: 'raise-alert',
    code: 'PREREGISTRATION_REMAINS',
    subject: { kind: 'supplier-invoice', key: documentId },
    text: `${what} ${invoiceNo} of supplier ${crossAccount} was rejected, and its pre-registration of ${amount} ${currency} still stands in Visma: reverse the voucher there.`,
  };
}
