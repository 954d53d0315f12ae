import type { Output } from '../../domain/decision.ts';
import type { DeliveryRecord } from '../../domain/records.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { Path } from '../path.ts';
import { planOutput } from './plan-delivery.ts';
import type { PlannedDelivery } from './planned-delivery.ts';

/** What planning works with. */
export interface OutputDesk {
  path: Path;
  transaction: LedgerTransaction;
  /** What was planned before in the same transaction, whose rows are not written yet. */
  planned: PlannedDelivery[];
  /** Older deliveries that are kept from going out until the commit has withdrawn them. */
  withheld: DeliveryRecord[];
}

/** Documents whose newer revision says all that the older one said. Anything else, such as a voucher, is sent however old it is. */
const SUPERSEDED: ReadonlySet<Output['document']> = new Set(['order-match-result', 'invoice-response']);

/** Plans outputs in their order. `fileId`: the file that they answer; null for an operator's action. */
export async function planOutputs(
  desk: OutputDesk,
  outputs: readonly Output[],
  fileId: string | null,
  now: string,
): Promise<{ deliveries: PlannedDelivery[]; withdrawn: DeliveryRecord[] }> {
  const deliveries: PlannedDelivery[] = [];
  const withdrawn: DeliveryRecord[] = [];
  for (const output of outputs.filter(isLastWord)) {
    withdrawn.push(...(await withdrawOlder(desk, output)));
    const sequence = await desk.transaction.nextNumber('output');
    deliveries.push(await planOutput(desk.path, output, fileId, sequence, now));
  }
  return { deliveries, withdrawn };
}

/** Of several results of one document in one transaction only the last one is sent. */
function isLastWord(output: Output, index: number, all: readonly Output[]): boolean {
  if (!SUPERSEDED.has(output.document)) return true;
  const same = (other: Output) => other.document === output.document && other.key === output.key;
  return all.findLastIndex(same) === index;
}

/** An older result that has not gone out yet is withdrawn: the new one says more (order-match.md 24). */
async function withdrawOlder(desk: OutputDesk, output: Output): Promise<DeliveryRecord[]> {
  if (!SUPERSEDED.has(output.document)) return [];
  const { path, transaction, planned, withheld } = desk;
  const same = ({ record }: PlannedDelivery) => record.document === output.document && record.key === output.key;
  const former = planned.findIndex(same); // there is one at most: it was looked for when it was planned
  if (former >= 0) planned.splice(former, 1);
  const open = await transaction.openDeliveriesOfKey(output.document, output.key);
  const older = open.filter((delivery) => path.deliveries.withhold(delivery.id));
  withheld.push(...older);
  for (const delivery of older) {
    await transaction.setDeliveryStatus(delivery.id, 'withdrawn');
    if (delivery.status === 'stopped') await clearStopped(desk, delivery.id);
  }
  return older;
}

/** What was given up is sent no more: nobody need look at it. */
async function clearStopped({ path, transaction }: OutputDesk, id: string): Promise<void> {
  const alert = { change: 'clear-alert', code: 'DELIVERY_STOPPED', subject: { kind: 'delivery', key: id } } as const;
  await transaction.apply([alert], 'path', path.clock.now(), null);
}
