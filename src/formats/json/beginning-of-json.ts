import { Fault } from '../../domain/fault.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { JsonRecords } from './json-records.ts';

/**
 * The top of a JSON file as far as its beginning shows it, as elements: to tell whose file it is, never to read it. Null
 * where nothing of it can be read.
 */
export function beginningOfJson(text: string): XmlElement | null {
  const records = new JsonRecords([], { record: () => undefined, refused: () => undefined });
  try {
    records.write(text);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
  const { top } = records;
  return top.children.length === 0 ? null : top;
}
