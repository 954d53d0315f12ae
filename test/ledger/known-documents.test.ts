import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openConnection } from '../../src/ledger/connection.ts';
import { documentIndexReader } from '../../src/ledger/document-index-reader.ts';
import { documentReader } from '../../src/ledger/document-reader.ts';
import { documentWriter } from '../../src/ledger/document-writer.ts';
import { KnownAnswers } from '../../src/ledger/known-answers.ts';
import { knownDocuments } from '../../src/ledger/known-documents.ts';
import { migrate } from '../../src/ledger/migrate.ts';
import { newLedger, NOW, putDocument } from './ledger-fixture.ts';

/** Names that a careless joining of them would mix up. */
const NAMES = ['A', 'B', 'A B', 'A\nB', 'gtin A', ''];
const name = fc.constantFrom(...NAMES);
const names = fc.array(name, { maxLength: 4 });
const kind = fc.constantFrom('product' as const, 'delivery-alternative' as const, 'supplier-invoice' as const);
const INDEXES = {
  product: ['gtin'],
  'delivery-alternative': ['supplier-product-no', 'supplier-product-no-folded'],
  'supplier-invoice': ['order'],
} as const;

type Step =
  | { do: 'put'; kind: keyof typeof INDEXES; key: string; values: string[]; content: number }
  | { do: 'ask'; kind: keyof typeof INDEXES; names: string[] }
  | { do: 'begin' | 'undo' | 'keep' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('put' as const),
    kind,
    key: name.filter((one) => one !== ''),
    values: names,
    content: fc.nat(3),
  }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const), kind, names }) },
  fc.record({ do: fc.constantFrom('begin' as const, 'undo' as const, 'keep' as const) }),
);

/** A ledger's tables, with look-ups that remember and look-ups that do not, on one connection. */
function bothReaders(most: number) {
  const connection = openConnection('', 'memory');
  migrate(connection, ':memory:');
  const plain = documentReader(connection);
  const known = knownDocuments(plain, documentIndexReader(connection), most);
  return { connection, plain, known, put: documentWriter(connection) };
}

test('whatever is written, undone and asked, what is remembered is what would be found', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), fc.constantFrom(1, 3, 1000), (steps, most) => {
      const { connection, plain, known, put } = bothReaders(most);
      const heads: number[] = [];
      connection.exec('BEGIN');
      for (const one of steps) {
        if (one.do === 'put') {
          const all: readonly string[] = INDEXES[one.kind];
          const indexes = one.values.map((value, place) => ({ name: all[place % all.length] ?? '', value }));
          put(putDocument({ kind: one.kind, key: one.key, content: one.content, indexes }), NOW, null);
          known.written(one.kind);
        } else if (one.do === 'ask') {
          expect(known.lookUps.documents(one.kind, one.names)).toEqual(plain.documents(one.kind, one.names));
          for (const index of INDEXES[one.kind])
            expect(known.lookUps.documentsByIndex(one.kind, index, one.names)).toEqual(
              plain.documentsByIndex(one.kind, index, one.names),
            );
        } else if (one.do === 'begin') {
          connection.exec('SAVEPOINT work');
          heads.push(known.log.head());
        } else if (heads.length > 0) {
          const head = heads.pop() ?? 0;
          connection.exec(one.do === 'undo' ? 'ROLLBACK TO work; RELEASE work' : 'RELEASE work');
          if (one.do === 'undo') known.log.restore(head);
        }
      }
      connection.close();
    }),
    { numRuns: 150 },
  );
});

test('one value that is not known is asked for alone, and nothing that was found is remembered too', () => {
  const { plain, put, connection } = bothReaders(100);
  put(putDocument({ kind: 'product', key: 'P1' }), NOW, null);
  put(putDocument({ kind: 'product', key: 'P2' }), NOW, null);
  const asked: string[][] = [];
  const known = knownDocuments(
    {
      ...plain,
      documents(of, keys) {
        asked.push([...keys]);
        return plain.documents(of, keys);
      },
    },
    documentIndexReader(connection),
  );
  const keys = (wanted: string[]) => known.lookUps.documents('product', wanted).map(({ key }) => key);
  expect(keys(['P1', 'none'])).toEqual(['P1']);
  expect(keys(['none', 'P2', 'P1', 'P2'])).toEqual(['P2', 'P1']);
  expect(keys(['P1', 'none', 'P2'])).toEqual(['P1', 'P2']);
  expect(asked).toEqual([['P1', 'none'], ['P2']]);
  connection.close();
});

test('answers are bounded by what they list, and the oldest go first', () => {
  const known = new KnownAnswers<number>(10);
  for (let question = 0; question < 100; question += 1) {
    known.put(String(question), question % 2 === 0 ? [] : [1, 2, 3]);
    expect(known.held).toBeLessThanOrEqual(10);
  }
  expect(known.get('99')).toEqual([1, 2, 3]);
  expect(known.get('98')).toEqual([]);
  expect(known.get('0')).toBeUndefined();
  known.put(
    'large',
    Array.from({ length: 11 }, () => 1),
  );
  expect(known.get('large')).toBeUndefined();
  expect(known.get('99')).toEqual([1, 2, 3]);
});

test('a ledger forgets what a savepoint or a transaction wrote and undid', async () => {
  const { ledger } = await newLedger();
  const put = (content: unknown) => putDocument({ kind: 'product', key: 'P1', content });
  const seen: unknown[] = [];
  for (const end of ['rollback', 'commit', 'rollback'] as const) {
    const open = await ledger.begin();
    const look = async () => seen.push(...(await open.documents('product', ['P1'])).map(({ content }) => content));
    await look();
    const failing = open.savepoint(async () => {
      await open.apply([put('never')], 'user:a', NOW, null);
      await look();
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    await look();
    await open.apply([put(end)], 'user:a', NOW, null);
    await look();
    await open[end]();
  }
  expect(seen).toEqual(['never', 'rollback', 'never', 'commit', 'commit', 'never', 'commit', 'rollback']);
});
