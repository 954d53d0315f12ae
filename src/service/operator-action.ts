import type { Low } from 'lowdb';
import type { AskedProcessing } from '../rules/order-match/processings/command-request.ts';
import type { DeskRecords } from './desk.ts';
import type { SiteSession } from './site-session.ts';

/** Who does it, and why: both go into the audit. */
export interface Actor {
  user: string;
  reason: string;
}

/** A processing of a supplier invoice, or the correction of a line's link (contract 1, `invoice`): as a command file has it. */
export type InvoiceAction = Pick<AskedProcessing, 'action' | 'lines' | 'order' | 'product' | 'acceptDuplicate'> & {
  key: string;
};

/** The operator actions of today; command files and the dashboard send the same. */
export type OperatorAction =
  | InvoiceAction
  | { action: 'channel-pause'; channel: string }
  | { action: 'channel-resume'; channel: string; acceptNewOutbox?: boolean }
  | { action: 'learned-link-confirm' | 'learned-link-revoke'; key: string }
  | { action: 'file-replay' | 'file-handle' | 'delivery-resend' | 'delivery-handle'; key: string };

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

/** A refusal with its code. */
export function refused(code: string, message: string): ActionOutcome {
  return { done: false, code, message };
}
