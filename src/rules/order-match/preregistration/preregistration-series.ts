import type { Reason } from '../../../domain/decision.ts';
import type { SiteSettings } from '../../../domain/settings.generated.ts';

/** The settings that say in which series, and on which account, an invoice is pre-registered. */
export type VoucherSettings = Pick<SiteSettings, 'company' | 'voucherSeries' | 'voucherTypes'>;

/** A voucher series that can be used: with a voucher type, and that with a debit account. */
export interface PreregistrationSeries {
  no: number;
  voucherType: number;
  /** The ledger account of the voucher: an interim account of the balance sheet. */
  account: string;
  /** First number that Ordrebro gives; undefined where Visma gives the numbers. */
  next: number | undefined;
}

/** What keeps the series from being used, the number that is meant, and the setting that is to be put right. */
export interface SeriesFault {
  lacks: 'series' | 'voucher-type' | 'debit-account';
  actual?: string;
  setting: 'company.preregistrationVoucherSeries' | 'voucherSeries' | 'voucherTypes';
}

/**
 * The voucher series of the pre-registration (C036): it must be set (C067), be among the series, have a voucher type
 * (C068), and the type a debit account (C069). Settings that lack one are refused when they are saved and at the
 * start; the match asks again, so that nothing is ever half-written.
 */
export function preregistrationSeries(settings: VoucherSettings): PreregistrationSeries | SeriesFault {
  const wanted = settings.company.preregistrationVoucherSeries;
  if (wanted === null) return { lacks: 'series', setting: 'company.preregistrationVoucherSeries' };
  const series = settings.voucherSeries.find(({ no }) => no === wanted);
  if (series === undefined) return { lacks: 'series', actual: String(wanted), setting: 'voucherSeries' };
  const { voucherType } = series;
  if (voucherType === undefined) return { lacks: 'voucher-type', actual: String(wanted), setting: 'voucherSeries' };
  const account = settings.voucherTypes.find(({ no }) => no === voucherType)?.debitAccount?.trim() ?? '';
  if (account === '') return { lacks: 'debit-account', actual: String(voucherType), setting: 'voucherTypes' };
  return { no: wanted, voucherType, account, next: series.next };
}

/** The reason of a document that cannot be pre-registered as the settings are (status 7, scenario R09). */
export function seriesReason(fault: SeriesFault): Reason {
  const { lacks, actual, setting } = fault;
  return {
    code: 'PREREGISTRATION_SERIES',
    at: lacks,
    ...(actual === undefined ? {} : { actual }),
    setting: `mappings/site.yaml ${setting}`,
  };
}
