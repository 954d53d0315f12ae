import { canonicalText } from '../domain/canonical-text.ts';
import type { SettingsWithLookups } from '../domain/payment-terms.ts';

/** Would invoices be decided the same with either? Channels, retention and the like decide nothing. */
export function decideAlike(one: SettingsWithLookups, other: SettingsWithLookups): boolean {
  return deciding(one) === deciding(other);
}

function deciding(settings: SettingsWithLookups): string {
  const { company, orderMatch, voucherSeries, voucherTypes, entities, paymentTerms = [] } = settings;
  return canonicalText({ company, orderMatch, voucherSeries, voucherTypes, entities, paymentTerms });
}
