import { appendFile, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { AlertRecord } from '../domain/records.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';

/** How often the open alerts are looked at. */
const LOOK_MS = 1000;

/** Tells people outside the ledger of alerts: the file of `alerts.file`, and whoever listens. */
export interface AlertWatch {
  /** Looks now: the end of a run must not leave one untold. */
  look(): Promise<void>;
  close(): void;
}

/**
 * Watches the open alerts, wherever they were raised. Each one that is raised or taken back is appended to the file
 * as one JSON line, and told to the listener. Alerts raised before `since` that are still open are not told again.
 */
export async function watchAlerts(
  site: string,
  file: () => string,
  ledger: LedgerReader,
  since: string,
  tell: (event: 'raised' | 'cleared', alert: AlertRecord) => void,
): Promise<AlertWatch> {
  const former = (await ledger.openAlerts()).filter(({ raisedAt }) => raisedAt < since);
  let known = new Map(former.map((alert) => [alert.id, alert]));
  let turn: Promise<void> = Promise.resolve();
  const lookOnce = async (): Promise<void> => {
    const open = new Map((await ledger.openAlerts()).map((alert) => [alert.id, alert]));
    const raised = [...open.values()].filter(({ id }) => !known.has(id));
    const cleared = [...known.values()].filter(({ id }) => !open.has(id));
    known = open;
    for (const alert of raised) tell('raised', alert);
    for (const alert of cleared) tell('cleared', alert);
    await write(resolve(site, file()), raised, cleared);
  };
  const look = (): Promise<void> => {
    turn = turn.then(lookOnce).catch(() => undefined); // a full disk has its own alert, and the ledger keeps them all
    return turn;
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  return { look, close: () => clearInterval(timer) };
}

async function write(path: string, raised: AlertRecord[], cleared: AlertRecord[]): Promise<void> {
  const lines = [
    ...raised.map((alert) => ({ event: 'raised', at: alert.raisedAt, ...alert })),
    ...cleared.map((alert) => ({ event: 'cleared', at: new Date().toISOString(), ...alert })),
  ];
  if (lines.length === 0) return;
  await mkdir(dirname(path), { recursive: true });
  await appendFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
