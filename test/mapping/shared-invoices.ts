import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { base64Sink } from '../../src/formats/xml/base64-sink.ts';

/** The shared examples, used where they lie. */
const SHARED = resolve(import.meta.dirname, '../..', process.env.ORDREBRO_SHARED_DATA ?? '../shared/data');
const INVOICES = `${SHARED}/invoices`;

/** One row of the index of the examples. */
export interface SharedInvoice {
  file: string;
  status: 'valid' | 'invalid';
  /** The index says `bis2-4a+si-ubl`, `ehf2-5a`, `bis3-billing`, `bis1`, `unknown` ... */
  family: string;
  kind: 'Invoice' | 'CreditNote';
  /** Is it of a family that is read? */
  ours: boolean;
  bytes(): Buffer;
  understood(): Understood;
}

// biome-ignore lint/suspicious/noExplicitAny: the independent reader's own field names, compared value by value.
export type Understood = any;

export const SHARED_INVOICES_THERE = existsSync(`${INVOICES}/INDEX.tsv`);
export const WITHOUT_SHARED = 'the shared examples are not there (ORDREBRO_SHARED_DATA, else ../shared/data)';

/** All examples of the index; none where the folder is absent. */
export function sharedInvoices(): SharedInvoice[] {
  if (!SHARED_INVOICES_THERE) return [];
  const [, ...rows] = readFileSync(`${INVOICES}/INDEX.tsv`, 'utf8').trim().split('\n');
  return rows.map((row): SharedInvoice => {
    const [file = '', status, family = '', kind] = row.split('\t');
    const name = file.split('/').at(-1);
    return {
      file,
      status: status === 'valid' ? 'valid' : 'invalid',
      family,
      kind: kind === 'CreditNote' ? 'CreditNote' : 'Invoice',
      ours: /^(ehf2|bis2|bis3)-/.test(family),
      bytes: () => readFileSync(`${INVOICES}/${file}`),
      understood: () => JSON.parse(readFileSync(`${INVOICES}/understood/${name}.json`, 'utf8')),
    };
  });
}

/** Sinks as the pipeline has them. */
export const SINKS = new Map([['EmbeddedDocumentBinaryObject', () => base64Sink(createHash('sha256'))]]);
