import { Fault } from '../../domain/fault.ts';
import type { FaultCode } from '../../domain/fault.table.ts';
import { FAULTS } from '../../domain/fault.table.ts';
import type { SupplierInvoiceContent } from '../../rules/order-match/order-match-facts.ts';
import type { Actor } from '../operator-action.ts';
import { performAction } from '../operator-actions.ts';
import { openSite } from '../open-site.ts';
import { systemClock } from '../system-clock.ts';
import { affectedInvoices } from './affected-invoices.ts';
import { waitingKeys } from './waiting-keys.ts';
import type { MatchedTogether } from './matched-together.ts';

/** Invoices that one call hands over: each is a transaction of its own all the same. */
const AT_ONCE = 100;

/** Which waiting invoices: those that would come out otherwise, or every one; under a query of the search language. */
export interface MatchAgainRequest {
  only: 'affected' | 'all';
  query: string;
}

/** What was done. `stillAffected`: of all that wait; null where a query left some out, and nobody looked. */
export interface MatchedAgain extends MatchedTogether {
  stillAffected: number | null;
}

/**
 * Matches waiting invoices again, in the order in which they came, each by the processing of one invoice: in a
 * transaction of its own, with an audit row of its own. What is killed in between has done some and not the others, and
 * may be begun again. When nothing is affected any more, the offer to run again is taken back. Rejects with `Fault`.
 */
export async function matchInvoicesAgain(
  site: string,
  { only, query }: MatchAgainRequest,
  actor: Actor,
  now: string | null,
  onProgress: (what: 'look' | 'match', done: number, total: number) => void,
): Promise<MatchedAgain> {
  const keys = only === 'affected' ? await affectedKeys(site, query, now, onProgress) : await allKeys(site, query, now);
  const all: MatchedTogether = { matched: 0, changed: [], woken: [], refused: [] };
  for (let done = 0; done < keys.length; done += AT_ONCE) {
    onProgress('match', done, keys.length);
    const part = await matchTogether(site, keys.slice(done, done + AT_ONCE), false, actor, now);
    all.matched += part.matched;
    all.changed.push(...part.changed);
    all.woken.push(...part.woken);
    all.refused.push(...part.refused);
  }
  if (keys.length > 0) onProgress('match', keys.length, keys.length);
  if (query.trim() !== '') return { ...all, stillAffected: null };
  const left = await affectedKeys(site, '', now, onProgress);
  if (left.length === 0) await matchTogether(site, [], true, actor, now);
  return { ...all, stillAffected: left.length };
}

async function affectedKeys(
  site: string,
  query: string,
  now: string | null,
  onProgress: (what: 'look', done: number, total: number) => void,
): Promise<string[]> {
  const open = await openSite(site);
  try {
    const conditions = { settings: open.settings, supplier: {}, now: systemClock(now).now() };
    const { affected } = await affectedInvoices(open, query, conditions, (done, total) =>
      onProgress('look', done, total),
    );
    return affected.map(({ key }) => key);
  } finally {
    await open.close();
  }
}

async function allKeys(site: string, query: string, now: string | null): Promise<string[]> {
  const open = await openSite(site);
  try {
    const places = new Map<string, number>();
    for (const key of await waitingKeys(open, query, systemClock(now).now())) {
      const content = (await open.ledger.document('supplier-invoice', key))?.content as
        | SupplierInvoiceContent
        | undefined;
      places.set(key, content?.result.accountingDocumentNo ?? 0);
    }
    return [...places].sort(([, a], [, b]) => a - b).map(([key]) => key);
  } finally {
    await open.close();
  }
}

/** A call that ends otherwise than with an answer to each invoice is a fault: what was done before it stays. */
async function matchTogether(
  site: string,
  keys: readonly string[],
  last: boolean,
  actor: Actor,
  now: string | null,
): Promise<MatchedTogether> {
  const outcome = await performAction(site, { action: 'invoices-match', keys: [...keys], last }, actor, now);
  if (outcome.done) return outcome.data as MatchedTogether;
  const code: FaultCode = Object.hasOwn(FAULTS, outcome.code ?? '') ? (outcome.code as FaultCode) : 'ACTION_REFUSED';
  throw new Fault(code, outcome.message, {
    hint: 'Invoices before it were matched, each by itself; give the command again when this is mended.',
  });
}
