import { createHash } from 'node:crypto';
import { base64Sink } from '../formats/xml/base64-sink.ts';
import type { SinkTable } from '../formats/xml/xml-tree.ts';
import { LARGE_TEXT_ELEMENTS } from '../mapping/ubl/ubl-namespaces.table.ts';

/** Attachments are hashed and counted while they are read, and not kept. */
export const ATTACHMENT_SINKS: SinkTable = new Map(
  LARGE_TEXT_ELEMENTS.map((name) => [name, () => base64Sink(createHash('sha256'))] as const),
);
