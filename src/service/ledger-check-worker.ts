import { parentPort, workerData } from 'node:worker_threads';
import { openLedger } from '../ledger/open-ledger.ts';
import { newId } from './new-id.ts';
import { systemClock } from './system-clock.ts';

/** Reads the whole ledger on a thread and a connection of its own, and tells what it found. */
const ledger = await openLedger({ file: workerData as string, clock: systemClock(null), newId, readOnly: true });
try {
  parentPort?.postMessage(await ledger.check('full'));
} finally {
  await ledger.close();
}
