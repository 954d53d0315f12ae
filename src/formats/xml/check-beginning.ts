import type { Fault } from '../../domain/fault.ts';
import type { LineColumn } from '../text/line-index.ts';
import { XmlLimitExceeded } from './parse-stop.ts';
import { type PrologEnd, prologEnd } from './prolog.ts';
import { xmlFault } from './xml-fault.ts';
import type { XmlLimits } from './xml-limits.table.ts';

/**
 * Refuses what must not even begin to be parsed, and gives the offset of the first token. `head`: the text up to the
 * root element, or more of it than the limit for a prolog, or all there is.
 */
export function checkBeginning(head: string, limits: XmlLimits, places: (offset: number) => LineColumn): number {
  const begins: PrologEnd = prologEnd(head);
  if (begins.what === 'doctype') {
    throw xmlFault(
      'XML_DOCTYPE_REFUSED',
      'The file has a DOCTYPE declaration, which is never read.',
      places(begins.offset),
    );
  }
  if (begins.what === 'text') {
    throw xmlFault('XML_NOT_WELL_FORMED', 'Text stands before the first element.', places(begins.offset));
  }
  if (begins.what === 'nothing' && head.length < limits.prologCharacters) throw emptyXml(head);
  // The head holds more than the limit, so a root element or a DOCTYPE that comes later comes too late.
  const length = begins.what === 'element' ? begins.offset : head.length;
  if (length > limits.prologCharacters) throw new XmlLimitExceeded('prologCharacters', 0);
  return Math.max(head.search(/[^\t\n\r ]/), 0);
}

/** The fault of a text that is nothing, or only white space. */
export function emptyXml(text: string): Fault {
  const message = text === '' ? 'The file is empty.' : 'The file has no content, only white space.';
  return xmlFault('EMPTY_FILE', message, { line: 1, column: 1 });
}
