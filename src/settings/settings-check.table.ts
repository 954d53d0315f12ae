import { checkChannels } from './checks/check-channels.ts';
import { checkInvoiceResponses } from './checks/check-invoice-responses.ts';
import { checkMandatoryValues } from './checks/check-mandatory-values.ts';
import { checkNotInUse } from './checks/check-not-in-use.ts';
import { checkOrderProcessing } from './checks/check-order-processing.ts';
import { checkPatterns } from './checks/check-patterns.ts';
import { checkPreregistration } from './checks/check-preregistration.ts';
import { checkSite } from './checks/check-site.ts';
import { checkTolerances } from './checks/check-tolerances.ts';
import { checkVouchers } from './checks/check-vouchers.ts';
import type { SettingsCheck } from './checks/settings-check.ts';

/** Every check that looks at more than one value, in the order in which findings are shown. */
export const SETTINGS_CHECKS: readonly SettingsCheck[] = [
  checkSite,
  checkOrderProcessing,
  checkTolerances,
  checkPatterns,
  checkMandatoryValues,
  checkVouchers,
  checkPreregistration,
  checkChannels,
  checkInvoiceResponses,
  checkNotInUse,
];
