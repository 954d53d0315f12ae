import type { Low } from 'lowdb';
import { Fault } from '../domain/fault.ts';
import type { InboxName, OutboxName } from '../domain/settings.generated.ts';
import { faultBehind, LedgerUncertain } from '../pipeline/steps/commit-together.ts';
import { muteAlert } from './actions/alert-actions.ts';
import { pauseChannel, resumeChannel } from './actions/channel-actions.ts';
import { handleDelivery, handleFile, resendDelivery } from './actions/delivery-actions.ts';
import { replayFile } from './actions/file-actions.ts';
import { processSupplierInvoice } from './actions/invoice-actions.ts';
import { matchInvoices } from './actions/match-invoices.ts';
import { confirmLearnedLink, revokeLearnedLink } from './actions/learned-link-actions.ts';
import { type ActionOutcome, type ActionScene, type Actor, type OperatorAction, refused } from './operator-action.ts';
import type { DeskRecords } from './desk.ts';
import { type Language, LANGUAGES } from '../texts/text.ts';
import type { SiteSession } from './site-session.ts';

type Doer<Name extends OperatorAction['action']> = (
  scene: ActionScene,
  action: Extract<OperatorAction, { action: Name }>,
) => Promise<ActionOutcome>;

/** What does each action. */
const DOERS: { [Name in OperatorAction['action']]: Doer<Name> } = {
  'channel-pause': (scene, { channel }) => pauseChannel(scene, channel as InboxName | OutboxName),
  'channel-resume': (scene, { channel, acceptNewOutbox }) =>
    resumeChannel(scene, channel as InboxName | OutboxName, acceptNewOutbox ?? false),
  'alert-mute': (scene, { key }) => muteAlert(scene, key),
  'file-replay': (scene, { key }) => replayFile(scene, key),
  'file-handle': (scene, { key }) => handleFile(scene, key),
  'delivery-resend': (scene, { key }) => resendDelivery(scene, key),
  'delivery-handle': (scene, { key }) => handleDelivery(scene, key),
  'invoice-match': processSupplierInvoice,
  'invoice-update': processSupplierInvoice,
  'invoice-receive': processSupplierInvoice,
  'invoice-reject': processSupplierInvoice,
  'invoice-link': processSupplierInvoice,
  'invoice-unlink': processSupplierInvoice,
  'invoices-match': matchInvoices,
  'learned-link-confirm': (scene, { key }) => confirmLearnedLink(scene, key),
  'learned-link-revoke': (scene, { key }) => revokeLearnedLink(scene, key),
};

/**
 * Does one action on an open session. A refusal is an outcome, not an exception. `language`: what the answer is written
 * in; the site's own where it is not given or, from a command of another version, not known.
 */
export async function doAction(
  session: SiteSession,
  desk: Low<DeskRecords>,
  action: OperatorAction,
  actor: Actor,
  language: Language | null = null,
): Promise<ActionOutcome> {
  if (!Object.hasOwn(DOERS, action.action)) return refused('WRONG_USE', `There is no action "${action.action}".`);
  const spoken = LANGUAGES.find((one) => one === language) ?? session.path.settings().site.language;
  const scene: ActionScene = { session, desk, actor, language: spoken };
  try {
    return await (DOERS[action.action] as Doer<OperatorAction['action']>)(scene, action);
  } catch (error) {
    if (error instanceof LedgerUncertain) session.fail(error);
    const fault = faultBehind(error);
    if (fault instanceof Fault) return { done: false, code: fault.code, message: `${fault.message} ${fault.hint}` };
    throw error;
  }
}
