import { join, resolve } from 'node:path';
import type { Low } from 'lowdb';
import { daysOf } from '../domain/retention.ts';
import { acquireSiteLock } from '../ledger/site-lock.ts';
import { askDaemon } from './ask-daemon.ts';
import { faultBehind } from '../pipeline/steps/commit-together.ts';
import { type DeskRecords, openDesk } from './desk.ts';
import { doAction } from './do-action.ts';
import { makeStateFolder } from './make-state-folder.ts';
import type { Language } from '../texts/text.ts';
import type { ActionOutcome, ActionRequest, Actor, OperatorAction } from './operator-action.ts';
import { runExamples } from './mapping-tools/run-examples.ts';
import { watchMappings } from './mappings-watch.ts';
import { openReader } from './reader-pool.ts';
import { watchSettings } from './settings-watch.ts';
import { openSiteLog } from './site-log.ts';
import { SiteSession } from './site-session.ts';
import { systemClock } from './system-clock.ts';

export type { ActionOutcome, Actor, OperatorAction };

/** What is done without a daemon stands in the log with the same detail as what a daemon does. */
const LOG_LEVEL = 'info';

/**
 * Does an operator action: through the daemon where one is running, else under the site's lock, with the same
 * recovery that the daemon would do first, and logged as it would. Each action writes one audit row: who, when, what,
 * why. Rejects with `Fault` when the site cannot be opened, or when a daemon ended before it answered.
 * `now`: pretend it is this instant, for rehearsals; a running daemon has its own clock, and then the site is refused.
 * `language`: what the answer is written in; null: the language of the site.
 */
export async function performAction(
  site: string,
  action: OperatorAction,
  actor: Actor,
  now: string | null = null,
  language: Language | null = null,
): Promise<ActionOutcome> {
  const folder = resolve(site);
  const request = { action, actor, language };
  const asked = now === null ? await askDaemon(folder, request) : undefined;
  return asked ?? (await underLock(folder, request, now));
}

async function underLock(site: string, request: ActionRequest, now: string | null): Promise<ActionOutcome> {
  const held = new AsyncDisposableStack(); // let go of in the opposite order, whatever happens
  try {
    const { session, desk, died } = await openSession(site, held, now);
    const outcome = await doAction(session, desk, request.action, request.actor, request.language);
    died();
    return outcome;
  } finally {
    await held.disposeAsync();
  }
}

/** What a daemon would have opened. `died` throws what has ended the session meanwhile. */
async function openSession(
  site: string,
  held: AsyncDisposableStack,
  now: string | null,
): Promise<{ session: SiteSession; desk: Low<DeskRecords>; died: () => void }> {
  const clock = systemClock(now);
  const settings = await watchSettings(site);
  held.defer(() => settings.close());
  const mappings = await watchMappings(site, settings, runExamples);
  held.defer(() => mappings.close());
  await makeStateFolder(site);
  const lock = await acquireSiteLock(join(site, 'state', 'lock.db'), clock);
  held.defer(() => lock.release());
  const log = await openSiteLog(site, LOG_LEVEL, daysOf(settings.current().retention.logs));
  held.defer(() => log.close());
  const reader = openReader();
  held.defer(() => reader.close());
  const desk = await openDesk(site);
  let fatal: unknown;
  const abort = new AbortController();
  const { session } = await SiteSession.open({
    ...{ site, once: true, desk, clock, log, settings: settings.current, read: reader.read },
    mappings: mappings.current,
    abort,
    onFatal: (error) => {
      fatal ??= error;
      abort.abort();
    },
  });
  held.defer(() => session.close());
  const died = (): void => {
    if (fatal !== undefined) throw faultBehind(fatal);
  };
  return { session, desk, died };
}
