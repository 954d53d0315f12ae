import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_MAPPINGS } from '../../../src/mapping/language/mappings-in-force.ts';
import type { ReadBy } from '../../../src/pipeline/read.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { MAPPED_ORDERS } from './mapped-orders.ts';
import { type FileToRead, readInPieces, readWhole, unpacked } from './read-in-pieces.ts';

/*
 * A large file is read by other code than a small one: whatever is in it, and however it is cut into pieces, both give the
 * same documents, the same findings at the same places, and the same refusals.
 */

const ORDER = { document: 'purchase-order', orderType: 1, transactionType: 6, supplierNo: '50001', currency: 'NOK' };
const LINES = [{ lineNo: 1, productNo: 'P1', quantity: '10', price: '12.50' }];

/** Documents as senders write them: good ones, ones with faults, ones that stand twice or in the wrong folder. */
const documentText = fc.oneof(
  { weight: 6, arbitrary: fc.nat(30).map((no) => JSON.stringify({ ...ORDER, orderNo: `B${no}`, lines: LINES })) },
  { weight: 2, arbitrary: fc.nat(9).map((no) => `{"document":"product","productNo":"ÆØ${no}","unit":"H87"}`) },
  fc.nat(9).map((no) => `{ "document" : "product",\r\n "productNo":"P,]}${no}\\"x" }`),
  fc.constant('{"document":"product"}'),
  fc.constant('{"document":"product","productNo":"A","productNo":"B"}'),
  fc.constant('{"document":"produkt","productNo":"A"}'),
  fc.constant('{"document":"payment"}'),
  fc.constant('{"document":"command","commandId":"c1","action":"invoice-match","key":"k","reason":"r","user":"u"}'),
  fc.constant('17'),
  fc.constant('[]'),
  fc.constant('nul'),
  fc.constant('{"document":"product","productNo":"A"'),
  fc.constant('{"document":"product","productNo":"A"]'),
  fc.constant('{"document":"product","productNo":"A\n"}'),
  fc.constant('{"document":"product",,}'),
  fc.constant(''),
);

const blank = fc.constantFrom('', ' ', '\n', '\r\n', '\r', '\t\n');

const lines = fc
  .array(fc.tuple(documentText, fc.constantFrom('\n', '\r\n', '\n\n', '\n \n')), { maxLength: 12 })
  .map((parts) => parts.map(([text, end]) => `${text}${end}`).join(''));

const list = fc
  .tuple(
    blank,
    fc.array(fc.tuple(blank, documentText, blank), { maxLength: 12 }),
    fc.constantFrom(']}', ' ]\n}\n', ']', ']}x', '', '],"note":1}', '],"documents":[]}', '} ]}', ',]}'),
  )
  .map(([before, entries, end]) => `${before}{"documents": [${entries.map((parts) => parts.join('')).join(',')}${end}`);

/** A byte here and there is another one: no UTF-8 any more, or a cut. */
const damage = fc.option(fc.tuple(fc.nat(), fc.constantFrom<'cut' | number>('cut', 0xff, 0x22, 0x0a)), {
  freq: 5,
  nil: undefined,
});
const ends = fc.array(fc.nat(4_000), { maxLength: 20 });

/** `from`: what stands before it stays whole. */
function damaged(text: string, how: readonly [number, 'cut' | number] | undefined, from = 0): Uint8Array {
  const bytes = Buffer.from(text);
  if (how === undefined || bytes.length === from) return bytes;
  const at = from + (how[0] % (bytes.length - from));
  if (how[1] === 'cut') return bytes.subarray(0, at);
  bytes[at] = how[1];
  return bytes;
}

async function bothWays(file: FileToRead, pieces: readonly number[], by: ReadBy = NO_MAPPINGS): Promise<void> {
  const large = await readInPieces(file, pieces, by);
  const [inPieces, whole] = [unpacked(large), readWhole(file, by)];
  // Of a file that is refused for its bytes alone, nobody read anything: which mapping did not is no matter.
  if (whole.mapping.name === 'none') inPieces.mapping = whole.mapping;
  expect(inPieces).toEqual(whole);
}

test('lines of canonical JSON are read alike in pieces and as a whole', async () => {
  await fc.assert(
    fc.asyncProperty(lines, damage, ends, async (text, how, pieces) => {
      await bothWays({ channel: 'visma', name: 'all.ndjson', bytes: damaged(text, how) }, pieces);
    }),
    propertyRuns(300),
  );
});

test('a list of canonical documents is read alike in pieces and as a whole', async () => {
  await fc.assert(
    fc.asyncProperty(list, damage, ends, async (text, how, pieces) => {
      await bothWays({ channel: 'visma', name: 'all.json', bytes: damaged(text, how) }, pieces);
    }),
    propertyRuns(300),
  );
});

test.each(Object.entries(MAPPED_ORDERS))(
  'mapped %s has documents, and findings of those that are none',
  async (_, form) => {
    const large = unpacked(
      await readInPieces({ channel: 'visma', name: form.name, bytes: Buffer.from(form.example) }, [], form.by),
    );
    expect(large.mapping.name).toBe('partner-orders');
    expect(large.documents.map(({ key }) => key)).toEqual(['B1', 'B3']);
    expect(large.findings.map(({ code, severity }) => [code, severity])).toEqual([['VALUE_MISSING', 'error']]);
  },
);

test.each(Object.entries(MAPPED_ORDERS))('mapped %s is read alike in pieces and as a whole', async (_, form) => {
  await fc.assert(
    fc.asyncProperty(form.text, damage, ends, async (text, how, pieces) => {
      // A large file is known by its beginning alone: where that is broken, only a small one is read on to say how.
      const bytes = damaged(text, how, form.begins);
      await bothWays({ channel: 'visma', name: form.name, bytes }, pieces, form.by);
    }),
    propertyRuns(200),
  );
});
