import { compositeKey } from '../../../domain/composite-key.ts';
import type { Change, PutDocument } from '../../../domain/decision.ts';
import type { LearnedLink } from '../../../domain/documents.generated.ts';
import { aliasKey } from './learned-alias.ts';

/** The key of a learned link: `50001/sellers-item-id/x-1/C/1`; of a name with its unit `50001/name/blue pen/H87/C/1`. */
export function learnedLinkKey({ supplierNo, by, alias, unit, productNo, number }: LearnedLink): string {
  const item = unit === undefined ? [alias] : [alias, unit];
  return compositeKey([supplierNo, by, ...item, productNo, String(number)]);
}

/** The learned links as they are once these changes are made. */
export function learnedAfter(changes: readonly Change[], before: readonly LearnedLink[]): LearnedLink[] {
  const links = new Map(before.map((link) => [learnedLinkKey(link), link]));
  for (const change of changes)
    if (change.change === 'put-document' && change.kind === 'learned-link')
      links.set(change.key, change.content as LearnedLink);
  return [...links.values()];
}

/** Writes a learned link. One that is revoked stays in the look-up, so that what is taught again gets the next number. */
export function putLearnedLink(link: LearnedLink): PutDocument {
  return {
    change: 'put-document',
    kind: 'learned-link',
    key: learnedLinkKey(link),
    content: link,
    status: link.status,
    revision: 1 + link.confirmedTimes + (link.status === 'revoked' ? 1 : 0),
    head: { party: link.supplierNo, number: link.written, date: link.learnedAt.slice(0, 10) },
    indexes: [{ name: 'alias', value: aliasKey(link.supplierNo, link) }],
  };
}
