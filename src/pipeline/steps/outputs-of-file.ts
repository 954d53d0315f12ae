import type { Output } from '../../domain/decision.ts';
import type { DeliveryRecord } from '../../domain/records.ts';
import { type OutputDesk, planOutputs } from './plan-outputs.ts';

/** Outputs that are held until they are planned together. Few files have more. */
const MOST_HELD = 256;

/**
 * The outputs of one file in the order of its decisions. Those of most files are planned together when all is decided, so that
 * of several results of one document only the last takes a number; where there are more, they are planned and begun
 * with in between, so that a file of any size holds no more than some of them.
 */
export class OutputsOfFile {
  readonly #desk: OutputDesk;
  readonly #fileId: string;
  readonly #now: string;
  readonly #goOn: () => Promise<void>;
  readonly #withdrawn: DeliveryRecord[] = [];
  #held: Output[] = [];

  /** `goOn`: what is planned by then may be begun with; it waits while too much is on its way. */
  constructor(desk: OutputDesk, fileId: string, now: string, goOn: () => Promise<void>) {
    this.#desk = desk;
    this.#fileId = fileId;
    this.#now = now;
    this.#goOn = goOn;
  }

  async add(outputs: readonly Output[]): Promise<void> {
    this.#held.push(...outputs);
    if (this.#held.length < MOST_HELD) return;
    await this.#plan();
    await this.#goOn();
  }

  /** Plans the rest. Gives the older deliveries that were withdrawn for all of them. */
  async end(): Promise<DeliveryRecord[]> {
    await this.#plan();
    return this.#withdrawn;
  }

  async #plan(): Promise<void> {
    const { deliveries, withdrawn } = await planOutputs(this.#desk, this.#held, this.#fileId, this.#now);
    this.#desk.planned.push(...deliveries);
    this.#withdrawn.push(...withdrawn);
    this.#held = [];
  }
}
