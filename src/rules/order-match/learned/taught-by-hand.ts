import type { InvoiceLine, LearnedLink } from '../../../domain/documents.generated.ts';
import { aliasKey, aliasOf } from './learned-alias.ts';
import { learnedLinkKey } from './put-learned-link.ts';

/** An invoice line that a person took out of the hands of the tiers, and the product that it is. */
export interface LineOfPerson {
  line: InvoiceLine;
  productNo?: string | undefined;
}

/**
 * The keys of the learned links that say of these lines what a person said (order-match.md 21). None where links in
 * force name another product for the same item too: such a contradiction is a person's to settle first.
 */
export function taughtByHand(
  lines: readonly LineOfPerson[],
  supplierNo: string,
  learned: readonly LearnedLink[],
): string[] {
  const inForce = learned.filter((link) => link.supplierNo === supplierNo && link.status !== 'revoked');
  return lines.flatMap(({ line, productNo }) => {
    const alias = aliasOf(line);
    if (alias === undefined) return [];
    const item = aliasKey(supplierNo, alias);
    const links = inForce.filter((link) => aliasKey(supplierNo, link) === item);
    return links.every((link) => link.productNo === productNo) ? links.map(learnedLinkKey) : [];
  });
}
