/**
 * Answers to single questions, nothing among them, as long as all of them together hold no more than `most`:
 * then the oldest go. An answer counts for what it lists, and for one more, so that empty ones are bounded too.
 */
export class KnownAnswers<Listed> {
  readonly #answers = new Map<string, readonly Listed[]>();
  readonly #most: number;
  #held = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** How much is held. */
  get held(): number {
    return this.#held;
  }

  get(question: string): readonly Listed[] | undefined {
    return this.#answers.get(question);
  }

  /** Remembers the answer to a question that was not known; one that is larger than all may be is not remembered. */
  put(question: string, answer: readonly Listed[]): void {
    if (answer.length >= this.#most || this.#answers.has(question)) return;
    this.#answers.set(question, answer);
    this.#held += 1 + answer.length;
    for (const [oldest, { length }] of this.#answers) {
      if (this.#held <= this.#most) return;
      this.#answers.delete(oldest);
      this.#held -= 1 + length;
    }
  }

  clear(): void {
    this.#answers.clear();
    this.#held = 0;
  }
}
