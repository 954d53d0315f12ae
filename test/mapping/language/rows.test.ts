import { describe, expect, test } from 'vitest';
import { invoiceMapping, read, supplierMapping } from './mapping-fixture.ts';

const field = (rows: string, xml: string, name = 'vatNo'): unknown =>
  read(supplierMapping(rows), xml).documents[0]?.[name];
const findings = (rows: string, xml: string): string[] => read(supplierMapping(rows), xml).findings;

describe('a value', () => {
  test('is taken as it is written, without white space around it', () => {
    expect(field('- { to: vatNo, from: Vat }', '<S><Vat>\n  007 A \n</Vat></S>')).toBe('007 A');
  });

  test('that is missing refuses the record, at the object at hand, with path, field and line of the mapping', () => {
    expect(findings('- { to: vatNo, from: Tax/@vat }', '<S/>')).toEqual([
      '1:1 error: "vatNo" is missing: there is nothing at Tax/@vat (mappings/m.yaml:9).',
    ]);
  });

  test.each([
    ['<S/>', []],
    ['<S><Vat/></S>', []],
    ['<S><Vat>  </Vat></S>', []],
    ['<S><Vat><Deep/></Vat></S>', []],
  ])('that is missing or blank may be missing where it is optional: %s', (xml, expected) => {
    expect(findings('- { to: vatNo, from: Vat, optional: true }', xml)).toEqual(expected);
    expect(field('- { to: vatNo, from: Vat, optional: true }', xml)).toBeUndefined();
    expect(field('- { to: vatNo, from: Vat, default: "none" }', xml)).toBe('none');
  });

  test('has a default that is not converted, and counts also where a converter leaves nothing', () => {
    const row = '- { to: vatNo, from: Vat, convert: [{ strip: "x" }, upper], default: abc }';
    expect(field(row, '<S/>')).toBe('abc');
    expect(field(row, '<S><Vat>xx</Vat></S>')).toBe('abc');
    expect(field(row, '<S><Vat>xbx</Vat></S>')).toBe('B');
  });

  test('may be stated several times alike, also after converting', () => {
    const xml = '<S><Vat>a</Vat><Vat>A </Vat></S>';
    expect(field('- { to: vatNo, from: Vat, convert: upper }', xml)).toBe('A');
    expect(findings('- { to: vatNo, from: Vat }', xml)).toEqual([
      '1:16 error: This is stated more than once, as "a" and as "A": "vatNo" takes one value (mappings/m.yaml:9).',
    ]);
    expect(field('- { to: vatNo, from: Vat, firstCounts: true }', xml)).toBe('a');
  });

  test('of two rows the second counts only where the first finds nothing; the last says what counts where none does', () => {
    const rows = '- { to: vatNo, from: A }\n- { to: vatNo, from: B, optional: true }';
    expect(field(rows, '<S><A>1</A><B>2</B></S>')).toBe('1');
    expect(field(rows, '<S><B>2</B></S>')).toBe('2');
    expect(findings(rows, '<S/>')).toEqual([]);
    const required = '- { to: vatNo, from: A, optional: true }\n- { to: vatNo, from: B }';
    expect(findings(required, '<S/>')).toEqual([
      '1:1 error: "vatNo" is missing: there is nothing at B (mappings/m.yaml:10).',
    ]);
  });

  test('that is refused is stated: the second row is not asked', () => {
    const rows = '- { to: vatNo, from: A, convert: gtin }\n- { to: vatNo, from: B }';
    expect(findings(rows, '<S><A>x</A><B>2</B></S>')).toHaveLength(1);
  });

  test('holds only where its condition does: a row that does not hold is neither missing nor has a default', () => {
    const rows = `- { to: vatNo, from: Vat, when: 'source.Kind == "a"', default: none }`;
    expect(field(rows, '<S><Kind>a</Kind></S>')).toBe('none');
    expect(field(rows, '<S><Kind>b</Kind><Vat>1</Vat></S>')).toBeUndefined();
    expect(findings(`- { to: vatNo, from: Vat, when: 'source.Kind == "a"' }`, '<S><Kind>b</Kind></S>')).toEqual([]);
    expect(findings(`- { to: vatNo, from: Vat, when: 'source.Kind == "a"' }`, '<S><Kind>a</Kind></S>')).toHaveLength(1);
  });

  test('is converted, then looked up', () => {
    const row = '- { to: vatNo, from: Unit, convert: upper, lookup: units }';
    expect(field(row, '<S><Unit>stk</Unit></S>')).toBe('H87');
    expect(findings(row, '<S><Unit>kg</Unit></S>')[0]).toContain('"KG" is not in the column theirs');
  });

  test.each([
    ['true', true],
    ['0', false],
  ])('is read as the field has it: %s is %s where true or false is wanted', (text, expected) => {
    expect(field('- { to: prepayment, from: P }', `<S><P>${text}</P></S>`, 'prepayment')).toBe(expected);
  });

  test('that cannot be what the field is is refused at its place', () => {
    expect(findings('- { to: prepayment, from: P }', '<S>\n <P>yes</P></S>')).toEqual([
      '2:2 error: "yes" says neither true nor false. It is read for "prepayment" (mappings/m.yaml:9).',
    ]);
  });

  test('that the document does not allow is told with its field, its place in the file and the row', () => {
    expect(findings('- { to: tolerancePercent, from: P/@pct }', '<S>\n <P pct="1,5"/></S>')).toEqual([
      '2:2 error: "tolerancePercent" is "1,5", which is not a number: tolerancePercent (mappings/m.yaml:9).',
    ]);
  });
});

describe('a group', () => {
  const totals = (rows: string, xml: string) => {
    const { documents, findings: found } = read(invoiceMapping(rows), xml);
    return found.length > 0 ? found : documents[0]?.['totals'];
  };

  test('is what stands at its path; several have to be alike', () => {
    const row = '- { to: totals, at: T, rows: [{ to: net, from: Net, convert: decimal }] }';
    expect(totals(row, '<I><T><Net>1,50</Net></T></I>')).toEqual({ net: '1.50' });
    expect(totals(row, '<I><T><Net>1,50</Net></T><T><Net> 1,50</Net></T></I>')).toEqual({ net: '1.50' });
    expect(totals(row, '<I><T><Net>1,50</Net></T><T/></I>')).toEqual({ net: '1.50' });
    expect(totals(row, '<I><T><Net>1</Net></T><T><Net>2</Net></T></I>')).toEqual([
      expect.stringContaining('1:23 error: This is stated more than once, and not alike'),
    ]);
  });

  test('that is not there or states nothing is missing unless optional, and nothing in it is missing', () => {
    const row = (more: string) =>
      `- { to: totals, at: T, ${more}rows: [{ to: net, from: Net }, { to: tax, from: Tax, default: "0" }] }`;
    const gone = ['1:1 error: "totals" is missing: there is nothing at T (mappings/m.yaml:19).'];
    expect(totals(row(''), '<I/>')).toEqual(gone);
    expect(totals(row(''), '<I><T/></I>')).toEqual(gone);
    expect(totals(row(''), '<I><T><Tax>5</Tax></T></I>')).toEqual([
      '1:4 error: "totals.net" is missing: there is nothing at Net (mappings/m.yaml:19).',
    ]);
  });

  test('is filled by names with slashes too, beside rows of the group', () => {
    const rows =
      '- { to: totals/net, from: Net }\n- { to: totals, at: T, rows: [{ to: tax, from: Tax }] }\n- { to: totals/gross, from: G }';
    expect(totals(rows, '<I><Net>1</Net><T><Tax>2</Tax></T><G>3</G></I>')).toEqual({ net: '1', tax: '2', gross: '3' });
  });

  test('is left out where what it needs is missing', () => {
    const supplier =
      '- to: supplier\n  at: S\n  rows:\n    - { to: name, from: Name }\n    - { to: bankAccounts, texts: A, optional: true }\n    - to: endpoint\n      at: E\n      needs: id\n      optional: true\n      rows: [{ to: scheme, from: "@s" }, { to: id, from: . }]';
    const of = (xml: string) => read(invoiceMapping(supplier), xml);
    expect(of('<I><S><Name>a</Name><E s="0088"> </E></S></I>')).toEqual({
      documents: [expect.objectContaining({ supplier: { name: 'a', bankAccounts: [] } })],
      findings: [],
    });
    expect(of('<I><S><Name>a</Name><E>1</E></S></I>').findings).toEqual([
      '1:21 error: "supplier.endpoint.scheme" is missing: there is nothing at @s (mappings/m.yaml:28).',
    ]);
    expect(of('<I><S><Name>a</Name><E s="0088">1</E></S></I>').documents[0]?.['supplier']).toMatchObject({
      endpoint: { scheme: '0088', id: '1' },
    });
  });
});

describe('a list', () => {
  const row = (more = '') =>
    `- { to: paymentMeans, each: P, ${more}rows: [{ to: code, from: C }, { to: kid, from: K, optional: true }] }`;
  const list = (rows: string, xml: string) => {
    const { documents, findings: found } = read(invoiceMapping(rows), xml);
    return found.length > 0 ? found : documents[0]?.['paymentMeans'];
  };

  test('has one entry for each object, in their order', () => {
    expect(list(row(), '<I><P><C>1</C></P><P><C>2</C><K>9</K></P></I>')).toEqual([
      { code: '1' },
      { code: '2', kid: '9' },
    ]);
  });

  test('names the entry whose value is missing, at its place', () => {
    expect(list(row(), '<I><P><C>1</C></P>\n<P/></I>')).toEqual([
      '2:1 error: "paymentMeans[1].code" is missing: there is nothing at C (mappings/m.yaml:18).',
    ]);
  });

  test('without entries is missing, unless optional: then it is empty', () => {
    expect(list(row(), '<I/>')).toEqual([
      '1:1 error: "paymentMeans" is missing: there is nothing at P (mappings/m.yaml:18).',
    ]);
    expect(list(row('optional: true, '), '<I/>')).toEqual([]);
  });

  test('leaves entries out that lack what they need', () => {
    expect(list(row('needs: code, '), '<I><P><K>1</K></P><P><C>2</C></P></I>')).toEqual([{ code: '2' }]);
    expect(list(row('needs: code, '), '<I><P><K>1</K></P></I>')).toHaveLength(1);
  });

  test('comes from the first of two rows that has entries', () => {
    const rows = `${row()}\n- { to: paymentMeans, each: Q, optional: true, rows: [{ to: code, value: '"q"' }] }`;
    expect(list(rows, '<I><Q/></I>')).toEqual([{ code: 'q' }]);
    expect(list(rows, '<I><P><C>1</C></P><Q/></I>')).toEqual([{ code: '1' }]);
    expect(list(rows, '<I/>')).toEqual([]);
  });
});

describe('texts', () => {
  const notes = (more: string, xml: string) => read(invoiceMapping(`- { to: notes, texts: N${more} }`), xml);

  test('are a list, each once where they are distinct', () => {
    expect(notes('', '<I><N>a</N><N> </N><N>b</N><N>a</N></I>').documents[0]?.['notes']).toEqual(['a', 'b', 'a']);
    expect(notes(', distinct: true', '<I><N>a</N><N>b</N><N>a</N></I>').documents[0]?.['notes']).toEqual(['a', 'b']);
    expect(notes('', '<I/>').findings).toHaveLength(1);
    expect(notes(', optional: true', '<I/>').documents[0]?.['notes']).toEqual([]);
  });

  test('are joined to one text', () => {
    const joined = (xml: string) =>
      read(invoiceMapping('- { to: paymentTermsNote, texts: N, join: "; ", default: none }'), xml).documents[0]?.[
        'paymentTermsNote'
      ];
    expect(joined('<I><N>a</N><N>b</N></I>')).toBe('a; b');
    expect(joined('<I/>')).toBe('none');
  });
});

describe('a split', () => {
  const row = (more = '') =>
    `- { split: A, by: F, whenTrue: charges, whenFalse: allowances, ${more}rows: [{ to: amount, from: N }] }`;
  const lists = (rows: string, xml: string) => {
    const { documents, findings: found } = read(invoiceMapping(rows), xml);
    return found.length > 0 ? found : [documents[0]?.['charges'], documents[0]?.['allowances']];
  };

  test('puts each object into the list that its flag says', () => {
    const xml = '<I><A><F>true</F><N>1</N></A><A><F>0</F><N>2</N></A><A><F>1</F><N>3</N></A></I>';
    expect(lists(row(), xml)).toEqual([[{ amount: '1' }, { amount: '3' }], [{ amount: '2' }]]);
    const words = '<I><A><F>J</F><N>1</N></A><A><F>N</F><N>2</N></A></I>';
    expect(lists(row('convert: { flag: [J, N] }, '), words)).toEqual([[{ amount: '1' }], [{ amount: '2' }]]);
  });

  test.each(['', '<F>maybe</F>', '<F>true</F><F>false</F>'])('never guesses: %s', (flag) => {
    expect(lists(row(), `<I><A>${flag}<N>1</N></A></I>`)).toEqual([
      expect.stringContaining('whether it belongs to the charges or to the allowances'),
    ]);
  });

  test('of nothing is missing, unless optional', () => {
    expect(lists(row(), '<I/>')).toHaveLength(1);
    expect(lists(row('optional: true, '), '<I/>')).toEqual([[], []]);
  });
});

describe('an expression', () => {
  test('counts exactly, and sees the object at hand and the whole record', () => {
    const rows = `- { to: paymentTerms, value: 'text(decimal(source.Qty) * decimal(source.Price)) + "/" + record.Name' }`;
    expect(field(rows, '<S><Name>n</Name><Qty>0.1</Qty><Price>3</Price></S>', 'paymentTerms')).toBe('0.3/n');
  });

  test('that names what is not there finds nothing', () => {
    const rows = `- { to: vatNo, value: source.No }`;
    expect(findings(rows, '<S/>')).toEqual([
      '1:1 error: "vatNo" is missing: there is nothing at source.No (mappings/m.yaml:9).',
    ]);
  });
});

describe('rows that fill the same list or group', () => {
  const SPLIT = (at: string, more = '') =>
    `- { split: ${at}, by: "@flag", whenTrue: charges, whenFalse: allowances, ${more}rows: [{ to: amount, from: . }] }`;
  const XML = '<I><A flag="true">1</A><A flag="false">2</A><B flag="true">3</B><N>x</N></I>';
  const made = (rows: string, field: string): unknown => read(invoiceMapping(rows), XML).documents[0]?.[field];
  const amounts = (rows: string, list: string) =>
    (made(rows, list) as { amount: string }[]).map(({ amount }) => amount);

  test('two splits make lists of both: none takes the place of the other', () => {
    const rows = [SPLIT('A'), SPLIT('B')].join('\n');
    expect([amounts(rows, 'charges'), amounts(rows, 'allowances')]).toEqual([['1', '3'], ['2']]);
  });

  test('a split and a list make one list of both, whichever stands first', () => {
    const list = '- { to: charges, each: B, rows: [{ to: amount, from: . }] }';
    expect(amounts([list, SPLIT('A')].join('\n'), 'charges')).toEqual(['3', '1']);
    expect(amounts([SPLIT('A'), list].join('\n'), 'charges')).toEqual(['1', '3']);
  });

  test('of a field of a group that two rows fill, the first counts, also where one of them writes it with a slash', () => {
    const group = '- { to: invoicePeriod, at: ., rows: [{ to: start, value: \'"2026-01-01"\' }] }';
    const slash = '- { to: invoicePeriod/start, value: \'"2026-02-02"\' }';
    const start = (...rows: string[]) =>
      (made([SPLIT('A'), ...rows].join('\n'), 'invoicePeriod') as { start: string }).start;
    expect([start(group, slash), start(slash, group)]).toEqual(['2026-01-01', '2026-02-02']);
  });

  test('a split into one list is refused: nothing would be told apart', () => {
    const rows = SPLIT('A').replace('whenFalse: allowances', 'whenFalse: charges');
    expect(() => invoiceMapping(rows)).toThrow('Both kinds go into "charges"');
  });
});
