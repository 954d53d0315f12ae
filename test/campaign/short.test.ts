import { describe, expect, it } from 'vitest';
import { killedUnderLoad } from './f01-killed-under-load.ts';
import { killedAtCall } from './faults/at-every-call.ts';
import { unmet } from './needs.table.ts';

/** Short forms of two campaigns, so that no change goes in that `npm run campaign` would refuse at once. */
const order = { seed: 1, keepEvidence: true, say: () => undefined };
const TIMEOUT_MS = 180_000;

describe('a daemon that is killed', () => {
  it('at random moments under load loses nothing and doubles nothing', { timeout: TIMEOUT_MS }, async () => {
    const { runs, violations } = await killedUnderLoad({ ...order, runs: 10 });
    expect(violations).toEqual([]);
    expect(runs).toBe(10);
  });

  const missing = unmet(['strace']);
  it.skipIf(missing.length > 0)(
    `at a durable system call recovers${missing.map((text) => ` (${text})`).join('')}`,
    { timeout: TIMEOUT_MS },
    async () => {
      const { runs, violations } = await killedAtCall({ ...order, runs: 5 });
      expect(violations).toEqual([]);
      expect(runs).toBe(5);
    },
  );
});
