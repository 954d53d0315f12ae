import { isPlaceholder } from './order-reference.ts';

/** What an invoice line says of the order line that it belongs to. */
export interface OrderLineReference {
  written: string;
  /** The line as a number, where the reference or its end is one. */
  lineNo: number | undefined;
  /** An order number in front of the line number ("1002-1", "1002##1"), with the number behind it. */
  prefix: { orderNo: string; lineNo: number | undefined; agreed: boolean } | undefined;
}

/** A limit on what is taken apart. */
const MAX_CHARACTERS = 100;

/**
 * Reads an order line reference. "1002##1" is the agreed spelling of EHF 2.0 and always names an order; "1002-1" names
 * one only when its first part is an existing order of this supplier (scenario O11), which the caller finds out.
 */
export function readOrderLineReference(text: string | undefined): OrderLineReference | undefined {
  if (text === undefined || isPlaceholder(text)) return undefined;
  const written = text.trim().slice(0, MAX_CHARACTERS);
  const agreed = /^(.+?)\s*##\s*(.*)$/.exec(written);
  const dashed = agreed ?? /^(.*\d.*)[-/.](\d+)$/.exec(written);
  return {
    written,
    lineNo: lineNumber(written),
    prefix:
      dashed === null
        ? undefined
        : { orderNo: (dashed[1] ?? '').trim(), lineNo: lineNumber(dashed[2] ?? ''), agreed: agreed !== null },
  };
}

function lineNumber(text: string): number | undefined {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number.parseInt(text, 10) : undefined;
}
