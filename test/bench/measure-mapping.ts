import { createHash } from 'node:crypto';
import { FileEvidence } from '../../src/mapping/language/claims/file-evidence.ts';
import { compileMappings } from '../../src/mapping/language/compile-mappings.ts';
import type { InMapping } from '../../src/mapping/language/mapping-set.ts';
import { readBy } from '../../src/mapping/language/read-mapped.ts';
import { readRecordsOf } from '../../src/mapping/language/read-records-of.ts';
import { ATTACHMENT_SINKS } from '../../src/pipeline/attachment-sinks.ts';
import { loadShippedMappings } from '../../src/settings/mappings/load-mappings.ts';
import { ublInvoice } from '../support/ubl-invoice.ts';
import { median } from './statistics.ts';

/** Processor time of this thread, in milliseconds a file, each the median of its rounds. */
export interface MappingCost {
  what: string;
  mapped: number;
  read: number;
}

/** Work of a round lasts some milliseconds, so that the clock of the processor is fine enough. */
const TIMES = 40;

/** Reads files with their mapping and without, in turns, so that what disturbs the machine disturbs both alike. The first rounds warm up. */
export async function measureMapping(rounds: number): Promise<MappingCost[]> {
  const cases = await mappingCases();
  return cases.map(({ what, mapping, bytes, times }) => {
    const mapped: number[] = [];
    const read: number[] = [];
    const file = { channel: mapping.claims.channel, name: 'in', bytes, fileId: 'f1' };
    for (let round = -3; round < rounds; round += 1) {
      const [withIt, without] = [
        threadMs(times, () => {
          const { documents } = readBy(mapping, file, new FileEvidence(bytes, ATTACHMENT_SINKS));
          if (documents.length === 0) throw new Error(`${what} was not read`);
        }),
        threadMs(times, () => readRecordsOf(mapping, new FileEvidence(bytes, ATTACHMENT_SINKS), NOTHING)),
      ];
      if (round < 0) continue;
      mapped.push(withIt);
      read.push(without);
    }
    return { what, mapped: median(mapped), read: median(read) };
  });
}

const NOTHING = { record: () => undefined, refused: () => undefined };

function threadMs(times: number, work: () => void): number {
  const before = process.threadCpuUsage();
  for (let time = 0; time < times; time += 1) work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / times;
}

interface MappingCase {
  what: string;
  mapping: InMapping;
  bytes: Uint8Array;
  times: number;
}

async function mappingCases(): Promise<MappingCase[]> {
  const { mappings } = await loadShippedMappings();
  const shipped = (name: string): InMapping => {
    const mapping = mappings.set.in.find((one) => one.name === name);
    if (mapping === undefined) throw new Error(`there is no mapping ${name}`);
    return mapping;
  };
  const families = (['peppol-bis-3', 'peppol-bis-2', 'ehf-2'] as const).map((family) => ({
    what: `10 kB of ${family}`,
    mapping: shipped(`${family}-invoice`),
    bytes: Buffer.from(invoiceOf(family)),
    times: TIMES,
  }));
  return [
    ...families,
    { what: 'a CSV of 1,000 lines', mapping: shipped('epack-sales-order-csv'), bytes: Buffer.from(csv(250)), times: 4 },
    { what: 'a JSON of 250 orders', mapping: jsonMapping(), bytes: Buffer.from(json(250)), times: 4 },
  ];
}

/** With as many lines as make 10 kB: text that is only long costs a mapping nothing. */
function invoiceOf(family: 'peppol-bis-3' | 'peppol-bis-2' | 'ehf-2'): string {
  const lines = Array.from({ length: 6 }, (_, index) => ({
    sku: `A-${index}`,
    name: `Varelinje ${index}`,
    quantity: '10',
    price: '99.50',
    orderLineRef: String(index + 1),
  }));
  return ublInvoice({ family, kind: 'invoice', number: 'B-1', orderRef: '1001', lines, padToBytes: 10_000 });
}

/** Orders of three lines each. */
function csv(orders: number): string {
  return Array.from({ length: orders }, (_, order) =>
    [
      `O;NO01;${4000 + order};SO;10001;Ref ${order};20.11.2026;21.11.2026;NOK;J;;;30;;;`,
      ...[1, 2, 3].map((line) => `L;${line};CRATE-${line};Kasse ${line};10,5;STK;1,25;`),
    ].join('\r\n'),
  ).join('\r\n');
}

function json(orders: number): string {
  return JSON.stringify({
    orders: Array.from({ length: orders }, (_, order) => ({
      number: `PO-${order}`,
      vendor: '50001',
      currency: 'NOK',
      date: '2026-11-20',
      lines: [1, 2, 3].map((no) => ({ no, item: `A-${no}`, qty: '10.5', price: '99.50', text: `Kasse ${no}` })),
    })),
  });
}

function jsonMapping(): InMapping {
  const text = `mapping: bench-json
direction: in
document: purchase-order
claims: { channel: visma }
source: { format: json, each: /orders }
rows:
  - { to: orderNo, from: number }
  - { to: orderType, value: "1" }
  - { to: transactionType, value: "6" }
  - { to: supplierNo, from: vendor }
  - { to: currency, from: currency }
  - { to: orderDate, from: date, convert: date }
  - to: lines
    each: lines
    rows:
      - { to: lineNo, from: no }
      - { to: productNo, from: item }
      - { to: quantity, from: qty, convert: decimal }
      - { to: price, from: price, convert: decimal }
      - { to: description, from: text, optional: true }
`;
  const hash = (content: string): string => createHash('sha256').update(content).digest('hex');
  const sources = { files: [{ file: 'mappings/bench.yaml', text, shipped: false }], lookups: [] };
  const [mapping] = compileMappings(sources, hash).set.in;
  if (mapping === undefined) throw new Error('the mapping of the bench is wrong');
  return mapping;
}
