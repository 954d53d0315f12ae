import type { Finding } from '../domain/decision.ts';
import type { SiteSettings } from '../domain/settings.generated.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import type { ParsedSettings } from '../settings/parse-settings.ts';

const CHARGE_PRODUCTS = ['freightProduct', 'feeAndRoundingProduct'] as const;

/**
 * The products of freight and fees that the product file does not have (C013): invoices with such charges would be
 * status 11. One warning for each that is set; nothing before the first product has come, when there is no file to be missing from.
 */
export async function chargeProductFindings(
  ledger: LedgerReader,
  { company }: SiteSettings,
  place: ParsedSettings['place'],
): Promise<Finding[]> {
  const { rows } = await ledger.list({ kind: 'product', conditions: [], limit: 1, offset: 0 });
  if (rows.length === 0) return [];
  const set = CHARGE_PRODUCTS.flatMap((key) => (company[key] === null ? [] : [{ key, productNo: company[key] }]));
  const known = await ledger.documents(
    'product',
    set.map(({ productNo }) => productNo),
  );
  const missing = set.filter(({ productNo }) => !known.some(({ key }) => key === productNo));
  return missing.map(({ key, productNo }) => ({
    code: 'SETTINGS_WARNING',
    severity: 'warning',
    message: `Product ${productNo} of company.${key} is not in the product file: invoices with such charges are left in status 11.`,
    hint: `Make product ${productNo} in Visma and send it, or set company.${key} to one that exists.`,
    at: place(['company', key]),
  }));
}
