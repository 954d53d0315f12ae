import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastWords, type RunOptions, runOnce } from '../support/daemon.ts';
import type { TestSite } from '../support/site.ts';
import { INVARIANTS } from './check/invariants.table.ts';
import { ledgerFacts } from './check/ledger-queries.ts';
import { filesBelow, siteFacts } from './check/site-facts.ts';
import type { Drop } from './load/drop.ts';
import type { Taken } from './load/reader.ts';

/**
 * The checker: it shares no code with the daemon. It reads the disk, the list of what was dropped, the
 * receiver's book and the rows of the ledger, and says in sentences which promise is broken.
 */
export interface Checked {
  site: TestSite;
  drops: readonly Drop[];
  taken: readonly Taken[];
  power?: boolean;
}

/** Every violation of a site at rest that no process works on. */
export async function checkSite(checked: Checked): Promise<string[]> {
  const facts = await siteFacts(checked.site, checked.drops, checked.taken, checked.power ?? false);
  return INVARIANTS.flatMap((invariant) => invariant.check(facts));
}

/** I6: brings the site to rest with one run, without a person, and checks it; then a second run must write nothing. */
export async function settleAndCheck(checked: Checked, options: RunOptions = {}): Promise<string[]> {
  const first = await runOnce(checked.site, options);
  const violations = [...ended(first), ...(await checkSite(checked))];
  const before = await imprint(checked.site);
  violations.push(...ended(await runOnce(checked.site, options)));
  const after = await imprint(checked.site);
  const changed = [...new Set([...before, ...after])].filter((line) => !(before.has(line) && after.has(line)));
  return [...violations, ...changed.map((line) => `I6: a second run changed something: ${line}`)];
}

/** A run that brings to rest may find work that was refused (1), and nothing else; a defect of the program ends with 1 as well. */
function ended(result: { code: number | null; signal: string | null; stderr: string; timedOut: boolean }): string[] {
  if ((result.code === 0 || result.code === 1) && !result.stderr.includes('error DEFECT')) return [];
  const how = result.timedOut ? 'did not end in time' : `ended with ${result.code ?? result.signal}`;
  return [`I6: a run that should bring the site to rest ${how}: ${lastWords(result.stderr)}`];
}

/** Every file outside `state` and the logs with its bytes, and how many rows the ledger has. */
async function imprint(site: TestSite): Promise<Set<string>> {
  const lines = new Set<string>();
  for (const folder of ['inbox', 'outbox', 'archive', 'failed']) {
    for (const path of await filesBelow(join(site.dir, folder))) {
      if (path.endsWith('.staging/.ordrebro')) continue;
      lines.add(
        `${folder}/${path} ${hash('sha256', await readFile(join(site.dir, folder, path)), 'hex').slice(0, 12)}`,
      );
    }
  }
  const { rows } = ledgerFacts(join(site.dir, 'state', 'ledger.db'));
  for (const [table, count] of Object.entries(rows)) lines.add(`${count} rows in ${table}`);
  return lines;
}
