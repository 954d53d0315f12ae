import type { Decision } from '../../domain/decision.ts';
import { waits } from '../../rules/order-match/stored-invoice.ts';
import type { SupplierInvoiceContent } from '../../rules/order-match/order-match-facts.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { Path } from '../path.ts';
import type { OnAccountOf } from './decide-document.ts';
import { type DecidedAgain, decideStored, type TakeDecision } from './decide-stored.ts';

/** Invoices that one occasion decides again at most, so that it never holds the ledger for long; the rest are offered for a run again. */
export const MOST_WOKEN = 500;
/** An invoice is decided again this often on one occasion at most: each release may make room for those before it. */
const MOST_TIMES = 2;

/** What has happened, and whom it concerns. */
export interface Occasion {
  /** The documents that let go, or were decided just now: they are not woken themselves. */
  by: readonly string[];
  /** Orders that came for the first time: whoever waits for one is decided, however many they are. */
  arrived?: readonly string[];
  /** Orders whose file says something new, or of which a match was released. */
  orderNos: readonly string[];
  /** Index values of the numbers of invoices whose credit notes are concerned: of a waiting pair, each half decides about the other. */
  referring?: readonly string[];
  /** Index values of numbers: of invoices that credit notes concern, or of which a document no longer counts as the first. */
  numbers: readonly string[];
}

/** Who was decided again, and how many more wait there. */
export interface Woken {
  woken: Decision[];
  left: number;
}

/** As `wakeEach`, with all that was decided: for occasions that concern few. */
export async function wakeOthers(
  path: Path,
  transaction: LedgerTransaction,
  occasion: Occasion,
  account: OnAccountOf,
): Promise<Woken> {
  const woken: Decision[] = [];
  const take = async (decision: Decision): Promise<void> => void woken.push(decision);
  return { woken, left: await wakeEach(path, transaction, occasion, account, take) };
}

/**
 * Decides again the invoices that wait for these orders (order-match.md 5, 11 and 24), and those that were held as
 * duplicates: in the same transaction, in the order in which they first came. What is completed, in a person's hands or
 * partly received is left as it is. Where that releases something of an order in turn, those who wait there follow.
 * Gives how many more wait there.
 */
export async function wakeEach(
  path: Path,
  transaction: LedgerTransaction,
  occasion: Occasion,
  account: OnAccountOf,
  take: TakeDecision,
): Promise<number> {
  const first = await firstOf(transaction, occasion);
  const times = new Map<string, number>();
  let { due, left } = first;
  let woken = 0;
  while (due.length > 0) {
    for (const key of due) times.set(key, (times.get(key) ?? 0) + 1);
    const again = await decideStored(path, transaction, due, account, take);
    woken += again.length;
    const next = (await followersOf(transaction, again)).filter((key) => (times.get(key) ?? 0) < MOST_TIMES);
    due = next.slice(0, Math.max(MOST_WOKEN - woken, 0));
    left += next.length - due.length;
  }
  return left;
}

/** Whom the occasion itself concerns. */
async function firstOf(transaction: LedgerTransaction, occasion: Occasion): Promise<{ due: string[]; left: number }> {
  const { by, arrived = [], referring = [], orderNos, numbers } = occasion;
  const waiting = await waitingFor(transaction, [...arrived, ...orderNos]);
  const related = [
    ...(await transaction.documentsByIndex('supplier-invoice', 'number', numbers)),
    ...(await transaction.documentsByIndex('supplier-invoice', 'refers-to', referring)),
  ];
  const held = related.filter(({ content }) => waits((content as SupplierInvoiceContent).result)).map(({ key }) => key);
  const others = new Set(by);
  const concerned = [...new Set([...waiting, ...held])].filter((key) => !others.has(key));
  if (concerned.length <= MOST_WOKEN) return { due: concerned, left: 0 };
  const always = new Set(await waitingFor(transaction, arrived));
  let room = MOST_WOKEN;
  const due = concerned.filter((key) => always.has(key) || room-- > 0);
  return { due, left: concerned.length - due.length };
}

/** Whom the releases of a round concern: nobody by a release of its own. */
async function followersOf(transaction: LedgerTransaction, again: readonly DecidedAgain[]): Promise<string[]> {
  const releases = again.filter(({ released }) => released.length > 0);
  const followers = new Set<string>();
  for (const { key: by, released } of releases)
    for (const key of await waitingFor(transaction, released)) if (key !== by) followers.add(key);
  return [...followers];
}

function waitingFor(transaction: LedgerTransaction, orderNos: readonly string[]): Promise<string[]> {
  return orderNos.length === 0
    ? Promise.resolve([])
    : transaction.keysByIndex('supplier-invoice', 'waits-for-order', orderNos);
}
