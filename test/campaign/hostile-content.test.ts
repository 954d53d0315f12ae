import { expect, it } from 'vitest';
import { runHostileContent } from './hostile-content.ts';

it('hostile content is never understood, never throws, never hangs (F11, short)', async () => {
  const { runs, violations } = await runHostileContent(2_000, 20_261_121);
  expect(violations).toEqual([]);
  expect(runs).toBeGreaterThanOrEqual(2_000);
});
