// A process of its own that takes a site's lock, says so, and keeps it until it is killed.
import { acquireSiteLock } from '../../src/ledger/site-lock.ts';

const [file = ''] = process.argv.slice(2);
await acquireSiteLock(file, { now: () => '2026-11-21T18:17:00.000Z', monotonicMs: () => 0 });
process.stdout.write('held\n');
process.stdin.resume();
