import { filesThatAre } from '../../domain/file-status.table.ts';
import { type DirectAction, directAction } from '../../pipeline/steps/direct-action.ts';
import { HANDLEABLE_DELIVERIES, RESENDABLE } from '../../pipeline/steps/may-act.ts';
import { type ActionOutcome, type ActionScene, refused } from '../operator-action.ts';
import { inOneCommit } from './in-one-commit.ts';
import { statusList } from './status-list.ts';

/** Sends an output again: a new delivery id, `.r2` before the ending of its name, the same content (contract 6). */
export async function resendDelivery(scene: ActionScene, key: string): Promise<ActionOutcome> {
  const done = await direct(scene, 'delivery-resend', key);
  if (!('deliveries' in done))
    return refusal(done.refused, `Delivery ${key}`, `only one that is ${statusList(RESENDABLE)} can be sent again`);
  const [again] = done.deliveries;
  if (again === undefined) throw new Error(`the resend of ${key} planned nothing`);
  return {
    done: true,
    message: `Sent again as ${again.name} (delivery ${again.id}).`,
    data: { delivery: again.id, name: again.name },
  };
}

/** Marks a delivery as dealt with outside: changes no business state (contract 6). */
export async function handleDelivery(scene: ActionScene, key: string): Promise<ActionOutcome> {
  const done = await direct(scene, 'delivery-handle', key);
  if (!('deliveries' in done))
    return refusal(
      done.refused,
      `Delivery ${key}`,
      `only one that is ${statusList(HANDLEABLE_DELIVERIES)} can be marked as handled`,
    );
  return { done: true, message: `Delivery ${key} is marked as handled.` };
}

/** Marks a file as dealt with outside, with a note; changes no business state (contract 6). */
export async function handleFile(scene: ActionScene, key: string): Promise<ActionOutcome> {
  const done = await direct(scene, 'file-handle', key);
  if (!('deliveries' in done))
    return refusal(
      done.refused,
      `File ${key}`,
      `only one that is ${statusList(filesThatAre('handleable'))} can be marked as handled`,
    );
  return { done: true, message: `File ${key} is marked as handled.` };
}

function direct({ session, actor }: ActionScene, action: DirectAction['action'], key: string) {
  const { path } = session;
  const asked: DirectAction = { action, key, by: `user:${actor.user}`, reason: actor.reason, now: path.clock.now() };
  return inOneCommit(path, (transaction, planned) => directAction(path, transaction, planned, asked));
}

/** A delivery is often asked for by the number of its invoice. */
function whereKeysAre(subject: string): string {
  return subject.startsWith('Delivery')
    ? ' "ordrebro list delivery" shows the keys of deliveries, and "ordrebro show supplier-invoice" those about an invoice, under Sent.'
    : ' "ordrebro list file" shows the keys.';
}

function refusal(
  reasons: readonly { code: string; actual?: string }[],
  subject: string,
  possible: string,
): ActionOutcome {
  const [why] = reasons;
  if (why?.code === 'DOCUMENT_NOT_FOUND')
    return refused(
      'NOT_FOUND',
      `There is no ${subject.charAt(0).toLowerCase()}${subject.slice(1)}.${whereKeysAre(subject)}`,
    );
  return refused('ACTION_REFUSED', `${subject} is ${why?.actual ?? ''}: ${possible}.`);
}
