import type { SiteSettings } from '../../domain/settings.generated.ts';
import {
  preregistrationSeries,
  type SeriesFault,
} from '../../rules/order-match/preregistration/preregistration-series.ts';
import type { SettingPath } from '../setting-node.ts';
import { refuse, type SettingsCheck, warn } from './settings-check.ts';

const SWITCH: SettingPath = ['company', 'orderProcessing', 'preregisterIncomingDocuments'];
const SERIES: SettingPath = ['company', 'preregistrationVoucherSeries'];

/** Norwegian standard accounts of the income statement: classes 3 to 8. */
const INCOME_STATEMENT = /^[3-8]/;

/**
 * What pre-registration needs (C036, C067-C069, scenario R09): a voucher series that is there, with a voucher type, that
 * with a debit account, and the account on the balance sheet (order-match.md 15). Asked when it is on; while it is off
 * only a series that is not there is worth a word. Together with automatic receipt it is refused as a whole (C043).
 */
export const checkPreregistration: SettingsCheck = (settings, yaml) => {
  const { automaticReceipt, preregisterIncomingDocuments: isOn } = settings.company.orderProcessing;
  const wanted = settings.company.preregistrationVoucherSeries;
  const found = preregistrationSeries(settings);
  if (!isOn) return isUnknown(settings) ? [warn(yaml, SERIES, unknownSeries(wanted), addSeries(wanted))] : [];
  if (automaticReceipt) return [];
  if ('lacks' in found) {
    const wrong = whatIsWrong(found, settings);
    return wrong === undefined ? [] : [refuse(yaml, wrong.path, wrong.message, wrong.hint)];
  }
  const index = settings.voucherTypes.findIndex(({ no }) => no === found.voucherType);
  return INCOME_STATEMENT.test(found.account)
    ? [warn(yaml, ['voucherTypes', index, 'debitAccount'], costAccount(found.account), BALANCE_SHEET)]
    : [];
};

const BALANCE_SHEET =
  'Use an interim account of the balance sheet, such as 1479: the cost is booked when the invoice is received.';

function costAccount(account: string): string {
  return `Account ${account} belongs to the income statement: pre-registration would book a cost that the receipt books again.`;
}

function isUnknown({ company, voucherSeries }: SiteSettings): boolean {
  const wanted = company.preregistrationVoucherSeries;
  return wanted !== null && !voucherSeries.some(({ no }) => no === wanted);
}

function unknownSeries(no: number | null): string {
  return `The voucher series ${no} of the pre-registration is not among voucherSeries.`;
}

function addSeries(no: number | null): string {
  return `Add { no: ${no}, voucherType: … } to voucherSeries.`;
}

/** Where the fault is, in words, and what to do; undefined where another check says it: a voucher type that is not there. */
function whatIsWrong(
  { lacks }: SeriesFault,
  { company, voucherSeries, voucherTypes }: SiteSettings,
): { path: SettingPath; message: string; hint: string } | undefined {
  const wanted = company.preregistrationVoucherSeries;
  const index = voucherSeries.findIndex(({ no }) => no === wanted);
  const type = voucherSeries[index]?.voucherType;
  if (lacks === 'voucher-type') {
    const message = `Voucher series ${wanted} has no voucher type, and pre-registration takes its account from it.`;
    return { path: ['voucherSeries', index], message, hint: 'Give the series a voucherType, one of voucherTypes.' };
  }
  if (lacks === 'debit-account') {
    if (!voucherTypes.some(({ no }) => no === type)) return undefined;
    const message = `Voucher type ${type} has no debit account, and pre-registration books on it.`;
    const hint = `Give voucher type ${type} a debitAccount: an interim account of the balance sheet, such as "1479".`;
    return { path: ['voucherSeries', index, 'voucherType'], message, hint };
  }
  if (wanted !== null) return { path: SERIES, message: unknownSeries(wanted), hint: addSeries(wanted) };
  const message = 'preregisterIncomingDocuments is on, and no voucher series is set for its vouchers.';
  return { path: SWITCH, message, hint: 'Set company.preregistrationVoucherSeries to one of voucherSeries.' };
}
