/** Waits before the next attempt of a delivery: one for each, and none for one that is withdrawn or out. */
export class DeliveryTimers {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #onDefect: (error: unknown) => void;

  constructor(onDefect: (error: unknown) => void) {
    this.#onDefect = onDefect;
  }

  has(deliveryId: string): boolean {
    return this.#timers.has(deliveryId);
  }

  set(deliveryId: string, ms: number, work: () => Promise<void>): void {
    this.cancel(deliveryId);
    const timer = setTimeout(() => {
      this.#timers.delete(deliveryId);
      work().catch(this.#onDefect);
    }, ms);
    this.#timers.set(deliveryId, timer);
  }

  cancel(deliveryId: string): void {
    clearTimeout(this.#timers.get(deliveryId));
    this.#timers.delete(deliveryId);
  }

  stop(): void {
    for (const id of [...this.#timers.keys()]) this.cancel(id);
  }
}
