import type { Decision } from '../../domain/decision.ts';
import type { DocumentKind } from '../../domain/document-kinds.table.ts';
import type { FileRecord } from '../../domain/records.ts';
import { otherHalves } from './other-halves.ts';
import type { Occasion } from './wake-others.ts';

/** Master data that order match reads: who waits may come out otherwise when it changes. */
const MASTER_DATA: ReadonlySet<DocumentKind> = new Set(['supplier', 'product', 'delivery-alternative']);

/** What is left of a file's decisions when they are done: its answers, and the news that concern others. The decisions themselves are not kept. */
export class DecidedNews {
  readonly answers: FileRecord['documents'] = [];
  /** Orders that are here for the first time, and those that are replaced. */
  readonly #arrived: string[] = [];
  readonly #changed: string[] = [];
  /** Orders of which a replayed document lets go. */
  readonly #released: string[] = [];
  readonly #numbers: string[] = [];
  readonly #referring: string[] = [];
  #masterData = false;

  /** Takes the next decision, and the orders that it let go of. */
  note(decision: Decision, released: readonly string[]): void {
    const { kind, key, outcome, status, reasons, changes } = decision;
    this.answers.push({ document: kind, key, outcome, status, reasons });
    this.#released.push(...released);
    if (kind === 'purchase-order')
      for (const change of changes)
        if (change.change === 'put-document') (change.revision === 1 ? this.#arrived : this.#changed).push(change.key);
    this.#masterData ||= MASTER_DATA.has(kind) && changes.some(({ change }) => change === 'put-document');
    const { numbers, referring } = otherHalves([decision]);
    this.#numbers.push(...numbers);
    this.#referring.push(...referring);
  }

  get allAccepted(): boolean {
    return this.answers.every(({ outcome }) => outcome === 'accepted');
  }

  /** Did master data change that order match reads? */
  get changesMasterData(): boolean {
    return this.#masterData;
  }

  /** Whom it concerns. */
  occasion(): Occasion {
    return {
      by: this.answers.map(({ key }) => key),
      arrived: this.#arrived,
      orderNos: [...this.#changed, ...this.#released],
      numbers: this.#numbers,
      referring: this.#referring,
    };
  }
}
