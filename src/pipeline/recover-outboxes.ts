import { Fault } from '../domain/fault.ts';
import type { DeliveryRecord } from '../domain/records.ts';
import type { OutboxName } from '../domain/settings.generated.ts';
import type { Deliveries } from './deliveries.ts';
import { inTransaction } from './in-transaction.ts';
import type { Path } from './path.ts';
import type { StagingState } from './ports.ts';
import { replacedFault } from './steps/require-right-folder.ts';

/** More open deliveries than a site ever has: a limit, because everything has one. */
const MAX_OPEN_DELIVERIES = 10_000_000;

/** The outboxes at start: what their staging folders say, and which could not be asked. */
export interface InspectedOutboxes {
  states: ReadonlyMap<OutboxName, StagingState>;
  /** Closed until they can be reached; the other channels go on. */
  unreachable: ReadonlyMap<OutboxName, Fault>;
}

/**
 * What the staging folders say at start, before this start writes its own marker. Throws
 * `LEDGER_OLDER_THAN_OUTBOX` when a marker is newer than the ledger: somebody restored an old ledger, and what
 * it takes for staged may have gone out long ago.
 */
export async function inspectOutboxes(path: Path): Promise<InspectedOutboxes> {
  const states = new Map<OutboxName, StagingState>();
  const unreachable = new Map<OutboxName, Fault>();
  for (const [folder, outbox] of Object.entries(path.outboxes) as [OutboxName, Path['outboxes'][OutboxName]][]) {
    const state = await outbox.inspect().catch((error: unknown) => {
      if (!(error instanceof Fault)) throw error;
      unreachable.set(folder, error);
    });
    if (state === undefined) continue;
    const { marker } = state;
    if (marker !== null && marker.siteId === path.ledger.siteId && marker.epoch > path.ledger.epoch) {
      throw new Fault(
        'LEDGER_OLDER_THAN_OUTBOX',
        `outbox/${folder} was last written by start number ${marker.epoch} of this site, but the ledger knows only ${path.ledger.epoch}: the ledger is an older copy.`,
        {
          hint: 'Nothing was started, so that nothing goes out twice. Run `ordrebro restore DIR` with the newest backup: it skips numbers ahead and lists what went out since.',
          at: { file: `outbox/${folder}/.staging/.ordrebro` },
        },
      );
    }
    states.set(folder, state);
  }
  return { states, unreachable };
}

/**
 * Settles what the former process left between commit and hand-over, and opens the outboxes under this epoch.
 * Runs before the intake opens; crash or not, it is the same code.
 */
export async function recoverOutboxes(
  path: Path,
  deliveries: Deliveries,
  { states, unreachable }: InspectedOutboxes,
): Promise<DeliveryRecord[]> {
  const open = await path.ledger.read.deliveriesInStatus(['staged', 'retrying', 'stopped'], MAX_OPEN_DELIVERIES);
  await inTransaction(path.ledger, async (transaction) => {
    for (const [folder, fault] of unreachable) deliveries.closeFor(folder, fault);
    for (const [folder, state] of states) {
      const ours = state.marker?.siteId === path.ledger.siteId;
      if (!ours && (state.marker !== null || (await transaction.outboxKnown(folder)))) {
        deliveries.closeFor(folder, replacedFault(folder));
        continue;
      }
      await sweep(path, folder, state, open);
      await path.outboxes[folder].writeMarker({ siteId: path.ledger.siteId, epoch: path.ledger.epoch });
      await transaction.rememberOutbox(folder);
    }
  });
  return settle(path, open, states);
}

/** Files in staging without an open row were staged by a batch that never committed, or were withdrawn. */
async function sweep(
  path: Path,
  folder: OutboxName,
  state: StagingState,
  open: readonly DeliveryRecord[],
): Promise<void> {
  const rows = new Set(open.filter((record) => record.folder === folder).map((record) => record.id));
  const rest = [...state.staged].filter((id) => !rows.has(id));
  for (const name of [...rest, ...state.leftovers]) await path.outboxes[folder].discard(name);
  if (rest.length > 0) path.log.info('staging-swept', { folder, files: rest.length });
}

/** Marks as delivered what is gone from a staging folder that is ours; gives back what is still to be handed over. */
function settle(
  path: Path,
  open: readonly DeliveryRecord[],
  states: ReadonlyMap<OutboxName, StagingState>,
): DeliveryRecord[] {
  const todo: DeliveryRecord[] = [];
  for (const record of open) {
    const state = states.get(record.folder);
    const gone = state !== undefined && state.marker?.siteId === path.ledger.siteId && !state.staged.has(record.id);
    if (gone) {
      path.riders.marks.push({ mark: 'delivered', deliveryId: record.id, at: path.clock.now() });
      path.log.info('delivery-recovered', { delivery: record.id, folder: record.folder, as: 'delivered' });
    } else {
      if (record.status === 'retrying') record.status = 'staged'; // a start is a new chance, its attempts stay counted
      todo.push(record);
    }
  }
  return todo;
}
