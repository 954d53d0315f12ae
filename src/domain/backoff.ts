/** How long to wait before attempt number `attempts + 1`, in milliseconds. `jitter` from 0 to 1 spreads those that failed together. */
export function backoffMs(
  retry: { firstMs: number; factor: number; maxMs: number },
  attempts: number,
  jitter: number,
): number {
  const full = Math.min(retry.maxMs, retry.firstMs * retry.factor ** Math.max(0, attempts - 1));
  return Math.round(full * (0.75 + jitter * 0.5));
}
