import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { MappingFormat } from '../../../src/domain/mapping-file.generated.ts';
import { openByteRecords } from '../../../src/formats/records/open-records.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const CHUNK = 65_536;
/** Far above what one record needs, far below what a file of these sizes takes. */
const MOST_KEPT = 2_500_000;

interface Large {
  bytes: number;
  format: MappingFormat;
  begin: string;
  record: (no: number) => string;
  end: string;
}

const KINDS: Readonly<Record<string, Large>> = {
  xml: {
    bytes: 20_000_000,
    format: { format: 'xml', each: '/Orders/Order' },
    begin: '<Orders>\n<Head><Sender>ePack</Sender></Head>\n',
    record: (no) => `<Order no="${no}"><!-- c --><Customer>K ${no}</Customer>\n<Line><Qty>1.50</Qty></Line></Order>\n`,
    end: '</Orders>',
  },
  'xml in groups': {
    bytes: 3_000_000,
    format: { format: 'xml', each: '/Orders/Group/Order' },
    begin: '<Orders>',
    record: (no) => `<Group><Head>${no}</Head><Order no="${no}"/><Note>n</Note></Group>\n`,
    end: '</Orders>',
  },
  'xml with notes between': {
    bytes: 6_000_000,
    format: { format: 'xml', each: '/Orders/Order' },
    begin: '<Orders>',
    record: (no) =>
      `${no % 500 === 0 ? '<Note>Something to be said here</Note>' : ''}<Order no="${no}"><Qty>1.50</Qty></Order>\n`,
    end: '</Orders>',
  },
  json: {
    bytes: 3_000_000,
    format: { format: 'json', each: '/orders' },
    begin: '{"sender":"ePack","orders":[{}',
    record: (no) => `,\n{"no":${no},"customer":{"name":"K å ${no}"},"lines":[{"qty":1.50},{"qty":2}]}`,
    end: ']}',
  },
  csv: {
    bytes: 3_000_000,
    format: { format: 'csv' },
    begin: 'No;Name;Text\n',
    record: (no) => `${no};"K ""${no}""\nx";10,50\n`,
    end: '',
  },
  'lines of kinds': {
    bytes: 3_000_000,
    format: {
      format: 'csv',
      recordType: 1,
      records: { H: { columns: ['t', 'no'] }, L: { under: 'H', columns: ['t', 'q'] } },
      each: 'L',
    },
    begin: '',
    record: (no) => `H;${no}\nL;1\nL;2\n`,
    end: '',
  },
  'fixed width': {
    bytes: 3_000_000,
    format: { format: 'fixed-width', fields: { no: '1-10', name: '11-40' } },
    begin: '',
    record: (no) => `${String(no).padStart(10, '0')}Kari Nordmann\r\n`,
    end: '',
  },
  'visma-import': {
    bytes: 3_000_000,
    format: { format: 'visma-import', tables: { WaBnd: {}, WaVo: { under: 'WaBnd' } }, each: 'WaVo' },
    begin: '@WaBnd(ValDt)\n20260101\n@WaVo(VoNo,Txt)\n',
    record: (no) => `${no} "Text ${no}"\n`,
    end: '',
  },
};

/** A file of this many bytes, made as it is read. */
function* chunksOf({ bytes, begin, record, end }: Large): Generator<Uint8Array, void, undefined> {
  let waiting = begin;
  for (let no = 1, made = 0; made < bytes; no += 1) {
    const text = record(no);
    made += text.length;
    waiting += text;
    if (waiting.length < CHUNK) continue;
    yield Buffer.from(waiting);
    waiting = '';
  }
  yield Buffer.from(waiting + end);
}

describe('a large file that is read record by record', () => {
  it.each(Object.entries(KINDS))(
    'keeps no more than a record and what is around it: %s',
    (_, large) => {
      let records = 0;
      let lastLine = 0;
      const reader = openByteRecords(
        large.format,
        {},
        {
          record: ({ element, placeOf }) => {
            records += 1;
            lastLine = placeOf(element).line ?? 0;
          },
          refused: ({ message }) => expect.fail(message),
        },
      );
      collect();
      const before = process.memoryUsage().heapUsed;
      let most = 0;
      let chunk = 0;
      for (const bytes of chunksOf(large)) {
        reader.write(bytes);
        chunk += 1;
        if (chunk % 25 !== 0) continue;
        collect();
        most = Math.max(most, process.memoryUsage().heapUsed - before);
      }
      reader.end();
      expect(records).toBeGreaterThan(20_000);
      expect(lastLine).toBeGreaterThan(20_000);
      expect(most).toBeLessThan(MOST_KEPT);
    },
    300_000,
  );
});
