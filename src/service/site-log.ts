import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import pinoRoll from 'pino-roll';
import type { PathLog } from '../pipeline/path.ts';

/** Keys whose values never reach a log, at any depth that we log. */
const REDACTED = [
  'password',
  'token',
  'secret',
  'authorization',
  '*.password',
  '*.token',
  '*.secret',
  '*.authorization',
];
/** One log file a day, at most this large, kept as long as `retention.logs` says. */
const MAX_LOG_SIZE = '100m';

/** The site's log: `state/logs/ordrebro.<date>.<n>.log`, one JSON line per step, rotated daily and by size. */
export interface SiteLog extends PathLog {
  close(): Promise<void>;
}

/** Opens the log of a site. `keepDays`: how many days of logs are kept. */
export async function openSiteLog(site: string, level: string, keepDays: number): Promise<SiteLog> {
  const stream = await pinoRoll({
    file: join(site, 'state', 'logs', 'ordrebro'),
    extension: '.log',
    frequency: 'daily',
    dateFormat: 'yyyy-MM-dd',
    size: MAX_LOG_SIZE,
    mkdir: true,
    limit: { count: keepDays, removeOtherLogFiles: true },
    minLength: 4096,
    sync: false,
    periodicFlush: 1000,
  });
  // A full disk must not stop the daemon for its log's sake: what cannot be written is dropped, and the alert tells of the disk.
  stream.on('error', () => undefined);
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: REDACTED }, stream);
  return {
    ...asPathLog(logger),
    close: () =>
      new Promise((resolve) => {
        stream.on('close', resolve);
        stream.flush(() => stream.end());
      }),
  };
}

/** A pino logger as the path writes to it: the event is the message, so that it can be searched for. */
export function asPathLog(logger: Logger): PathLog {
  return {
    debug: (event, data) => logger.debug(data, event),
    info: (event, data) => logger.info(data, event),
    warn: (event, data) => logger.warn(data, event),
    error: (event, data) => logger.error(data, event),
  };
}
