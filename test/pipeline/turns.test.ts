import { describe, expect, it } from 'vitest';
import { Turns } from '../../src/pipeline/turns.ts';

describe('turns of the batches of a channel', () => {
  it('come in the order in which the tickets were taken, however the batches hurry', async () => {
    const turns = new Turns(new AbortController().signal);
    const first = turns.take();
    const second = turns.take();
    const third = turns.take();
    const seen: string[] = [];
    const wait = async (name: string, ticket: typeof first) => {
      expect(await ticket.mine).toBe(true);
      seen.push(name);
      ticket.decided();
    };
    await Promise.all([wait('third', third), wait('second', second), wait('first', first)]);
    expect(seen).toEqual(['first', 'second', 'third']);
  });

  it('never come after the site was stopped', async () => {
    const abort = new AbortController();
    const turns = new Turns(abort.signal);
    turns.take();
    const waiting = turns.take();
    abort.abort();
    expect(await waiting.mine).toBe(false);
    expect(await new Turns(abort.signal).take().mine).toBe(false);
  });
});
