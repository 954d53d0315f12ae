// A process of its own that checks the ledger of a daemon that goes on writing, and prints all that it finds.
import { setTimeout as delay } from 'node:timers/promises';
import { openLedger } from '../../src/ledger/open-ledger.ts';

const [file = '', rounds = '1'] = process.argv.slice(2);
const ledger = await openLedger({
  file,
  clock: { now: () => '2026-11-21T18:17:00.000Z', monotonicMs: () => 0 },
  newId: () => 'id',
  readOnly: true,
});
const findings: unknown[] = [];
for (let round = 0; round < Number(rounds); round += 1) {
  findings.push(...(await ledger.check('quick')), ...(await ledger.check('full')));
  await delay(1);
}
await ledger.close();
process.stdout.write(JSON.stringify(findings));
