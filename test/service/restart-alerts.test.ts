import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { runSite } from '../../src/service/run-site.ts';
import { statusReport } from '../../src/service/status-report.ts';
import { emptySite, logOf } from '../support/run-in-process.ts';
import { writeSettings } from '../support/site.ts';

const SWITCHED_ON = { channels: { commands: { enabled: true } } };

it('a channel that is switched on while the daemon runs needs a restart, and status and log say so until then', async () => {
  const site = await emptySite();
  const alerts = async () =>
    (await statusReport(site.dir, '2026-11-21T12:00:00.000Z')).alerts.map(
      ({ code, subject }) => `${code} ${subject.key}`,
    );
  const until = async (count: number) => {
    for (let tries = 0; tries < 150 && (await alerts()).length !== count; tries += 1) await delay(100);
    return alerts();
  };
  const stop = new AbortController();
  let ready = (): void => undefined;
  const isReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const running = runSite({
    ...{ site: site.dir, once: false, now: null, logLevel: 'info', signal: stop.signal },
    onReady: () => ready(),
  });
  try {
    await isReady;
    expect(await alerts()).toEqual([]);
    await writeSettings(site, SWITCHED_ON);
    expect(await until(1)).toEqual(['RESTART_NEEDED channels.commands.enabled']);
    await writeSettings(site, {});
    expect(await until(0)).toEqual([]);
  } finally {
    stop.abort();
    await running;
  }
  expect(await logOf(site)).toContain('restart-needed');
});
