import { vi } from 'vitest';
import type * as calls from '../../src/disk/file-calls.ts';

/** The real file calls, each of which a test can count or make fail; `vi.resetAllMocks()` makes them real again. */
export function spied(real: typeof calls): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(real).map(([name, call]) => [
      name,
      typeof call === 'function' ? vi.fn(call as () => unknown) : call,
    ]),
  );
}

/** Makes the next use of a spied call fail. */
export function failOnce(call: unknown, error: Error): void {
  vi.mocked(call as () => Promise<unknown>).mockRejectedValueOnce(error);
}
