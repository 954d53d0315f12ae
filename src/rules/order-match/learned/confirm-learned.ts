import type { Change } from '../../../domain/decision.ts';
import type { LearnedLink, LearnedLinkConfirmation, OrderMatchResult } from '../../../domain/documents.generated.ts';
import { LEARNED_LINK_TRANSITIONS } from '../../../domain/learned-link-status.table.ts';
import { next } from '../../../domain/next-status.ts';
import { aliasKey } from './learned-alias.ts';
import { learnedLinksIn } from './learned-products.ts';
import { learnedLinkKey, putLearnedLink } from './put-learned-link.ts';

/** Confirmations that are kept with the link; all are counted. */
const KEPT = 100;

/** Which document a person received or confirmed, who, and when (an instant, as text). */
export interface ConfirmingContext {
  documentId: string;
  author: string;
  now: string;
  /** Why, in the operator's words: for the audit. */
  reason?: string;
}

/**
 * An operator has received or confirmed an invoice: the learned links that its links rest on are confirmed, and used
 * without asking from now on (order-match.md 21). `lines`: only these lines of the invoice were received; left out,
 * all of them. The changes belong in the transaction of the receipt. `existing` are the learned links by which the
 * document was decided (facts `learned`).
 */
export function confirmLearned(
  result: Pick<OrderMatchResult, 'links'>,
  existing: readonly LearnedLink[],
  context: ConfirmingContext,
  lines?: ReadonlySet<string>,
): Change[] {
  const links = result.links.filter(({ invoiceLineId }) => lines?.has(invoiceLineId) ?? true);
  const used = new Set(learnedLinksIn(links.flatMap(({ evidence }) => evidence)));
  return existing
    .filter((link) => used.has(learnedLinkKey(link)) && !isContradicted(link, existing))
    .flatMap((link) =>
      confirmed(link, { documentId: context.documentId, by: context.author, at: context.now }, context.reason),
    );
}

/** Is another product in force for the same item? Then a person says which is right, by revoking the other. */
function isContradicted(link: LearnedLink, existing: readonly LearnedLink[]): boolean {
  const alias = aliasKey(link.supplierNo, link);
  return existing.some(
    (one) => one.status !== 'revoked' && one.productNo !== link.productNo && aliasKey(one.supplierNo, one) === alias,
  );
}

/** The changes of one confirmation: none where the link is revoked, or where this document has confirmed it already. `reason`: in the operator's words. */
export function confirmed(link: LearnedLink, confirmation: LearnedLinkConfirmation, reason?: string): Change[] {
  const put = withConfirmation(link, confirmation);
  if (put === undefined) return [];
  return [
    putLearnedLink(put),
    {
      change: 'audit',
      subject: { kind: 'learned-link', key: learnedLinkKey(link) },
      event: 'confirm',
      from: link.status,
      to: put.status,
      rule: 'order-match.md 21',
      ...(reason === undefined ? {} : { reason }),
    },
  ];
}

/** The link with one confirmation more; `undefined` where it does not count: a document counts once. */
export function withConfirmation(link: LearnedLink, confirmation: LearnedLinkConfirmation): LearnedLink | undefined {
  const status = next(LEARNED_LINK_TRANSITIONS, link.status, 'confirm');
  const { documentId } = confirmation;
  const again = documentId !== undefined && link.confirmations.some((one) => one.documentId === documentId);
  if (status === undefined || again) return undefined;
  return {
    ...link,
    status,
    confirmedTimes: link.confirmedTimes + 1,
    confirmations: [...link.confirmations, confirmation].slice(-KEPT),
  };
}
