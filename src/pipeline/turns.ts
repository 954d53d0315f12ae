/**
 * Turns of the batches of one channel: each batch takes a ticket when it is claimed and decides when every
 * earlier ticket has been given back. When the site stops, nobody's turn comes any more.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  readonly #stopped: Promise<false>;

  constructor(signal: AbortSignal) {
    this.#stopped = new Promise((resolve) => {
      if (signal.aborted) resolve(false);
      else signal.addEventListener('abort', () => resolve(false), { once: true });
    });
  }

  take(): { mine: Promise<boolean>; decided: () => void } {
    const mine = Promise.race([this.#last.then(() => true), this.#stopped]);
    let decided: () => void = () => undefined;
    this.#last = new Promise<void>((resolve) => {
      decided = resolve;
    });
    return { mine, decided };
  }
}
