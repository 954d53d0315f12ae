import type { Change } from '../../domain/decision.ts';
import type { LearnedLink } from '../../domain/documents.generated.ts';
import { withConfirmation } from '../../rules/order-match/learned/confirm-learned.ts';
import { aliasKey } from '../../rules/order-match/learned/learned-alias.ts';
import { putLearnedLink } from '../../rules/order-match/learned/put-learned-link.ts';
import { revoke } from '../../rules/order-match/learned/revoke-learned.ts';
import type { LedgerTransaction } from '../../pipeline/ledger-port.ts';
import { invoicesWait, runAgainOffered } from '../../pipeline/steps/offer-run-again.ts';
import { allowedActions } from '../allowed-actions.ts';
import { type ActionOutcome, type ActionScene, refused } from '../operator-action.ts';
import { type TouchedInvoices, touchedBy } from '../show-learned-link.ts';
import { auditAction, inTransaction } from './audit-action.ts';

/** Takes a learned link back: later invoices do not meet it, and the answer lists the invoices that it touched (order-match.md 21). */
export function revokeLearnedLink(scene: ActionScene, key: string): Promise<ActionOutcome> {
  const { actor, session } = scene;
  const revocation = { by: actor.user, at: session.path.clock.now(), reason: actor.reason };
  return changed(scene, key, 'revoke', async (transaction, link) => {
    const alias = aliasKey(link.supplierNo, link);
    const related = await transaction.documentsByIndex('learned-link', 'alias', [alias]);
    return revoke(
      link,
      related.map(({ content }) => content as LearnedLink),
      revocation,
    );
  });
}

/** Confirms a learned link without receiving a document: it is used without asking from now on. */
export function confirmLearnedLink(scene: ActionScene, key: string): Promise<ActionOutcome> {
  const confirmation = { by: scene.actor.user, at: scene.session.path.clock.now() };
  return changed(scene, key, 'confirm', async (_transaction, link) => {
    const put = withConfirmation(link, confirmation);
    return put === undefined ? [] : [putLearnedLink(put)];
  });
}

/** What the two have in common: refused where the status does not allow it, one audit row, and what the link touched. */
async function changed(
  scene: ActionScene,
  key: string,
  event: 'confirm' | 'revoke',
  changesOf: (transaction: LedgerTransaction, link: LearnedLink) => Promise<Change[]>,
): Promise<ActionOutcome> {
  return inTransaction(scene, async (transaction) => {
    const stored = await transaction.document('learned-link', key);
    if (stored === undefined)
      return refused('NOT_FOUND', `There is no learned link ${key}. \`ordrebro list learned-link\` shows the keys.`);
    if (!allowedActions('learned-link', stored.status).includes(`learned-link ${event}`))
      return refused('ACTION_REFUSED', `Learned link ${key} is ${stored.status}: it can no longer be changed.`);
    const link = stored.content as LearnedLink;
    const changes = await changesOf(transaction, link);
    const at = scene.session.path.clock.now();
    const waiting = await invoicesWait(transaction);
    const offered = waiting ? [runAgainOffered('A learned link was changed since waiting invoices were decided')] : [];
    await transaction.apply([...changes, ...offered], `user:${scene.actor.user}`, at, null);
    const to = event === 'revoke' ? 'revoked' : 'confirmed';
    const touched = await touchedBy(transaction, key);
    await auditAction(
      scene,
      transaction,
      { kind: 'learned-link', key },
      event,
      { from: link.status, to },
      { touched: touched.total },
    );
    const message = `Learned link ${key} is ${to}.${touchedText(touched)}${waiting ? AFFECTED : ''}`;
    return { done: true, message, data: { touched } };
  });
}

/** Invoices that were decided by the link stay as they are until they are decided again. */
function touchedText({ total, newest }: TouchedInvoices): string {
  if (total === 0) return ' No invoice has used it.';
  const named = newest.slice(0, NAMED).map(({ key, number, status }) => `${number ?? key} (status ${status})`);
  const more = total > named.length ? `, and ${total - named.length} more` : '';
  return ` It was used for ${total} invoice(s), which stay as they are until they are matched again: ${named.join(', ')}${more}.`;
}

const AFFECTED = ' "ordrebro invoice affected" shows which waiting invoices would come out otherwise now.';

/** Invoices that the sentence names; the data have more. */
const NAMED = 10;
