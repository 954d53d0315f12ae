import { Fault } from '../domain/fault.ts';
import { didYouMeanHint } from './did-you-mean-hint.ts';

/** The instant that "now" means, and the time zone in which a day begins. */
export interface Today {
  now: string;
  timeZone: string;
}

const WEEKDAYS: readonly string[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const DAY_WORDS: readonly string[] = ['today', 'yesterday', ...WEEKDAYS];

/** A day as people write it: `2026-11-21`, `today`, `yesterday`, or a weekday, which is the latest one that has begun. */
export function dayOf(written: string, today: Today): Temporal.PlainDate {
  const word = written.toLowerCase();
  const current = Temporal.Instant.from(today.now).toZonedDateTimeISO(today.timeZone).toPlainDate();
  if (word === 'today') return current;
  if (word === 'yesterday') return current.subtract({ days: 1 });
  const weekday = WEEKDAYS.indexOf(word) + 1;
  if (weekday > 0) return current.subtract({ days: (current.dayOfWeek - weekday + 7) % 7 });
  try {
    return Temporal.PlainDate.from(written);
  } catch (cause) {
    throw new Fault('WRONG_USE', `"${written}" is no day`, {
      hint: `${didYouMeanHint(word, DAY_WORDS)} Write 2026-11-21, today, yesterday or a weekday.`.trim(),
      cause,
    });
  }
}

/** An instant as people write it: a day (its beginning, in the site's time zone), `3d` or `12h` ago, or an instant itself. */
export function instantOf(written: string, today: Today): string {
  const ago = /^(\d{1,5})([dh])$/.exec(written);
  if (ago !== null) {
    const hours = Number(ago[1]) * (ago[2] === 'd' ? 24 : 1);
    return asText(Temporal.Instant.from(today.now).subtract({ hours }));
  }
  if (written.includes('T')) {
    try {
      return asText(Temporal.Instant.from(written));
    } catch {
      // no instant: perhaps a weekday with a capital T
    }
  }
  return asText(dayOf(written, today).toZonedDateTime(today.timeZone).toInstant());
}

function asText(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' });
}
