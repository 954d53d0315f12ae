import { attributeOf } from '../../../formats/xml/xml-tree.ts';
import { exactDecimal } from '../../rows/exact-decimal.ts';
import type { StepContext, StepResult, StepValue } from '../value-steps.ts';
import type { ConverterRow } from './converter.ts';
import { readsOnly } from './converter.ts';
import { isNot, made, NOTHING, quoted, textOf } from './step-result.ts';

const NUMBER_HINT = 'Write it as digits with a point before the decimals and the sign in front: -15894.67.';

const NOT_BASE64: StepResult = {
  refused: 'The content of this attachment is no base64; it is left out.',
  hint: 'The invoice itself is not affected. Ask the sender for the attachment.',
  severity: 'warning',
};

/** Converters of UBL invoices (FORMATS.md 7). They only read. */
export const INVOICE_CONVERTERS = {
  money: {
    does: "An amount of an XML invoice: exact, and in the document's currency where its attribute currencyID names one.",
    arguments: {},
    example: { convert: 'money', file: '1250.00', document: '1250.00' },
    compile: () => readsOnly(money),
  },
  'decimal-for-information': {
    does: 'A number that only informs: one that cannot be read is left out with a warning.',
    arguments: {},
    informs: true,
    example: { convert: 'decimal-for-information', file: '12.5', document: '12.5' },
    compile: () =>
      readsOnly((value) => {
        const exact = exactDecimal(textOf(value));
        return exact === undefined ? { ...isNot('a number', value, NUMBER_HINT), severity: 'warning' } : made(exact);
      }),
  },
  'order-of-reference': {
    does: 'The order of a reference order##line, as the guide of EHF 2.0 has it; nothing where the reference has no two parts.',
    arguments: {},
    example: { convert: 'order-of-reference', file: '4711##2', document: '4711' },
    compile: () => readsOnly((value) => textOrNothing(twoParts(textOf(value))?.order)),
  },
  'line-of-reference': {
    does: 'The line of a reference order##line; the whole reference where it has no two parts.',
    arguments: {},
    example: { convert: 'line-of-reference', file: '4711##2', document: '2' },
    compile: () => readsOnly((value) => textOrNothing(twoParts(textOf(value))?.line ?? textOf(value))),
  },
  'sunk-bytes': {
    does: 'The size of an attachment in bytes, decoded.',
    arguments: {},
    informs: true,
    example: { convert: 'sunk-bytes', file: 'aGVp', document: 3 },
    compile: () =>
      readsOnly((_value, { element }) => (element?.sunk?.sound === false ? NOT_BASE64 : ofSunk(element?.sunk?.bytes))),
  },
  'sunk-sha256': {
    does: 'The SHA-256 of an attachment, decoded, in hexadecimal.',
    arguments: {},
    informs: true,
    example: {
      convert: 'sunk-sha256',
      file: 'aGVp',
      document: 'f9d1af62d004d4da648929bc7dde552685979d6e6a78dc8f9b64eb08e9c4ccb7',
    },
    compile: () =>
      readsOnly((_value, { element }) => (element?.sunk?.sound === false ? NOTHING : ofSunk(element?.sunk?.sha256))),
  },
} as const satisfies Record<string, ConverterRow>;

function money(value: StepValue, { element, currency: ours }: StepContext): StepResult {
  const amount = exactDecimal(textOf(value));
  if (amount === undefined) return isNot('an amount', value, NUMBER_HINT);
  const theirs = element === undefined ? '' : (attributeOf(element, 'currencyID')?.trim() ?? '');
  if (theirs === '' || ours === undefined || theirs === ours) return made(amount);
  return {
    refused: `This amount is in ${quoted(theirs)}, but the document is in ${quoted(ours)}.`,
    hint: 'All amounts of a document are in its own currency (only the VAT may be stated in a second one).',
  };
}

function twoParts(text: string): { order: string; line: string } | undefined {
  const at = text.indexOf('##');
  return at > 0 && at + 2 < text.length
    ? { order: text.slice(0, at).trim(), line: text.slice(at + 2).trim() }
    : undefined;
}

function textOrNothing(text: string | undefined): StepResult {
  return text === undefined || text === '' ? NOTHING : made(text);
}

function ofSunk(value: string | number | undefined): StepResult {
  return value === undefined ? NOTHING : made(value);
}
