import { isInstant } from '../../canonical/is-instant.ts';
import type { StepResult } from '../value-steps.ts';
import type { TimePattern, TimeTexts } from './day-pattern.ts';
import { isNot, made, quoted } from './step-result.ts';

const INSTANT_HINT = 'An instant is written with its offset, as 2026-11-22T08:30:00+01:00.';

/** RFC 3339 as it stands, or why it is none. */
export function instantOf(text: string): StepResult {
  return isInstant(text) ? made(text) : isNot('an instant', text, INSTANT_HINT);
}

/**
 * The instant (RFC 3339) of a time that a pattern has read: by its own offset, else in the site's zone. A time that the
 * clock shows twice or never in a night of daylight saving is refused, for which instant it was cannot be known.
 */
export function instantOfLocal(time: TimeTexts, written: string, zone: string | undefined): StepResult {
  const { year, month, day, hour = '00', minute = '00', second = '00', fraction, offset } = time;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction === undefined ? '' : `.${fraction}`}`;
  if (offset !== undefined)
    return isInstant(local + offset) ? made(local + offset) : isNot('an instant', written, INSTANT_HINT);
  if (zone === undefined) return zoneMissing(written);
  try {
    const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'reject' });
    const own = zoned.offset;
    return made(local + own);
  } catch {
    return {
      refused: `${quoted(written)} is no one time in ${zone}: the clock shows it twice or never, where daylight saving begins or ends.`,
      hint: 'Ask the sender for times with an offset, and say +hh:mm in the pattern.',
    };
  }
}

/** An instant as a pattern writes it: with an offset in its own one where no zone is known, else in the site's zone. */
export function localOfInstant(text: string, pattern: TimePattern, zone: string | undefined): StepResult {
  if (!isInstant(text)) return isNot('an instant', text, INSTANT_HINT);
  const own = /Z$/i.test(text) ? 'UTC' : text.slice(-6);
  if (zone === undefined && !pattern.units.has('offset')) return zoneMissing(text);
  try {
    const zoned = Temporal.Instant.from(text).toZonedDateTimeISO(zone ?? own);
    return writtenTime(pattern.write(timeTexts(zoned)), text);
  } catch {
    return {
      refused: `${quoted(text)} cannot be told in the zone ${zone}.`,
      hint: 'The zone stands in site.yaml, as Europe/Oslo.',
    };
  }
}

/** What a pattern has written; refused where its year of two digits would be read as another one. */
export function writtenTime(written: string | undefined, text: string): StepResult {
  if (written !== undefined) return made(written);
  return {
    refused: `The year of ${quoted(text)} cannot be written with two digits: they mean 1980 to 2079.`,
    hint: 'Write yyyy in the pattern where the receiver allows it.',
  };
}

function timeTexts(zoned: Temporal.ZonedDateTime): TimeTexts {
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    year: String(zoned.year).padStart(4, '0'),
    month: two(zoned.month),
    day: two(zoned.day),
    hour: two(zoned.hour),
    minute: two(zoned.minute),
    second: two(zoned.second),
    fraction: String(zoned.millisecond).padStart(3, '0'),
    offset: zoned.offset,
  };
}

function zoneMissing(written: string): StepResult {
  return {
    refused: `${quoted(written)} has no offset, and no zone is known.`,
    hint: 'Say +hh:mm in the pattern, or the zone in site.yaml.',
  };
}
