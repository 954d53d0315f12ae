import { type ActionOutcome, type ActionScene, refused } from '../operator-action.ts';
import { auditAction, inTransaction } from './audit-action.ts';

/**
 * Mutes an open alert: it stays open and in the ledger, and is out of sight in `status` and lists until it ends, or until
 * a person takes it out of the desk. What is raised anew later is another alert, and is seen.
 */
export async function muteAlert(scene: ActionScene, id: string): Promise<ActionOutcome> {
  const { desk, session } = scene;
  const { read } = session.path.ledger;
  const open = new Set((await read.openAlerts()).map((alert) => alert.id));
  if (!open.has(id)) {
    const condition = { field: 'key', comparison: '=', value: id } as const;
    const { total } = await read.list({ kind: 'alert', conditions: [condition], limit: 1, offset: 0 });
    return total > 0
      ? refused('ACTION_REFUSED', `Alert ${id} has ended: there is nothing to mute.`)
      : refused('NOT_FOUND', `There is no alert ${id}. \`ordrebro list alert\` shows the keys.`);
  }
  await desk.read();
  if (desk.data.mutedAlerts.includes(id)) return refused('ACTION_REFUSED', `Alert ${id} is muted already.`);
  await inTransaction(scene, (transaction) =>
    auditAction(scene, transaction, { kind: 'alert', key: id }, 'mute', { from: 'open', to: 'muted' }),
  );
  await desk.update((records) => {
    records.mutedAlerts = [...records.mutedAlerts.filter((one) => open.has(one)), id];
  });
  return {
    done: true,
    message: `Alert ${id} is muted. \`ordrebro list alert status:muted\` shows it; taken out of mutedAlerts in state/desk.json it is seen again.`,
  };
}
