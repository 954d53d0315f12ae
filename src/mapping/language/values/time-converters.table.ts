import type { MappingFormat } from '../../../domain/mapping-file.generated.ts';
import { plainDay } from '../../rows/plain-day.ts';
import type { Compiled, StepResult } from '../value-steps.ts';
import type { ConverterRow, ConverterWays } from './converter.ts';
import { bothWays } from './converter.ts';
import { type TimePattern, timePattern } from './day-pattern.ts';
import { instantOf, instantOfLocal, localOfInstant, writtenTime } from './local-time.ts';
import { isNot, made, textOf } from './step-result.ts';

const PATTERN = {
  pattern: {
    kind: 'text',
    says: 'how the file writes it: yyyy or yy, MM or M, dd or d, HH, mm, ss, SSS, +hh:mm or +hhmm for the offset; other letters in single quotes. Years of two digits: 00 to 79 are 20.., 80 to 99 are 19...',
  },
} as const satisfies ConverterRow['arguments'];

const ISO = 'yyyy-MM-dd';

/** Converters of dates and times. */
export const TIME_CONVERTERS = {
  date: {
    does: 'A day as the file writes it. Without a pattern as source or target says (date), else yyyy-MM-dd. Only days that exist.',
    arguments: PATTERN,
    alone: 'pattern',
    example: { convert: { date: 'ddMMyy' }, file: '311226', document: '2026-12-31' },
    compile: (given, format) => dayWays(given.text('pattern'), format, false),
  },
  'date-for-information': {
    does: 'A day that only informs: one that cannot be read is left out with a warning.',
    arguments: PATTERN,
    alone: 'pattern',
    example: { convert: { 'date-for-information': 'dd.MM.yyyy' }, file: '31.12.2026', document: '2026-12-31' },
    compile: (given, format) => dayWays(given.text('pattern'), format, true),
  },
  instant: {
    does: 'A point in time. Without a pattern as RFC 3339 has it, with its offset; with a pattern without an offset in the zone of site.yaml. A time that the clock shows twice or never (daylight saving) is refused when read.',
    arguments: PATTERN,
    alone: 'pattern',
    example: {
      convert: { instant: 'dd.MM.yyyy HH:mm' },
      file: '22.11.2026 08:30',
      document: '2026-11-22T08:30:00+01:00',
    },
    compile: (given) => {
      const text = given.text('pattern');
      if (text === undefined)
        return bothWays(
          (value) => instantOf(textOf(value).trim()),
          (value) => instantOf(textOf(value)),
        );
      const pattern = timePattern(text);
      if (!('made' in pattern)) return pattern;
      return bothWays(
        (value, { timeZone }) => {
          const written = textOf(value).trim();
          const time = pattern.made.read(written);
          return time === undefined ? notSo('a time', written, pattern.made) : instantOfLocal(time, written, timeZone);
        },
        (value, { timeZone }) => localOfInstant(textOf(value), pattern.made, timeZone),
      );
    },
  },
} as const satisfies Record<string, ConverterRow>;

function dayWays(given: string | undefined, format: MappingFormat, informs: boolean): Compiled<ConverterWays> {
  const pattern = timePattern(given ?? format.date ?? ISO);
  if (!('made' in pattern)) return pattern;
  const day = pattern.made;
  const ofSchema = given === undefined && format.format === 'xml' && day.text === ISO; // xsd:date may have a zone
  const unread = (text: string): StepResult => {
    const refusal = notSo('a date', text, day);
    return informs ? { ...refusal, severity: 'warning' } : refusal;
  };
  const read = (text: string): StepResult => {
    if (ofSchema) return dayOr(plainDay(text), text, unread);
    const { year, month, day: dayOfMonth } = day.read(text) ?? {};
    return dayOr(year === undefined ? undefined : `${year}-${month}-${dayOfMonth}`, text, unread);
  };
  const write = (text: string): StepResult => {
    if (plainDay(text) !== text) return isNot('a date', text, 'A date of a document is YYYY-MM-DD.');
    const [year = '', month = '', dayOfMonth = ''] = text.split('-');
    return writtenTime(day.write({ year, month, day: dayOfMonth }), text);
  };
  const timed = ['hour', 'minute', 'second', 'fraction', 'offset'].some((unit) =>
    (day.units as ReadonlySet<string>).has(unit),
  );
  const noWay = {
    problem: `A date has no time to write as ${day.text}.`,
    hint: "Write the time as text, in single quotes: yyyy-MM-dd'T00:00:00'.",
  };
  return {
    made: {
      in: (value) => read(textOf(value).trim()),
      out: timed ? noWay : (value) => write(textOf(value)),
    },
  };
}

function dayOr(day: string | undefined, text: string, otherwise: (text: string) => StepResult): StepResult {
  return day === undefined ? otherwise(text) : made(day);
}

function notSo(what: string, text: string, pattern: TimePattern): Extract<StepResult, { refused: string }> {
  return isNot(
    `${what} written as ${pattern.text}`,
    text,
    'The pattern stands in the row, or under source (date). Days and hours that do not exist are refused too.',
  );
}
