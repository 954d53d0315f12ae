import { didYouMean } from '../../domain/did-you-mean.ts';
import type { Finding } from '../../domain/decision.ts';
import { refuse, type SettingsCheck } from './settings-check.ts';

/** Time zone, currency and entities: names that only lists know. */
export const checkSite: SettingsCheck = ({ site, entities }, yaml) => {
  const findings: Finding[] = [];
  if (!isTimeZone(site.timeZone)) {
    const meant = didYouMean(site.timeZone, Intl.supportedValuesOf('timeZone'));
    const hint = meant === undefined ? 'Names of time zones look like "Europe/Oslo".' : `Did you mean "${meant}"?`;
    findings.push(refuse(yaml, ['site', 'timeZone'], `There is no time zone "${site.timeZone}".`, hint));
  }
  if (!Intl.supportedValuesOf('currency').includes(site.currency)) {
    findings.push(
      refuse(
        yaml,
        ['site', 'currency'],
        `"${site.currency}" is no currency of ISO 4217.`,
        'Write the code of three letters, such as NOK or EUR.',
      ),
    );
  }
  const seen = new Set<string>();
  for (const [index, { id }] of entities.entries()) {
    const folded = id.toLowerCase();
    if (seen.has(folded))
      findings.push(
        refuse(yaml, ['entities', index, 'id'], `The entity "${id}" is there twice.`, 'Give each entity its own id.'),
      );
    seen.add(folded);
  }
  return findings;
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(name);
  } catch {
    return false;
  }
}
