import type { Finding } from '../domain/decision.ts';
import { Fault } from '../domain/fault.ts';
import type { SiteSettings } from '../domain/settings.generated.ts';
import type { MappingSet } from '../mapping/language/mapping-set.ts';
import { PAYMENT_TERMS_FILE } from '../settings/lookups/check-payment-terms.ts';
import { readPaymentTerms } from '../settings/lookups/read-payment-terms.ts';
import { readSettings, SETTINGS_FILE } from '../settings/load-settings.ts';
import { checkOutputs } from '../settings/mappings/check-outputs.ts';
import { loadMappings, textsOf } from '../settings/mappings/load-mappings.ts';
import type { ParsedSettings } from '../settings/parse-settings.ts';
import { chargeProductFindings } from './charge-product-findings.ts';
import { freightWordFindings } from './freight-word-findings.ts';
import { mappingsOf } from './good-mappings.ts';
import { runExamples } from './mapping-tools/run-examples.ts';
import { openSite } from './open-site.ts';

/** Everything that was found, and the texts that the findings speak of, by file: to show the lines. */
export interface SiteCheck {
  findings: Finding[];
  sources: Readonly<Record<string, string>>;
}

/**
 * All that `check` looks at: site.yaml, the lookups, the mappings with their examples, and what the settings make of the master data in the ledger.
 * Findings are data; throws only `SITE_NOT_FOUND` and faults of reading.
 */
export async function checkSite(site: string): Promise<SiteCheck> {
  const { settings, findings, sourceText, place } = await readSettings(site);
  const { mappings, findings: ofMappings } = await loadMappings(site);
  const entities = settings?.entities.map(({ id }) => id);
  const terms = entities === undefined ? undefined : await readPaymentTerms(site, entities);
  return {
    findings: [
      ...findings,
      ...(terms?.findings ?? []),
      ...(settings === undefined ? [] : checkOutputs(settings, mappings.set, place)),
      ...ofMappings,
      ...(await ofExamples(site, mappings.set, settings?.site.timeZone)),
      ...(settings === undefined ? [] : await ofMasterData(site, settings, place)),
    ],
    sources: { ...textsOf(mappings.sources), [SETTINGS_FILE]: sourceText, [PAYMENT_TERMS_FILE]: terms?.text ?? '' },
  };
}

/** Examples of the site's own mappings: one that fails keeps its mapping from coming into force. */
async function ofExamples(site: string, set: MappingSet, timeZone: string | undefined): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const mapping of mappingsOf(set))
    if (!mapping.shipped) findings.push(...(await runExamples(site, set, mapping, timeZone)));
  return findings;
}

/** A ledger that cannot be read is the business of `doctor`: here it is only said what could not be looked at. */
async function ofMasterData(site: string, settings: SiteSettings, place: ParsedSettings['place']): Promise<Finding[]> {
  try {
    const { ledger, close } = await openSite(site);
    try {
      return [
        ...(await chargeProductFindings(ledger, settings, place)),
        ...(await freightWordFindings(ledger, settings)),
      ];
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const hint = 'The freight words and the products of charges were not checked. "ordrebro doctor" tells more.';
    return [{ code: error.code, severity: 'warning', message: error.message, hint }];
  }
}
