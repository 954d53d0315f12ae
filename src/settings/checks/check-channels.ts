import type { Finding } from '../../domain/decision.ts';
import type { SiteSettings } from '../../domain/settings.generated.ts';
import { type SettingsCheck, warn } from './settings-check.ts';

/** Times of a channel that contradict each other. */
export const checkChannels: SettingsCheck = ({ channels }, yaml) => {
  const findings: Finding[] = [];
  for (const name of Object.keys(channels) as (keyof SiteSettings['channels'])[]) {
    const { settleMs, stuckMs, retry } = channels[name];
    if (stuckMs < settleMs) {
      const message = `${name}: stuckMs (${stuckMs}) is shorter than settleMs (${settleMs}): a file that is still being written may be refused as cut off.`;
      findings.push(warn(yaml, ['channels', name, 'stuckMs'], message, 'Let stuckMs be several times settleMs.'));
    }
    if (retry.maxMs < retry.firstMs) {
      const message = `${name}: retry.maxMs (${retry.maxMs}) is shorter than retry.firstMs (${retry.firstMs}), and counts.`;
      findings.push(warn(yaml, ['channels', name, 'retry', 'maxMs'], message, 'Let maxMs be at least firstMs.'));
    }
  }
  return findings;
};
