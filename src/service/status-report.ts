import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isIgnoredName } from '../channels/ignored-name.ts';
import type { InboxName } from '../domain/settings.generated.ts';
import { daemonAnswers } from './daemon-answers.ts';
import { openDesk } from './desk.ts';
import { openSite } from './open-site.ts';
import { statusCounts, type StatusReport } from './status-counts.ts';

/**
 * One screen about a site: what flows, what waits for a person, what fails, and the last file of each channel. Reads beside
 * a running daemon. `now`: the instant that lateness is counted at. Throws `SITE_NOT_FOUND` and `SETTINGS_INVALID`.
 */
export async function statusReport(site: string, now: string): Promise<StatusReport> {
  const open = await openSite(site);
  try {
    const desk = await openDesk(site);
    const enabled = (Object.keys(open.settings.channels) as InboxName[]).filter(
      (name) => open.settings.channels[name].enabled,
    );
    const waiting = await Promise.all(enabled.map((channel) => filesWaiting(join(site, 'inbox', channel))));
    return await statusCounts(open, {
      paused: desk.data.pausedChannels.map((channel) => channel.name),
      muted: desk.data.mutedAlerts,
      waitingInInboxes: waiting.reduce((total, count) => total + count, 0),
      running: await daemonAnswers(resolve(site)),
      now,
    });
  } finally {
    await open.close();
  }
}

/** Files that lie in an inbox, not taken yet. A folder that cannot be read counts as empty: `doctor` says so. */
async function filesWaiting(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile() && !isIgnoredName(entry.name)).length;
}
