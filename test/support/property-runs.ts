/** Runs of each property in the nightly form; unset, each property makes as many as it says. */
const NIGHTLY = Number(process.env.ORDREBRO_PROPERTY_RUNS ?? '0');

/**
 * How often a property is tried: `usual` times, or as often as the environment variable `ORDREBRO_PROPERTY_RUNS` says
 * (10,000 in the nightly form). A property test that runs so long is given the time it needs.
 */
export function propertyRuns(usual: number): { numRuns: number } {
  return { numRuns: Number.isInteger(NIGHTLY) && NIGHTLY > 0 ? NIGHTLY : usual };
}

/** Milliseconds that a property test may take: long enough that only an endless loop meets it. */
export const PROPERTY_TIMEOUT = NIGHTLY > 0 ? 3_600_000 : 60_000;
