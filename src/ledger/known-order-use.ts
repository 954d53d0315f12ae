import type { LinkState } from '../domain/decision.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { type ChangeLog, changeLog } from './change-log.ts';
import type { LinksWritten } from './link-writer.ts';
import { OrderUse } from './order-use.ts';
import type { Synchronous } from './sql.ts';

/** Sums that are kept in memory at most, some 30 MB; then the orders that were asked for longest ago go. */
const MOST = 50_000;

type Links = Synchronous<Pick<LedgerReader, 'linksOfOrders' | 'linksOfDocument'>>;
type UseOfOrders = Synchronous<LedgerReader>['useOfOrders'];

/** What links use of orders, and the way to keep that true. */
export interface KnownOrderUse {
  useOfOrders: UseOfOrders;
  /** The links of a document were replaced. */
  written: LinksWritten;
  log: ChangeLog;
}

/**
 * Sums up the links of an order once and keeps the sums in step with what is written, on the one connection that writes:
 * an order that is invoiced every day for a year costs its thousandth invoice what it cost the first. An order
 * is summed up anew where a last receipt was taken back, where its `asOf` is another one, and where something that
 * was written of it is undone.
 */
export function knownOrderUse(links: Links, most: number = MOST): KnownOrderUse {
  const known = new Map<string, OrderUse>();
  let held = 0;
  const cost = (use: OrderUse): number => 1 + use.size;
  const forget = (orderNo: string): void => {
    const use = known.get(orderNo);
    if (use === undefined) return;
    known.delete(orderNo);
    held -= cost(use);
  };
  const log = changeLog(forget);
  const keep = (orderNo: string, use: OrderUse): void => {
    known.set(orderNo, use);
    held += cost(use);
    for (const oldest of known.keys()) {
      if (held <= most || oldest === orderNo) return;
      forget(oldest);
    }
  };
  const useOf = (orderNo: string, asOf: string | undefined): OrderUse => {
    const before = known.get(orderNo);
    forget(orderNo);
    const use = before !== undefined && before.asOf === asOf ? before : sumOf(links.linksOfOrders([orderNo]), asOf);
    keep(orderNo, use);
    return use;
  };
  return {
    useOfOrders: (orders, apart) => useOfOrders(links, orders, apart, useOf),
    written(former, now) {
      for (const orderNo of new Set([...former, ...now].map((link) => link.orderNo))) {
        log.note(orderNo);
        const use = known.get(orderNo);
        if (use === undefined) continue;
        const ofOrder = (link: LinkState): boolean => link.orderNo === orderNo;
        held -= cost(use);
        const right = former.filter(ofOrder).every((link) => use.remove(link));
        for (const link of now.filter(ofOrder)) use.add(link);
        held += cost(use);
        if (!right) forget(orderNo);
      }
    },
    log,
  };
}

/** The same without a memory, for connections that see what others write. */
export function orderUseReader(links: Links): { useOfOrders: UseOfOrders } {
  return {
    useOfOrders: (orders, apart) =>
      useOfOrders(links, orders, apart, (orderNo, asOf) => sumOf(links.linksOfOrders([orderNo]), asOf)),
  };
}

function useOfOrders(
  links: Links,
  orders: Parameters<UseOfOrders>[0],
  apart: readonly string[],
  useOf: (orderNo: string, asOf: string | undefined) => OrderUse,
): LinkState[] {
  if (orders.length === 0) return [];
  const documents = new Set(apart);
  const linksApart = [...documents].flatMap((documentId) => links.linksOfDocument(documentId));
  return orders.flatMap(({ orderNo, asOf }) => {
    const ownLinks = linksApart.filter((link) => link.orderNo === orderNo);
    const all = useOf(orderNo, asOf);
    const others = (): LinkState[] => links.linksOfOrders([orderNo]).filter((link) => !documents.has(link.documentId));
    const use = ownLinks.length === 0 ? all : (all.without(ownLinks) ?? sumOf(others(), asOf));
    return [...(use.asLinks() ?? others()), ...ownLinks];
  });
}

function sumOf(links: readonly LinkState[], asOf: string | undefined): OrderUse {
  const use = new OrderUse(asOf);
  for (const link of links) use.add(link);
  return use;
}
