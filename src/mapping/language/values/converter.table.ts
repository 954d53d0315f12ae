import { CHOICE_CONVERTERS } from './choice-converters.table.ts';
import type { ConverterRow } from './converter.ts';
import { EDGE_CONVERTERS } from './edge-converters.table.ts';
import { INVOICE_CONVERTERS } from './invoice-converters.table.ts';
import { LETTER_CONVERTERS } from './letter-converters.table.ts';
import { NUMBER_CONVERTERS } from './number-converters.table.ts';
import { TEXT_CONVERTERS } from './text-converters.table.ts';
import { TIME_CONVERTERS } from './time-converters.table.ts';

/** The closed list of converters, in the order of the reference. */
export const CONVERTERS: Readonly<Record<string, ConverterRow>> = {
  ...TEXT_CONVERTERS,
  ...EDGE_CONVERTERS,
  ...LETTER_CONVERTERS,
  ...NUMBER_CONVERTERS,
  ...TIME_CONVERTERS,
  ...CHOICE_CONVERTERS,
  ...INVOICE_CONVERTERS,
};
