import { performance } from 'node:perf_hooks';
import type { Clock } from '../pipeline/ports.ts';

/** The machine's clock; with `--now` a clock that starts at that instant and goes on from there. */
export function systemClock(now: string | null): Clock {
  const offsetMs = now === null ? 0 : Temporal.Instant.from(now).epochMilliseconds - Date.now();
  return {
    now: () => new Date(Date.now() + offsetMs).toISOString(),
    monotonicMs: () => performance.now(),
  };
}
