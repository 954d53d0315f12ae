import type { Low } from 'lowdb';
import { Fault } from '../domain/fault.ts';
import type { InboxName, OutboxName } from '../domain/settings.generated.ts';
import { pauseChannel, resumeChannel } from './actions/channel-actions.ts';
import { handleDelivery, resendDelivery } from './actions/delivery-actions.ts';
import { handleFile, replayFile } from './actions/file-actions.ts';
import type { DeskRecords } from './desk.ts';
import type { SiteSession } from './site-session.ts';

/** Who does it, and why: both go into the audit. */
export interface Actor {
  user: string;
  reason: string;
}

/** The operator actions of today; command files and the dashboard will send the same. */
export type OperatorAction =
  | { action: 'channel-pause'; channel: string }
  | { action: 'channel-resume'; channel: string; acceptNewOutbox?: boolean }
  | { action: 'file-replay' | 'file-handle'; key: string }
  | { action: 'delivery-resend'; key: string; force?: boolean }
  | { action: 'delivery-handle'; key: string };

/** What became of an action. `code` says why it was refused. */
export interface ActionOutcome {
  done: boolean;
  code?: string;
  message: string;
  data?: unknown;
}

/** What travels to a running daemon. */
export interface ActionRequest {
  action: OperatorAction;
  actor: Actor;
}

/** What an action works with. */
export interface ActionScene {
  session: SiteSession;
  desk: Low<DeskRecords>;
  actor: Actor;
}

/** Does one action on an open session. A refusal is an outcome, not an exception. */
export async function doAction(session: SiteSession, desk: Low<DeskRecords>, action: OperatorAction, actor: Actor): Promise<ActionOutcome> {
  const scene: ActionScene = { session, desk, actor };
  try {
    switch (action.action) {
      case 'channel-pause':
        return await pauseChannel(scene, action.channel as InboxName | OutboxName);
      case 'channel-resume':
        return await resumeChannel(scene, action.channel as InboxName | OutboxName, action.acceptNewOutbox ?? false);
      case 'file-replay':
        return await replayFile(scene, action.key);
      case 'file-handle':
        return await handleFile(scene, action.key);
      case 'delivery-resend':
        return await resendDelivery(scene, action.key);
      case 'delivery-handle':
        return await handleDelivery(scene, action.key);
      default:
        return refused('WRONG_USE', `There is no action "${(action as { action: string }).action}".`);
    }
  } catch (error) {
    if (error instanceof Fault) return { done: false, code: error.code, message: `${error.message} ${error.hint}` };
    throw error;
  }
}

/** A refusal with its code. */
export function refused(code: string, message: string): ActionOutcome {
  return { done: false, code, message };
}
