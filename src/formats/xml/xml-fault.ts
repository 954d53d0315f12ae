import type { FaultCode } from '../../domain/fault.table.ts';
import { Fault } from '../../domain/fault.ts';
import type { LineColumn } from '../text/line-index.ts';
import { XML_LIMIT_WORDS, type XmlLimits } from './xml-limits.table.ts';

const HINTS = {
  EMPTY_FILE: 'Send the file again: it arrived without content.',
  TRUNCATED: 'Send the whole file again, under a temporary name that is renamed once it is complete.',
  XML_NOT_WELL_FORMED:
    'The sender has to repair the program that writes this XML; an XML checker shows the same place.',
  XML_DOCTYPE_REFUSED: 'Remove the DOCTYPE: invoices need none, and one can make a reader fetch or unfold things.',
  XML_LIMIT: 'No honest document is like this. Ask the sender what the file is meant to be.',
} as const satisfies Partial<Record<FaultCode, string>>;

/** A fault of XML with its place. */
export function xmlFault(code: keyof typeof HINTS, message: string, at: LineColumn): Fault {
  return new Fault(code, message, { hint: HINTS[code], at });
}

/** The fault for one limit that the file goes beyond. */
export function xmlLimitFault(limits: XmlLimits, limit: keyof XmlLimits, at: LineColumn): Fault {
  const most = limits[limit].toLocaleString('en');
  return xmlFault('XML_LIMIT', `This XML has more than ${most} ${XML_LIMIT_WORDS[limit]}, which is the limit.`, at);
}
