import { INBOX_NAMES } from '../domain/channel.table.ts';
import type { SiteSettings } from '../domain/settings.generated.ts';
import type { Path } from '../pipeline/path.ts';

/**
 * Says of each inbox that changed settings switch on or off that this counts from the next start: an alert and a line in the
 * log; takes the alert back where the settings are again as the channels run. `settings`: those that came into force.
 */
export function tellOfRestarts(path: Path, settings: Pick<SiteSettings, 'channels'>): void {
  for (const channel of INBOX_NAMES) {
    const { enabled } = settings.channels[channel];
    const subject = restartSubject(channel);
    if (enabled === path.inboxes.has(channel)) {
      path.riders.changes.push({ change: 'clear-alert', code: 'RESTART_NEEDED', subject });
      continue;
    }
    const text = `inbox/${channel} is switched ${enabled ? 'on' : 'off'}: this needs a restart of the daemon.`;
    path.log.warn('restart-needed', { channel, enabled });
    path.riders.changes.push({ change: 'raise-alert', code: 'RESTART_NEEDED', subject, text });
  }
}

/** What the alert about a channel speaks of: the setting. */
export function restartSubject(channel: string): { kind: string; key: string } {
  return { kind: 'settings', key: `channels.${channel}.enabled` };
}
