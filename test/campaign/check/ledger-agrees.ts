import { relative } from 'node:path';
import type { SiteFacts } from './site-facts.ts';

const RESTING_FILE = ['completed', 'held', 'rejected', 'duplicate', 'stopped'];
const RESTING_DELIVERY = ['delivered', 'confirmed', 'withdrawn', 'handled'];

/** I5: the ledger is sound by itself. */
export function ledgerIsSound(facts: SiteFacts): string[] {
  return facts.ledger.damage.map((what) => `I5: ${what}`);
}

/** I5: every resting original has its row, every row its original. */
export function filesAgree(facts: SiteFacts): string[] {
  const violations: string[] = [];
  const rows = new Map(facts.ledger.files.map((row) => [row.id, row]));
  for (const original of facts.originals) {
    if (original.id === null) continue;
    const row = rows.get(original.id);
    rows.delete(original.id);
    const path = relative(facts.site.dir, original.path);
    if (row === undefined) violations.push(`I5: the ledger does not know ${path}`);
    else if (!RESTING_FILE.includes(row.status)) violations.push(`I5: ${path} rests as "${row.status}" in the ledger`);
    else if (row.archivedAs !== path) violations.push(`I5: the ledger has ${row.archivedAs ?? 'no place'} for ${path}`);
    else if (row.sha256 !== original.sha256) violations.push(`I5: the ledger has other bytes for ${path}`);
  }
  for (const row of rows.values())
    violations.push(`I5: file ${row.id} (${row.name}, ${row.status}) of the ledger lies nowhere`);
  return violations;
}

/** I5: every delivered row was seen outside, everything seen outside has its row with the same bytes. */
export function deliveriesAgree(facts: SiteFacts): string[] {
  const violations: string[] = [];
  const rows = new Map(facts.ledger.deliveries.map((row) => [`${row.folder}/${row.name}`, row]));
  for (const output of facts.outputs) {
    const key = `${output.folder}/${output.name}`;
    const row = rows.get(key);
    if (row === undefined) violations.push(`I5: the ledger does not know outbox/${key}`);
    else if (row.sha256 !== output.sha256) violations.push(`I5: the ledger has other bytes for outbox/${key}`);
  }
  const seen = new Set(facts.outputs.map((output) => `${output.folder}/${output.name}`));
  for (const [key, row] of rows) {
    if (!RESTING_DELIVERY.includes(row.status))
      violations.push(`I5: at rest the delivery of outbox/${key} is "${row.status}"`);
    if (row.status === 'delivered' && !seen.has(key))
      violations.push(`I1: outbox/${key} is delivered in the ledger, and nobody ever saw it`);
  }
  return violations;
}
