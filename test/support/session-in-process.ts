import type { SiteSettings } from '../../src/domain/settings.generated.ts';
import type { MappingsInForce } from '../../src/mapping/language/mappings-in-force.ts';
import { openDesk } from '../../src/service/desk.ts';
import { runExamples } from '../../src/service/mapping-tools/run-examples.ts';
import { watchMappings } from '../../src/service/mappings-watch.ts';
import { openReader } from '../../src/service/reader-pool.ts';
import { watchSettings } from '../../src/service/settings-watch.ts';
import { openSiteLog } from '../../src/service/site-log.ts';
import { SiteSession } from '../../src/service/site-session.ts';
import { systemClock } from '../../src/service/system-clock.ts';
import type { TestSite } from './site.ts';

/**
 * A session of a site as an operator action opens it, for tests that break its world. `close` lets go of everything,
 * whatever was broken. `more`: mappings, and what the documents leave by, instead of those that lie there;
 * from how many bytes on a file counts as large.
 */
export async function openSession(
  site: TestSite,
  onFatal: (error: unknown) => void = (error) => {
    throw error;
  },
  more: { mappings?: () => MappingsInForce; outputs?: Partial<SiteSettings['outputs']>; largeBytes?: number } = {},
) {
  const abort = new AbortController();
  const settings = await watchSettings(site.dir);
  const mappings = await watchMappings(site.dir, settings, runExamples);
  const log = await openSiteLog(site.dir, 'info', 90);
  const reader = openReader(more.largeBytes);
  const withOutputs = () => {
    const current = settings.current();
    return { ...current, outputs: { ...current.outputs, ...more.outputs } };
  };
  const desk = await openDesk(site.dir);
  const { session } = await SiteSession.open({
    ...{ site: site.dir, once: true, desk, clock: systemClock(null), log, read: reader.read },
    ...{ mappings: more.mappings ?? mappings.current, settings: withOutputs, abort, onFatal },
  });
  const close = async () => {
    await session.close();
    await mappings.close();
    await settings.close();
    await reader.close();
    await log.close();
  };
  return { session, desk, abort, close };
}
