import { dateInZone } from '../../domain/plain-date.ts';
import type { SettingsWithLookups } from '../../domain/payment-terms.ts';
import type { OrderMatchResult } from '../../domain/documents.generated.ts';
import { nextNumber } from '../../rules/order-match/preregistration/clear-preregistration.ts';
import { voucherCounter } from '../../rules/order-match/preregistration/voucher-number.ts';
import type { ProcessingContext } from '../../rules/order-match/processings/processing.ts';
import { numberedSeries } from './gather-facts.ts';

/**
 * When a processing of an invoice is done, and the last number of the series in which it may write a voucher: one that ends
 * a pre-registration goes on in its series, one that is written first is of the settings' series. Without `lastNumber`,
 * for a preview, no number is looked up.
 */
export async function processingContext(
  { preregistration }: Pick<OrderMatchResult, 'preregistration'>,
  settings: SettingsWithLookups,
  now: string,
  lastNumber: ((counter: string) => Promise<number>) | undefined,
): Promise<ProcessingContext> {
  const ending =
    preregistration !== null && nextNumber(preregistration, settings) !== undefined
      ? preregistration.voucherSeries
      : undefined;
  const series = preregistration === null ? numberedSeries(settings) : ending;
  const lastVoucherNo = series === undefined ? undefined : await lastNumber?.(voucherCounter(series));
  const today = dateInZone(now, settings.site.timeZone);
  return { now, today, ...(lastVoucherNo === undefined ? {} : { lastVoucherNo }) };
}
