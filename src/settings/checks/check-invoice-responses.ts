import type { Finding } from '../../domain/decision.ts';
import type { SiteSettings } from '../../domain/settings.generated.ts';
import { note, refuse, type SettingsCheck } from './settings-check.ts';

/** Answers to invoices need a way out, and only invoices are answered. */
export const checkInvoiceResponses: SettingsCheck = ({ channels }, yaml) => {
  const findings: Finding[] = [];
  const mode = channels.invoices.invoiceResponse;
  if (mode !== 'off' && !channels.suppliers.enabled) {
    const message = `invoices: invoiceResponse is ${mode}, and the channel that takes the answers out, suppliers, is off.`;
    const hint = 'Set channels.suppliers.enabled to true, or invoiceResponse to off.';
    findings.push(refuse(yaml, ['channels', 'invoices', 'invoiceResponse'], message, hint));
  }
  for (const name of Object.keys(channels) as (keyof SiteSettings['channels'])[]) {
    const path = ['channels', name, 'invoiceResponse'];
    if (name === 'invoices' || !yaml.says(path.join('.'))) continue;
    const message = `${name}: invoiceResponse has no effect here: only the invoices channel takes in invoices.`;
    findings.push(note(yaml, path, message, 'Set channels.invoices.invoiceResponse instead.'));
  }
  return findings;
};
