import { mkdir } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pino from 'pino';
import { Fault } from '../domain/fault.ts';
import { acquireSiteLock } from '../ledger/site-lock.ts';
import { controlAddress } from './control-address.ts';
import { openDesk } from './desk.ts';
import { doAction } from './do-action.ts';
import type { ActionOutcome, Actor, OperatorAction } from './operator-action.ts';
import { openReader } from './reader-pool.ts';
import { watchSettings } from './settings-watch.ts';
import { asPathLog } from './site-log.ts';
import { SiteSession } from './site-session.ts';
import { systemClock } from './system-clock.ts';

export type { ActionOutcome, Actor, OperatorAction };

/**
 * Does an operator action: through the daemon where one is running, else under the site's lock, with the same
 * recovery that the daemon would do first. Each action writes one audit row: who, when, what, why.
 * Rejects with `Fault` when the site cannot be opened.
 */
export async function performAction(site: string, action: OperatorAction, actor: Actor): Promise<ActionOutcome> {
  const folder = resolve(site);
  return (await throughDaemon(folder, action, actor)) ?? (await underLock(folder, action, actor));
}

/** Undefined where no daemon answers. */
function throughDaemon(site: string, action: OperatorAction, actor: Actor): Promise<ActionOutcome | undefined> {
  return new Promise((resolvePromise, reject) => {
    const socket = createConnection(controlAddress(site));
    let answered = false;
    socket.once('error', () => resolvePromise(undefined));
    socket.once('connect', () => {
      socket.write(`${JSON.stringify({ action, actor })}\n`);
      createInterface(socket).once('line', (line) => {
        answered = true;
        resolvePromise(JSON.parse(line) as ActionOutcome);
        socket.end();
      });
      socket.once('close', () => {
        if (!answered) reject(interrupted());
      });
    });
  });
}

async function underLock(site: string, action: OperatorAction, actor: Actor): Promise<ActionOutcome> {
  const clock = systemClock(null);
  const settings = await watchSettings(site);
  await mkdir(join(site, 'state'), { recursive: true });
  const lock = await acquireSiteLock(join(site, 'state', 'lock.db'), clock);
  const reader = openReader();
  const desk = await openDesk(site);
  let fatal: unknown;
  try {
    const { session } = await SiteSession.open({
      ...{ site, once: true, desk, clock, log: asPathLog(pino({ level: 'silent' })) },
      ...{ settings: settings.current, read: reader.read },
      onFatal: (error) => {
        fatal ??= error;
      },
    });
    try {
      const outcome = await doAction(session, desk, action, actor);
      if (fatal !== undefined) throw fatal;
      return outcome;
    } finally {
      await session.close();
    }
  } finally {
    settings.close();
    await reader.close();
    await lock.release();
  }
}

function interrupted(): Fault {
  return new Fault('NOT_REACHABLE', 'The daemon ended before it answered.', {
    hint: 'Start it again and look with `ordrebro show` whether the action was done: it is, or it is not, never half.',
  });
}
