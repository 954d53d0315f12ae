import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LedgerFinding } from '../pipeline/ledger-port.ts';
import type { Path } from '../pipeline/path.ts';

/** The first full check comes when a start has calmed down, the next ones once a day. */
const FIRST_MS = 60_000;
const EVERY_MS = 24 * 60 * 60 * 1000;

/**
 * Reads the whole ledger and its audit chain in the background, beside the work: what the check at start leaves out
 * because it grows with history. What is found raises an alert; the daemon goes on. Gives the way to end it.
 */
export function checkInBackground(path: Path, firstMs: number = FIRST_MS): () => Promise<void> {
  let worker: Worker | undefined;
  const run = (): void => {
    worker = new Worker(new URL(`./ledger-check-worker${extname(import.meta.filename)}`, import.meta.url), {
      workerData: join(path.site, 'state', 'ledger.db'),
    });
    worker.once('message', (findings: LedgerFinding[]) => tell(path, findings));
    worker.once('error', (error: Error) => path.log.warn('ledger-check-failed', { error: error.message }));
    worker.unref();
  };
  const first = setTimeout(run, firstMs);
  const daily = setInterval(run, EVERY_MS);
  return async () => {
    clearTimeout(first);
    clearInterval(daily);
    await worker?.terminate();
  };
}

function tell(path: Path, findings: readonly LedgerFinding[]): void {
  path.log.info('ledger-checked', { findings: findings.length });
  for (const { code, what, where } of findings) {
    const subject = { kind: 'ledger', key: where };
    path.riders.changes.push({ change: 'raise-alert', code, subject, text: `${where}: ${what}` });
  }
  if (findings.length > 0) path.riders.added();
}
