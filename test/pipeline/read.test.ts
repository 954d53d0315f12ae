import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../src/domain/decision.ts';
import type { InboxName } from '../../src/domain/settings.generated.ts';
import { readShipped } from '../support/shipped-mappings.ts';
import { enveloped, ublSample } from '../mapping/ubl-sample.ts';

const take = (channel: InboxName, name: string, content: string | Buffer): ReadResult =>
  readShipped({ fileId: 'file1', channel, name, bytes: Buffer.from(content as string) });
const product = JSON.stringify({ document: 'product', productNo: 'A-100' });

describe('reading a file', () => {
  it('makes an invoice of UBL in the channel of invoices, with the file as its key', () => {
    const result = take('invoices', 'F-1.xml', enveloped(ublSample()));
    expect(result).toMatchObject({
      mapping: { name: 'peppol-bis-3-invoice', version: expect.stringMatching(/^[0-9a-f]{12}$/) },
      documents: [{ kind: 'supplier-invoice', key: 'file1', content: { invoiceNo: 'F-1' }, at: { line: 11 } }],
      findings: [],
      transportId: 'b3a1c2d4-0001',
    });
  });

  it.each(['visma', 'epack', 'bank', 'invoices'] as const)('makes documents of canonical JSON in %s', (channel) => {
    expect(take(channel, 'p.json', product)).toMatchObject({
      mapping: { name: 'canonical-json' },
      documents: [{ kind: 'product', key: 'A-100' }],
      findings: [],
    });
    expect(take(channel, 'p.ndjson', `${product}\n`)).toMatchObject({ documents: [{ kind: 'product' }] });
  });

  it('reads what Windows programs save: a mark, UTF-16, CR LF', () => {
    for (const bytes of [Buffer.from(`\ufeff${product}`), Buffer.from(`\ufeff${product}\r\n`, 'utf16le')]) {
      expect(take('visma', 'p.json', bytes)).toMatchObject({ documents: [{ key: 'A-100' }], findings: [] });
    }
    expect(take('invoices', 'i.xml', Buffer.from(`\ufeff${ublSample()}`, 'utf16le'))).toMatchObject({
      documents: [{ content: { supplier: { name: 'Bølgen Verktøy AS' } } }],
    });
  });

  it('gives the same for the same bytes', () => {
    expect(take('invoices', 'a.xml', ublSample())).toEqual(take('invoices', 'a.xml', ublSample()));
  });

  it('keeps warnings beside the document, and no document beside an error', () => {
    const warned = take('invoices', 'a.xml', ublSample({ change: [['2026-11-21', '20026-11-21']] }));
    expect(warned).toMatchObject({ documents: [{ kind: 'supplier-invoice' }], findings: [{ severity: 'warning' }] });
    const refused = take('invoices', 'a.xml', ublSample({ change: [['100.00', '100.00-']] }));
    expect(refused).toMatchObject({
      documents: [],
      findings: [{ code: 'VALUE_INVALID', severity: 'error', at: { line: 19 } }],
    });
  });
});

const command = JSON.stringify({
  ...{ document: 'command', commandId: '1', action: 'invoice-match', key: 'k', reason: 'r', user: 'u' },
});

describe('a file that is not taken', () => {
  it.each<[InboxName, string, string | Buffer, string, RegExp]>([
    ['visma', 'i.xml', ublSample(), 'WRONG_CHANNEL', /inbox\/invoices/],
    ['bank', 'i.xml', enveloped(ublSample()), 'WRONG_CHANNEL', /inbox\/invoices/],
    ['epack', 'i.xml', ublSample({ customizationId: 'OIOUBL-2.02' }), 'WRONG_CHANNEL', /inbox\/invoices/],
    ['invoices', 'p.json', '{"document":"sales-order"}', 'UNKNOWN_DOCUMENT', /not taken in by this version/],
    ['visma', 'x.xml', '<x/>', 'UNKNOWN_DOCUMENT', /inbox\/visma/],
    ['invoices', 'x.xml', '<x/>', 'UNKNOWN_DOCUMENT', /<x>/],
    ['invoices', 'i.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ', 'latin1'), 'UNKNOWN_DOCUMENT', /inbox\/invoices/],
    ['commands', 'c.xml', '<x/>', 'UNKNOWN_DOCUMENT', /inbox\/commands/],
    ['commands', 's.json', '{"document":"supplier","supplierNo":"1","name":"S"}', 'WRONG_CHANNEL', /inbox\/visma/],
    ['visma', 'c.json', command, 'WRONG_CHANNEL', /inbox\/commands/],
    ['visma-refusals', 'c.refused', 'no', 'UNKNOWN_DOCUMENT', /inbox\/visma-refusals/],
    ['visma', 'p.csv', 'a;b', 'UNKNOWN_DOCUMENT', /inbox\/visma/],
    ['invoices', 'i.xml', '', 'EMPTY_FILE', /0 bytes/],
    ['visma', 'i.json', '\ufeff \n', 'EMPTY_FILE', /no content/],
    ['visma', 'i.json', Buffer.alloc(4096), 'EMPTY_FILE', /zero bytes/],
    ['invoices', 'i.xml', ublSample().slice(0, 900), 'TRUNCATED', /ends/],
    ['visma', 'i.xml', '<a>', 'TRUNCATED', /ends/],
    ['visma', 'p.json', Buffer.from(product).subarray(0, -1), 'TRUNCATED', /ends/],
    ['visma', 'p.json', Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xe2, 0x82])]), 'TRUNCATED', /ends/],
    ['visma', 'p.json', Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0x22])]), 'ENCODING_INVALID', /ff/],
    [
      'invoices',
      'i.xml',
      ublSample({ change: [['?>', '?><!DOCTYPE Invoice SYSTEM "x">']] }),
      'XML_DOCTYPE_REFUSED',
      /DOCTYPE/,
    ],
    ['invoices', 'i.xml', enveloped(ublSample(), { payloads: 2 }), 'UNSUPPORTED_FORMAT', /2 documents/],
  ])('in %s, %s: %j gives %s', (channel, name, content, code, message) => {
    const { documents, findings, mapping } = take(channel, name, content);
    expect(documents).toEqual([]);
    expect(mapping).toEqual({ name: expect.any(String), version: expect.any(String) });
    expect(findings).toMatchObject([
      { code, severity: 'error', message: expect.stringMatching(message), hint: expect.stringMatching(/\S/) },
    ]);
    expect(findings[0]?.at).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  });
});
