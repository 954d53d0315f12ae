import type { Reason } from '../../../domain/decision.ts';
import type { InvoiceLine, LearnedLink } from '../../../domain/documents.generated.ts';
import { compareNaturally } from '../../../domain/natural-order.ts';
import { aliasKey, aliasOf } from './learned-alias.ts';
import { learnedLinkKey } from './put-learned-link.ts';

/** What was learned of a supplier's items, and whether its first use waits for a person. */
export interface LearnedProducts {
  supplierNo: string;
  /** Links in force, by alias. */
  byAlias: ReadonlyMap<string, readonly LearnedLink[]>;
  /** Setting `orderMatch.learnedNeedsConfirm`. */
  needsConfirm: boolean;
}

/** The product that was learned for a line; `contradicting`: what was learned names several, and nothing is chosen. */
export type LearnedProduct =
  | { productNo: string; evidence: string[]; reasons: Reason[] }
  | { contradicting: string[]; reasons: Reason[] };

/** Where evidence names a learned link: what stands before its key. */
const EVIDENCE = 'learned-link:';

/** The links in force of a supplier, ready to be asked line by line. */
export function learnedProducts(
  links: readonly LearnedLink[],
  supplierNo: string,
  needsConfirm: boolean,
): LearnedProducts {
  const inForce = links.filter((link) => link.supplierNo === supplierNo && link.status !== 'revoked');
  return { supplierNo, byAlias: Map.groupBy(inForce, (link) => aliasKey(supplierNo, link)), needsConfirm };
}

/**
 * What an operator taught about the item of a line (order-match.md 10 and 21), asked where no number finds a product.
 * Links that name different products contradict each other: none is used until one of them is revoked.
 */
export function learnedProduct(line: InvoiceLine, learned: LearnedProducts): LearnedProduct | undefined {
  if (learned.byAlias.size === 0) return undefined;
  const alias = aliasOf(line);
  const links = alias === undefined ? undefined : learned.byAlias.get(aliasKey(learned.supplierNo, alias));
  const [first] = links ?? [];
  if (links === undefined || first === undefined) return undefined;
  const at = `line:${line.id}`;
  const keys = links.map(learnedLinkKey).sort(compareNaturally);
  const products = [...new Set(links.map((link) => link.productNo))].sort(compareNaturally);
  if (products.length > 1)
    return {
      contradicting: products,
      reasons: [{ code: 'LEARNED_LINKS_CONTRADICT', at, actual: keys.join(', ') }],
    };
  const used = { code: 'LEARNED_LINK', at, actual: keys[0] ?? '' } as const;
  const isConfirmed = links.some((link) => link.status === 'confirmed');
  const unconfirmed: Reason = {
    code: 'LEARNED_LINK_UNCONFIRMED',
    at,
    actual: used.actual,
    setting: 'mappings/site.yaml orderMatch.learnedNeedsConfirm',
  };
  return {
    productNo: first.productNo,
    evidence: [`${EVIDENCE}${used.actual}`],
    reasons: learned.needsConfirm && !isConfirmed ? [used, unconfirmed] : [used],
  };
}

/** The keys of the learned links that a decision's links rest on, each once, in natural order. */
export function learnedLinksIn(evidence: Iterable<string>): string[] {
  const keys = [...evidence].filter((one) => one.startsWith(EVIDENCE)).map((one) => one.slice(EVIDENCE.length));
  return [...new Set(keys)].sort(compareNaturally);
}
