import { join } from 'node:path';
import { readWhole } from '../disk/read-whole.ts';
import type { Finding } from '../domain/decision.ts';
import { Fault } from '../domain/fault.ts';
import type { SiteSettings } from '../domain/settings.generated.ts';
import { textSource, wholeText } from '../formats/text/text-source.ts';
import { checkPaymentTerms, PAYMENT_TERMS_FILE } from '../settings/lookups/check-payment-terms.ts';
import { readSettings, SETTINGS_FILE } from '../settings/load-settings.ts';
import { freightWordFindings } from './freight-word-findings.ts';

/** Everything that was found, and the texts that the findings speak of, by file: to show the lines. */
export interface SiteCheck {
  findings: Finding[];
  sources: Readonly<Record<string, string>>;
}

/**
 * All that `check` looks at: site.yaml, the lookups, and what the settings make of the master data in the ledger.
 * Findings are data; throws only `SITE_NOT_FOUND` and faults of reading.
 */
export async function checkSite(site: string): Promise<SiteCheck> {
  const { settings, findings, sourceText } = await readSettings(site);
  const terms = await paymentTerms(site, settings);
  return {
    findings: [...findings, ...terms.findings, ...(settings === undefined ? [] : await ofMasterData(site, settings))],
    sources: { [SETTINGS_FILE]: sourceText, [PAYMENT_TERMS_FILE]: terms.text },
  };
}

/** A site without the file has no terms of its own; that is nothing to complain of. */
async function paymentTerms(
  site: string,
  settings: SiteSettings | undefined,
): Promise<{ findings: Finding[]; text: string }> {
  const bytes = await readWhole(join(site, PAYMENT_TERMS_FILE));
  if (bytes === undefined || settings === undefined) return { findings: [], text: '' };
  try {
    const text = wholeText(textSource(bytes));
    const entities = settings.entities.map(({ id }) => id);
    return { findings: checkPaymentTerms(text, entities), text };
  } catch (error) {
    return { findings: [unreadable(error, 'error', 'Save the file as UTF-8.', PAYMENT_TERMS_FILE)], text: '' };
  }
}

/** A ledger that cannot be read is the business of `doctor`: here it is only said what could not be looked at. */
async function ofMasterData(site: string, settings: SiteSettings): Promise<Finding[]> {
  try {
    return await freightWordFindings(site, settings);
  } catch (error) {
    return [unreadable(error, 'warning', 'The freight words were not checked. "ordrebro doctor" tells more.')];
  }
}

function unreadable(error: unknown, severity: 'error' | 'warning', hint: string, file?: string): Finding {
  if (!(error instanceof Fault)) throw error;
  const code = file === undefined ? error.code : 'SETTINGS_INVALID';
  return { code, severity, message: error.message, hint, ...(file === undefined ? {} : { at: { ...error.at, file } }) };
}
