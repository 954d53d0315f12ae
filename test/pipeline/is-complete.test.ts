import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Closing, closesItself, jsonIsWhole } from '../../src/pipeline/is-complete.ts';
import { SHARED_INVOICES_THERE, sharedInvoices, WITHOUT_SHARED } from '../mapping/shared-invoices.ts';
import { enveloped, ublSample } from '../mapping/ubl-sample.ts';

const END = 4096;
/** As a channel asks: by both ends, and for JSON by the whole text besides. */
const asked = (name: string, bytes: Buffer): Closing => {
  const closing = closesItself(name, bytes.subarray(0, END), bytes.subarray(-END));
  const isJson = /^\s*[[{]/.test(bytes.toString('utf8').replace(/^\ufeff/, ''));
  return closing === 'complete' && isJson && !jsonIsWhole(bytes.toString('utf8')) ? 'open' : closing;
};

const order = (lines: number): string =>
  JSON.stringify(
    {
      document: 'purchase-order',
      lines: Array.from({ length: lines }, (_, lineNo) => ({ lineNo, text: 'æ"}]{[\\', inner: { a: [1] } })),
    },
    null,
    1,
  );
const FILES: [string, Buffer][] = [
  ['small.xml', Buffer.from(ublSample())],
  ['envelope.xml', Buffer.from(enveloped(ublSample()))],
  ['large.xml', Buffer.from(ublSample({ head: '<cbc:Note>æ</cbc:Note>\n'.repeat(400) }))],
  ['utf16.xml', Buffer.from(`\ufeff${ublSample()}`, 'utf16le')],
  [
    'prefixed.xml',
    Buffer.from('<?xml version="1.0"?><!-- </n:a> --><n:a xmlns:n="u"><n:b><![CDATA[</n:a>]]></n:b></n:a>  \n'),
  ],
  ['nested.xml', Buffer.from('<a><a><a></a></a></a>')],
  ['empty-element.xml', Buffer.from('<a b="/>"/>')],
  ['small.json', Buffer.from(order(3))],
  ['large.json', Buffer.from(order(200))],
  ['list.json', Buffer.from('[{"a":[1,2]},{"b":{}}]')],
  ['marked.json', Buffer.from(`\ufeff${order(2)}\r\n`)],
];

describe('a file that closes itself', () => {
  it.each(FILES)('%s is complete when it is whole, and no beginning of it is', (name, bytes) => {
    const wide = name.startsWith('utf16');
    const text = wide ? bytes.toString('utf16le') : bytes.toString('latin1');
    const end = text.trimEnd().length * (wide ? 2 : 1);
    expect(asked(name, bytes)).toBe('complete');
    expect(asked(name, bytes.subarray(0, end))).toBe('complete');
    const step = Math.max(1, Math.floor(end / 3000));
    const taken: number[] = [];
    for (let cut = 0; cut < end; cut += step) if (asked(name, bytes.subarray(0, cut)) === 'complete') taken.push(cut);
    expect(taken).toEqual([]);
  });

  it('is never a cut one, for generated JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.object(), fc.array(fc.jsonValue(), { minLength: 1 })), fc.nat(), (value, cut) => {
        const bytes = Buffer.from(JSON.stringify(value));
        expect(asked('x.json', bytes)).toBe('complete');
        expect(asked('x.json', bytes.subarray(0, cut % bytes.length))).not.toBe('complete');
      }),
    );
  });

  it('may end in comments, instructions and white space', () => {
    const tail = '<!-- made by x -->\n<?p q?>\n\n';
    expect(asked('a.xml', Buffer.from(`<a></a >${tail}`))).toBe('complete');
    expect(asked('a.xml', Buffer.from(ublSample({ head: '<cbc:Note>x</cbc:Note>'.repeat(400) }) + tail))).toBe(
      'complete',
    );
  });
});

describe('a file that only lying still can prove', () => {
  it.each([
    ['a.csv', 'a;b\nc;d'],
    ['a.ndjson', '{"a":1}\n'],
    ['a.xml', 'no XML at all'],
    ['a.txt', ' '],
    ['a.xml', `<r>${'<r>x</r>'.repeat(2000)}</r>`],
    ['a.xml', '<?xml version="1.0" encoding="EBCDIC"?><a/>'],
  ])('%s %j', (name, text) => expect(asked(name, Buffer.from(text))).toBe('unknown'));
});

describe('a file that should close and does not', () => {
  it.each([
    ['a.xml', ' '],
    ['a.json', ''],
    ['a.xml', Buffer.alloc(10_000)],
    ['a.xml', Buffer.concat([Buffer.from(ublSample()), Buffer.alloc(10_000)])],
    ['a.json', Buffer.concat([Buffer.from(order(200)), Buffer.alloc(10_000)])],
    ['a.xml', `<a>${'x'.repeat(9000)}<!-- </a>`],
    ['a.xml', `<a>${'x'.repeat(9000)}<![CDATA[ </a>`],
    ['a.xml', `<a>${'x'.repeat(9000)}</ab>`],
  ])('%s is open', (name, content) => expect(asked(name, Buffer.from(content as string))).toBe('open'));

  it('is taken at once where it is broken but ends like a whole one: waiting would not mend it', () => {
    expect(asked('a.xml', Buffer.from('<a>AT&T</a>'))).toBe('complete');
  });
});

describe.runIf(SHARED_INVOICES_THERE)('over every real invoice', () => {
  it('the whole one is complete, and its beginnings are not', () => {
    for (const example of sharedInvoices()) {
      const bytes = example.bytes();
      const end = bytes.toString('latin1').trimEnd().length;
      expect([example.file, asked(example.file, bytes)]).toEqual([example.file, 'complete']);
      for (let part = 1; part < 20; part += 1) {
        const cut = Math.floor((end * part) / 20);
        expect([example.file, cut, asked(example.file, bytes.subarray(0, cut))]).toEqual([example.file, cut, 'open']);
      }
    }
  });
});

it.skipIf(SHARED_INVOICES_THERE)(`skipped: ${WITHOUT_SHARED}`, () => {});
