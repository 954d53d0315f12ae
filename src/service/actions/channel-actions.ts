import type { InboxName, OutboxName } from '../../domain/settings.generated.ts';
import { type ActionOutcome, type ActionScene, refused } from '../operator-action.ts';
import { isOutbox } from '../site-session.ts';
import { auditAction, inTransaction } from './audit-action.ts';
import { acceptNewOutbox } from './accept-new-outbox.ts';

/** Pauses a channel: nothing is taken from its inbox, nothing handed over to its outbox; what is decided waits, staged. */
export async function pauseChannel(scene: ActionScene, channel: InboxName | OutboxName): Promise<ActionOutcome> {
  const { desk, session, actor } = scene;
  if (!isChannel(scene, channel)) return noSuchChannel(channel);
  if (desk.data.pausedChannels.some((one) => one.name === channel))
    return refused('ACTION_REFUSED', `Channel ${channel} is paused already.`);
  await inTransaction(scene, (transaction) =>
    auditAction(scene, transaction, { kind: 'channel', key: channel }, 'pause', { from: 'open', to: 'paused' }),
  );
  await desk.update(({ pausedChannels }) => {
    pausedChannels.push({ name: channel, by: actor.user, at: session.path.clock.now(), reason: actor.reason });
  });
  if (isOutbox(channel)) session.deliveries.hold(channel);
  return {
    done: true,
    message: `Channel ${channel} is paused. Files that are dropped wait; \`ordrebro channel resume ${channel}\` goes on.`,
  };
}

/** Opens a paused channel again. `accept`: a replaced outbox folder is taken as the right one. */
export async function resumeChannel(
  scene: ActionScene,
  channel: InboxName | OutboxName,
  accept: boolean,
): Promise<ActionOutcome> {
  const { desk, session } = scene;
  if (!isChannel(scene, channel)) return noSuchChannel(channel);
  const paused = desk.data.pausedChannels.some((one) => one.name === channel);
  if (!paused && !(accept && isOutbox(channel))) return refused('ACTION_REFUSED', `Channel ${channel} is not paused.`);
  await inTransaction(scene, (transaction) =>
    auditAction(
      scene,
      transaction,
      { kind: 'channel', key: channel },
      'resume',
      { from: 'paused', to: 'open' },
      { acceptNewOutbox: accept },
    ),
  );
  await desk.update((records) => {
    records.pausedChannels = records.pausedChannels.filter((one) => one.name !== channel);
  });
  const rewritten = accept && isOutbox(channel) ? await acceptNewOutbox(session, channel) : 0;
  if (isOutbox(channel)) await session.deliveries.resume(channel, accept);
  session.intake(channel as InboxName)?.hint();
  const more = rewritten > 0 ? ` ${rewritten} waiting output(s) were written again from the kept bytes.` : '';
  return { done: true, message: `Channel ${channel} is open again.${more}` };
}

function isChannel(scene: ActionScene, channel: string): boolean {
  return Object.hasOwn(scene.session.path.settings().channels, channel);
}

function noSuchChannel(channel: string): ActionOutcome {
  return refused('NOT_FOUND', `There is no channel "${channel}". \`ordrebro status\` lists the channels.`);
}
