import type { Low } from 'lowdb';
import type { AskedProcessing } from '../rules/order-match/processings/command-request.ts';
import type { Language } from '../texts/text.ts';
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

/** The operator actions of today. Command files ask for those that command.schema.json lists: on invoices, deliveries, and files as handled. */
export type OperatorAction =
  | InvoiceAction
  /** Matches invoices again, one after the other. `last`: nothing is affected any more, and the offer to run again is taken back. */
  | { action: 'invoices-match'; keys: string[]; last: boolean }
  | { action: 'channel-pause'; channel: string }
  | { action: 'channel-resume'; channel: string; acceptNewOutbox?: boolean }
  | { action: 'alert-mute'; key: string }
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
  /** What the answer is written in; absent or null: the language of the site. */
  language?: Language | null;
}

/** What an action works with. */
export interface ActionScene {
  session: SiteSession;
  desk: Low<DeskRecords>;
  actor: Actor;
  /** What the answer is written in. */
  language: Language;
}

/** A refusal with its code. */
export function refused(code: string, message: string): ActionOutcome {
  return { done: false, code, message };
}
