import type { InboxName, OutboxName } from '../../domain/settings.generated.ts';
import type { Fault } from '../../domain/fault.ts';
import { commitRiders } from '../../pipeline/riders.ts';
import { type ActionOutcome, type ActionScene, refused } from '../operator-action.ts';
import type { SiteSession } from '../site-session.ts';
import { isOutbox } from '../session-parts.ts';
import { auditAction, inTransaction } from './audit-action.ts';
import { acceptNewOutbox } from './accept-new-outbox.ts';

/** Pauses a channel: nothing is taken from its inbox, nothing handed over to its outbox; what is decided waits, staged. */
export async function pauseChannel(scene: ActionScene, channel: InboxName | OutboxName): Promise<ActionOutcome> {
  const { desk, session, actor } = scene;
  if (!isChannel(scene, channel)) return noSuchChannel(channel);
  await desk.read();
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

/** Opens a paused channel again. `accept`: the folder in the place of an outbox that a fault has paused is the right one. */
export async function resumeChannel(
  scene: ActionScene,
  channel: InboxName | OutboxName,
  accept: boolean,
): Promise<ActionOutcome> {
  const { desk, session } = scene;
  if (!isChannel(scene, channel)) return noSuchChannel(channel);
  await desk.read();
  const fault = isOutbox(channel) ? session.deliveries.pausedBy(channel) : undefined;
  if (accept && fault === undefined) return nothingToAccept(channel);
  if (!accept && !desk.data.pausedChannels.some((one) => one.name === channel))
    return refused(
      'ACTION_REFUSED',
      `Channel ${channel} is not paused.${fault === undefined ? '' : stillWaits(fault)}`,
    );
  const rewritten = accept && isOutbox(channel) ? await acceptOutbox(session, channel) : 0;
  await inTransaction(scene, async (transaction) => {
    const subject = { kind: 'channel', key: channel };
    const change = { from: 'paused', to: 'open' };
    await auditAction(scene, transaction, subject, 'resume', change, { acceptNewOutbox: accept });
    if (!accept || !isOutbox(channel)) return;
    await transaction.rememberOutbox(channel);
    const cleared = { change: 'clear-alert', code: 'OUTBOX_REPLACED', subject } as const;
    await transaction.apply([cleared], `user:${scene.actor.user}`, session.path.clock.now(), null);
  });
  await desk.update((records) => {
    records.pausedChannels = records.pausedChannels.filter((one) => one.name !== channel);
  });
  if (isOutbox(channel)) await session.deliveries.resume(channel, accept);
  session.intake(channel as InboxName)?.hint();
  const more = rewritten > 0 ? ` ${rewritten} waiting output(s) were written again from the kept bytes.` : '';
  return {
    done: true,
    message: `Channel ${channel} is open again.${more}${accept || fault === undefined ? '' : stillWaits(fault)}`,
  };
}

/** What was handed over and is not written down yet would be taken for waiting, and go out twice: it is written down first. */
async function acceptOutbox(session: SiteSession, folder: OutboxName): Promise<number> {
  await commitRiders(session.path);
  return acceptNewOutbox(session, folder);
}

function nothingToAccept(channel: string): ActionOutcome {
  return refused(
    'ACTION_REFUSED',
    `No fault has paused outbox ${channel}: there is no new folder to accept. \`ordrebro channel resume ${channel}\` without --accept-new-outbox opens what a person paused.`,
  );
}

function stillWaits(fault: Fault): string {
  return ` Its outbox waits all the same: ${fault.message} ${fault.hint}`;
}

function isChannel(scene: ActionScene, channel: string): boolean {
  return Object.hasOwn(scene.session.path.settings().channels, channel);
}

function noSuchChannel(channel: string): ActionOutcome {
  return refused('NOT_FOUND', `There is no channel "${channel}". \`ordrebro status\` lists the channels.`);
}
