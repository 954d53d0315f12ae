import { plainDay } from '../../rows/plain-day.ts';

/** What stands in a pattern: digits of a named part, or text as it is. */
type Part = { part: TimePart } | { text: string };

const PARTS = {
  yyyy: '(\\d{4})',
  yy: '(\\d\\d)',
  MM: '(\\d\\d)',
  M: '(\\d\\d?)',
  dd: '(\\d\\d)',
  d: '(\\d\\d?)',
  HH: '(\\d\\d)',
  mm: '(\\d\\d)',
  ss: '(\\d\\d)',
  SSS: '(\\d{3})',
  '+hh:mm': '(Z|[+-]\\d\\d:\\d\\d)',
  '+hhmm': '(Z|[+-]\\d{4})',
} as const;
export type TimePart = keyof typeof PARTS;

/** Parts by what they are: a pattern has each once at most. */
const MEANS = {
  year: ['yyyy', 'yy'],
  month: ['MM', 'M'],
  day: ['dd', 'd'],
  hour: ['HH'],
  minute: ['mm'],
  second: ['ss'],
  fraction: ['SSS'],
  offset: ['+hh:mm', '+hhmm'],
} as const satisfies Record<string, readonly TimePart[]>;
export type TimeUnit = keyof typeof MEANS;

/** The parts of a time as text, as a pattern found them or is to write them: the year in four digits, the rest in two. */
export type TimeTexts = Partial<Record<TimeUnit, string>>;

/** A pattern of dates and times, understood once. */
export interface TimePattern {
  text: string;
  units: ReadonlySet<TimeUnit>;
  /** The parts of a text that fits; undefined where it does not, or where its day or its time does not exist. */
  read(text: string): TimeTexts | undefined;
  /** Undefined where a year of two digits would be read as another one. */
  write(time: TimeTexts): string | undefined;
}

const HINT =
  "Use yyyy or yy, MM or M, dd or d, HH, mm, ss, SSS (fraction of a second) and +hh:mm or +hhmm (the offset, as +02:00 or +0200); other letters stand in single quotes, as in yyyy-MM-dd'T'HH:mm.";

/** Years of two digits: 00 to 79 are 2000 to 2079, 80 to 99 are 1980 to 1999. */
const CENTURY_TURNS_AT = 80;

/** Understands a pattern, or says what is wrong with it. Its year, month and day have to be there. */
export function timePattern(text: string): { made: TimePattern } | { problem: string; hint: string } {
  const parts: Part[] = [];
  for (const [token, quotedText] of text.matchAll(/\+hh:mm|\+hhmm|yyyy|yy|MM?|dd?|HH|mm|ss|SSS|'([^']*)'|./gsu)) {
    if (Object.hasOwn(PARTS, token)) parts.push({ part: token as TimePart });
    else if (quotedText !== undefined) parts.push({ text: quotedText });
    else if (token === 'T' || !/[\p{L}']/u.test(token)) parts.push({ text: token });
    else return { problem: `"${token}" means nothing in the pattern ${text}.`, hint: HINT };
  }
  const said = parts.flatMap((part) => ('part' in part ? [unitOf(part.part)] : []));
  const twice = said.find((unit, index) => said.indexOf(unit) !== index);
  if (twice !== undefined) return { problem: `The ${twice} stands twice in the pattern ${text}.`, hint: HINT };
  const missing = (['year', 'month', 'day'] as const).find((unit) => !said.includes(unit));
  if (missing !== undefined) return { problem: `The pattern ${text} has no ${missing}.`, hint: HINT };
  return { made: patternOf(text, parts, said) };
}

function unitOf(part: TimePart): TimeUnit {
  for (const [unit, parts] of Object.entries(MEANS))
    if ((parts as readonly TimePart[]).includes(part)) return unit as TimeUnit;
  throw new RangeError(part);
}

function patternOf(text: string, parts: readonly Part[], said: readonly TimeUnit[]): TimePattern {
  const form = new RegExp(
    `^${parts.map((part) => ('part' in part ? PARTS[part.part] : RegExp.escape(part.text))).join('')}$`,
    'u',
  );
  return {
    text,
    units: new Set(said),
    read(written) {
      const found = form.exec(written);
      if (found === null) return undefined;
      const time: TimeTexts = {};
      for (const [index, unit] of said.entries()) time[unit] = filled(unit, found[index + 1] ?? '');
      return exists(time) ? time : undefined;
    },
    write(time) {
      const short = parts.some((part) => 'part' in part && part.part === 'yy');
      if (short && filled('year', (time.year ?? '').slice(-2)) !== time.year) return undefined;
      return parts.map((part) => ('part' in part ? partText(part.part, time) : part.text)).join('');
    },
  };
}

function filled(unit: TimeUnit, digits: string): string {
  if (unit === 'year' && digits.length === 2) return `${Number(digits) < CENTURY_TURNS_AT ? '20' : '19'}${digits}`;
  if (unit === 'offset') return digits.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  return unit === 'month' || unit === 'day' ? digits.padStart(2, '0') : digits;
}

function exists(time: TimeTexts): boolean {
  const { year = '', month = '', day = '', hour = '00', minute = '00', second = '00' } = time;
  return (
    plainDay(`${year}-${month}-${day}`) !== undefined && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
  );
}

function partText(part: TimePart, time: TimeTexts): string {
  const text = time[unitOf(part)] ?? '';
  if (part === 'yy') return text.slice(-2);
  if (part === 'M' || part === 'd') return text.replace(/^0/, '');
  return part === '+hhmm' ? text.replace(':', '') : text;
}
