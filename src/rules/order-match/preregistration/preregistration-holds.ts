import { currencyDecimals } from '../../../domain/currency.table.ts';
import { isZero } from '../../../domain/decimal.ts';
import type { Reason } from '../../../domain/decision.ts';
import type { Preregistration, SupplierInvoice } from '../../../domain/documents.generated.ts';
import { ORDER_MATCH_STATUSES } from '../../../domain/order-match-status.table.ts';
import type { ReasonCode } from '../../../domain/reason.table.ts';
import { amountText } from '../amount-text.ts';
import { statusOf } from '../order-match-status.ts';
import { preregistrationSeries, seriesReason, type VoucherSettings } from './preregistration-series.ts';
import { voucherAmount } from './voucher-amount.ts';

const SWITCH = 'mappings/site.yaml company.orderProcessing.preregisterIncomingDocuments';

/** Reasons for which nobody can say yet that we owe the money: a voucher would book it twice, for another company, or on the wrong side. */
const IN_DOUBT: ReadonlySet<ReasonCode> = new Set([
  'DUPLICATE',
  'NEAR_DUPLICATE',
  'BUYER_MISMATCH',
  'TYPE_CODE_CONTRADICTS',
]);

/**
 * What pre-registration says about a document (order-match.md 15): a matched one (4 or 8) waits for a person,
 * `PREREGISTERED`. That reason means that there is a voucher: the one of an earlier decision (`earlier`), whatever the
 * settings say by now, or one that this decision writes. Where none may be written the reason says why, and the
 * document is held all the same. Nothing where pre-registration is off (C072) and the document has no voucher.
 */
export function preregistrationHolds(
  reasons: readonly Reason[],
  invoice: SupplierInvoice,
  settings: VoucherSettings,
  earlier: Preregistration | null,
): Reason[] {
  const isOn = settings.company.orderProcessing.preregisterIncomingDocuments;
  if ((!isOn && earlier === null) || !ORDER_MATCH_STATUSES[statusOf(reasons)].isMatched) return [];
  const held: Reason = { code: 'PREREGISTERED', ...(isOn ? { setting: SWITCH } : {}) };
  return earlier === null ? [whyNone(reasons, invoice, settings) ?? held] : [held];
}

/** Why a matched document gets no voucher; undefined where it gets one. */
function whyNone(reasons: readonly Reason[], invoice: SupplierInvoice, settings: VoucherSettings): Reason | undefined {
  const doubt = reasons.find(({ code }) => IN_DOUBT.has(code));
  if (doubt !== undefined) {
    return { code: 'PREREGISTRATION_WITHHELD', ...(doubt.at === undefined ? {} : { at: doubt.at }), setting: SWITCH };
  }
  const amount = voucherAmount(invoice);
  if (amount === undefined) return { code: 'MISSING_VALUE', at: 'payable', setting: SWITCH };
  if (isZero(amount)) {
    const actual = amountText(amount, currencyDecimals(invoice.currency));
    return { code: 'PREREGISTRATION_WITHHELD', at: 'payable', actual, setting: SWITCH };
  }
  const series = preregistrationSeries(settings);
  return 'lacks' in series ? seriesReason(series) : undefined;
}
