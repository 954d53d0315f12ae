import type { FaultCode } from '../../domain/fault.table.ts';
import { attributeOf } from '../../formats/xml/xml-tree.ts';
import { exactDecimal } from './exact-decimal.ts';
import type { Found } from './find.ts';
import { plainDay } from './plain-day.ts';

/** What a converter says instead of a value. An error refuses the document, a warning leaves the value out. */
export interface Refusal {
  severity: 'error' | 'warning';
  code: FaultCode & ('VALUE_INVALID' | 'VALUE_UNUSABLE');
  message: string;
  hint: string;
}

/** What a converter may know beside the value itself. */
export interface ConvertContext {
  /** The currency that amounts without another one are in; undefined where the document states none. */
  currency: string | undefined;
}

/** What a converter makes of a value: the value, nothing, or why it refuses. */
export type Converted = string | number | undefined | Refusal;

export interface Converter {
  /** The document is understood without this value: stated twice and differently, it is left out with a warning. */
  informs: boolean;
  convert(found: Found, context: ConvertContext): Converted;
}

const NUMBER_HINT = 'Write it as digits with a point before the decimals and the sign in front: -15894.67.';
const DATE_HINT = 'Write it as YYYY-MM-DD.';

const invalid = (what: string, text: string): Refusal => ({
  severity: 'error',
  code: 'VALUE_INVALID',
  message: `"${shown(text)}" is not ${what}.`,
  hint: NUMBER_HINT,
});
const unusable = (what: string, text: string, hint: string): Refusal => ({
  severity: 'warning',
  code: 'VALUE_UNUSABLE',
  message: `"${shown(text)}" is not ${what}; it is left out.`,
  hint,
});

const NOT_BASE64: Refusal = {
  severity: 'warning',
  code: 'VALUE_UNUSABLE',
  message: 'The content of this attachment is no base64; it is left out.',
  hint: 'The invoice itself is not affected. Ask the sender for the attachment.',
};

/** The closed list of converters. */
export const CONVERTERS = {
  text: { informs: false, convert: ({ text }) => text },
  /** An amount of the document: exact, and in the document's currency where it names one. */
  money: { informs: false, convert: money },
  /** A quantity, price base or rate that money is calculated from. */
  decimal: { informs: false, convert: ({ text }) => exactDecimal(text) ?? invalid('a number', text) },
  /** A number that only informs. */
  'decimal-for-information': {
    informs: true,
    convert: ({ text }) => exactDecimal(text) ?? unusable('a number', text, NUMBER_HINT),
  },
  date: { informs: false, convert: ({ text }) => plainDay(text) ?? unusable('a date', text, DATE_HINT) },
  /** `order##line`, as the guide of EHF 2.0 has it: the part before, where there are two parts. */
  'order-of-reference': { informs: false, convert: ({ text }) => twoParts(text)?.order },
  'line-of-reference': { informs: false, convert: ({ text }) => twoParts(text)?.line ?? text },
  /** Size and hash of an attachment, of its decoded bytes. Without them the invoice is still the invoice. */
  'sunk-bytes': {
    informs: true,
    convert: ({ element }) => (element.sunk?.sound === false ? NOT_BASE64 : element.sunk?.bytes),
  },
  'sunk-sha256': {
    informs: true,
    convert: ({ element }) => (element.sunk?.sound === false ? undefined : element.sunk?.sha256),
  },
} as const satisfies Record<string, Converter>;
export type ConverterName = keyof typeof CONVERTERS;

function money({ element, text }: Found, context: ConvertContext): string | Refusal {
  const amount = exactDecimal(text);
  if (amount === undefined) return invalid('an amount', text);
  const currency = attributeOf(element, 'currencyID')?.trim();
  if (currency === undefined || currency === '' || context.currency === undefined || currency === context.currency)
    return amount;
  return {
    severity: 'error',
    code: 'VALUE_INVALID',
    message: `This amount is in ${shown(currency)}, but the document is in ${shown(context.currency)}.`,
    hint: 'All amounts of a document are in its own currency (only the VAT may be stated in a second one).',
  };
}

function twoParts(text: string): { order: string; line: string } | undefined {
  const at = text.indexOf('##');
  return at > 0 && at + 2 < text.length
    ? { order: text.slice(0, at).trim(), line: text.slice(at + 2).trim() }
    : undefined;
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
