import type { Finding } from '../../domain/decision.ts';
import { type DoctorCheck, found } from './doctor-check.ts';

/** No version of this program is older: a clock before it is wrong. */
const EARLIEST = '2026-01-01T00:00:00Z';
/** A clock beyond this is wrong, or the program is due for retirement. */
const LATEST = '2100-01-01T00:00:00Z';
/** Clocks of two machines may differ by this much and still be right. */
const SLACK_MINUTES = 5;

/** Does the clock make sense, and has time not gone back since the last file? */
export const CHECK_CLOCK: DoctorCheck = {
  name: 'Clock',
  look: async ({ now, ledger }) => {
    const lastFiles = ledger === null ? {} : await ledger.read.lastFileAt();
    return clockFindings(now, Object.values(lastFiles));
  },
};

/** `seen`: instants that the ledger has written down, and that cannot lie in the future. */
export function clockFindings(now: string, seen: readonly string[]): Finding[] {
  const clock = Temporal.Instant.from(now);
  const repair = 'Set the clock of this machine, and let it follow a time server.';
  if (Temporal.Instant.compare(clock, EARLIEST) < 0 || Temporal.Instant.compare(clock, LATEST) > 0) {
    return [found('CLOCK_UNSOUND', 'error', `The clock of this machine says ${now}.`, repair)];
  }
  const soon = clock.add({ minutes: SLACK_MINUTES });
  const ahead = seen.filter((instant) => Temporal.Instant.compare(instant, soon) > 0).sort();
  const furthest = ahead[ahead.length - 1];
  if (furthest === undefined) return [];
  return [
    found(
      'CLOCK_UNSOUND',
      'warning',
      `The clock says ${now}, and a file was taken at ${furthest}: the clock went back, or was ahead then.`,
      repair,
    ),
  ];
}
