import type { SettingsWithLookups } from '../domain/payment-terms.ts';
import type { SiteSettings } from '../domain/settings.generated.ts';
import { PAYMENT_TERMS_FILE } from './lookups/check-payment-terms.ts';
import { readPaymentTerms } from './lookups/read-payment-terms.ts';
import { SettingsFault } from './settings-fault.ts';

/**
 * The settings of a site with what its lookups say, and the text of the lookup. Throws `SettingsFault` where a lookup
 * is wrong: half of it would count due dates that nobody agreed on.
 */
export async function withLookups(
  siteDir: string,
  settings: SiteSettings,
): Promise<{ settings: SettingsWithLookups; termsText: string }> {
  const entities = settings.entities.map(({ id }) => id);
  const { paymentTerms, findings, text } = await readPaymentTerms(siteDir, entities);
  if (findings.length > 0) throw new SettingsFault(PAYMENT_TERMS_FILE, findings, text);
  return { settings: { ...settings, paymentTerms }, termsText: text };
}
