import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import pinoRoll from 'pino-roll';
import type { PathLog } from '../pipeline/path.ts';

/** Keys whose values never reach a log, at any depth that we log. */
const SECRETS = new Set(['password', 'token', 'secret', 'authorization']);
const REDACTED = [...SECRETS].flatMap((key) => [key, `*.${key}`]);
/** A new log file each day, and whenever one has become this large. */
const MAX_LOG_SIZE = '100m';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A file of this log, and the day that it is of. Whatever else lies in the folder is not ours to remove. */
const LOG_NAME = /^ordrebro\.(\d{4}-\d{2}-\d{2})\.\d+\.log$/;

/** The site's log: `state/logs/ordrebro.<date>.<n>.log`, one JSON line per step, rotated daily and by size. */
export interface SiteLog extends PathLog {
  close(): Promise<void>;
}

/** Opens the log of a site. Files older than `keepDays` are removed now and once a day: by their date, however many there are of a day. */
export async function openSiteLog(site: string, level: string, keepDays: number): Promise<SiteLog> {
  const folder = join(site, 'state', 'logs');
  await removeOldLogs(folder, keepDays);
  const daily = setInterval(() => void removeOldLogs(folder, keepDays), DAY_MS).unref();
  const stream = await pinoRoll({
    file: join(folder, 'ordrebro'),
    extension: '.log',
    frequency: 'daily',
    dateFormat: 'yyyy-MM-dd',
    size: MAX_LOG_SIZE,
    mkdir: true,
    minLength: 4096,
    sync: false,
    periodicFlush: 1000,
  });
  // A full disk must not stop the daemon for its log's sake: what cannot be written is dropped, and the alert tells of the disk.
  stream.on('error', () => undefined);
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const plain = pino(options, stream);
  const redacting = pino({ ...options, redact: REDACTED }, stream);
  return {
    ...asPathLog((data) => (canHoldSecret(data) ? redacting : plain)),
    close: () =>
      new Promise((resolve) => {
        clearInterval(daily);
        stream.on('close', resolve);
        stream.flush(() => stream.end());
      }),
  };
}

/** A pino logger as the path writes to it: the event is the message, so that it can be searched for. */
function asPathLog(loggerFor: (data: Record<string, unknown>) => Logger): PathLog {
  return {
    debug: (event, data) => loggerFor(data).debug(data, event),
    info: (event, data) => loggerFor(data).info(data, event),
    warn: (event, data) => loggerFor(data).warn(data, event),
    error: (event, data) => loggerFor(data).error(data, event),
  };
}

/** Looking for what is to be redacted costs as much as the line, and nearly every line is a few plain words. */
function canHoldSecret(data: Record<string, unknown>): boolean {
  for (const key in data) if (SECRETS.has(key) || typeof data[key] === 'object') return true;
  return false;
}

/** A log that cannot be removed now is removed another day: logs are never a reason to stop. */
async function removeOldLogs(folder: string, keepDays: number): Promise<void> {
  const oldest = Temporal.Now.plainDateISO().subtract({ days: keepDays }).toString();
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const day = LOG_NAME.exec(name)?.[1];
    if (day !== undefined && day < oldest) await unlink(join(folder, name)).catch(() => undefined);
  }
}
