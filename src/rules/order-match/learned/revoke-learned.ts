import type { Change } from '../../../domain/decision.ts';
import type { LearnedLink } from '../../../domain/documents.generated.ts';
import { LEARNED_LINK_TRANSITIONS } from '../../../domain/learned-link-status.table.ts';
import { next } from '../../../domain/next-status.ts';
import { aliasKey } from './learned-alias.ts';
import { learnedLinkKey, putLearnedLink } from './put-learned-link.ts';

/**
 * An operator takes a learned link back (order-match.md 21): it finds nothing any more, and stays with its whole story.
 * `existing`: all links of the same alias; alerts of a contradiction end with it where at most one product is left.
 * Nothing where it is revoked already. The audit row is the action's own.
 */
export function revoke(
  link: LearnedLink,
  existing: readonly LearnedLink[],
  revocation: NonNullable<LearnedLink['revoked']>,
): Change[] {
  const status = next(LEARNED_LINK_TRANSITIONS, link.status, 'revoke');
  if (status === undefined) return [];
  const alias = aliasKey(link.supplierNo, link);
  const key = learnedLinkKey(link);
  const related = existing.filter((one) => aliasKey(one.supplierNo, one) === alias);
  const left = related.filter((one) => one.status !== 'revoked' && learnedLinkKey(one) !== key);
  const settled = new Set(left.map((one) => one.productNo)).size <= 1;
  const keys = settled ? [...new Set([key, ...related.map(learnedLinkKey)])] : [key];
  return [
    putLearnedLink({ ...link, status, revoked: revocation }),
    ...keys.map(
      (one): Change => ({
        change: 'clear-alert',
        code: 'LEARNED_LINKS_CONTRADICT',
        subject: { kind: 'learned-link', key: one },
      }),
    ),
  ];
}
