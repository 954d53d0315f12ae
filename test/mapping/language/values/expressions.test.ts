import { describe, expect, test } from 'vitest';
import type { MappingFormat } from '../../../../src/domain/mapping-file.generated.ts';
import { readXml } from '../../../../src/formats/xml/read-xml.ts';
import { compileExpression, expressionView } from '../../../../src/mapping/language/value-steps.ts';

const ORDER = `<Order No="17" Type="SO"><Type>N</Type><Amount cur="NOK"> 1 000,50 </Amount><Qty unit="ST">3</Qty><Blank> </Blank>
  <Customer Code="K1"/><Ref>PO-4711-2</Ref><Party>Own text<Name>Anna</Name></Party><Ready>J</Ready>
  <Lines><Line No="1"><Price>10</Price></Line><Line No="2"><Price>2,5</Price><Note>x</Note></Line></Lines><One><Line No="9"/></One></Order>`;
const FORMAT: MappingFormat = { format: 'xml', decimal: ',', thousands: ' ' };
const view = () => expressionView(readXml(Buffer.from(ORDER)).root);

function evaluate(text: string, kind: 'value' | 'condition' = 'value') {
  const compiled = compileExpression(text, kind, { direction: 'in', format: FORMAT });
  if (!('made' in compiled)) throw new Error(`${compiled.column}: ${compiled.problem}`);
  return compiled.made.evaluate({ source: view(), record: view(), file: { name: 'SO_17.xml' } });
}

function problemOf(text: string, kind: 'value' | 'condition' = 'value') {
  const compiled = compileExpression(text, kind, { direction: 'in', format: FORMAT });
  if ('made' in compiled) throw new Error(`compiled: ${text}`);
  return [compiled.line, compiled.column, compiled.problem, compiled.hint];
}

test('a replacement within a replacement does not grow without an end', () => {
  const bomb = `"x"${`.replace("x", "${'x'.repeat(50)}")`.repeat(6)}.size()`;
  expect(evaluate(bomb)).toHaveProperty('refused', 'replace() would make a text of more than 1,000,000 characters.');
});

describe('values', () => {
  test.each<[string, unknown]>([
    ['"NO01"', 'NO01'],
    ['source.Ref', 'PO-4711-2'],
    ['source.Ref.split("-")[1]', '4711'],
    ['source.No', '17'],
    ['source.Type', 'N'],
    ['source["@Type"]', 'SO'],
    ['source["Qty@unit"]', 'ST'],
    ['source.Customer.Code', 'K1'],
    ['source["Customer@Code"]', 'K1'],
    ['text(source.Party)', 'Own text'],
    ['source.Party.Name', 'Anna'],
    ['file.name.substring(3, 5)', '17'],
    ['decimal(source.Amount) / decimal(source.Qty)', '333.5'],
    ['decimal(source.Qty) / 7', '0.42857142857142857143'],
    ['round(decimal(source.Qty) / 7, 2)', '0.43'],
    ['text(decimal(source.Qty), 2)', '3.00'],
    ['-decimal("2,50") * 2', '-5'],
    ['2 * decimal("2,5") - 1', '4'],
    ['int(source.Qty) + 1', 4],
    ['source.Ready == "J"', true],
    ['source.Ready == "J" ? "yes" : "no"', 'yes'],
    ['size(source.Lines.Line)', 2],
    ['size(list(source.One.Line))', 1],
    ['sum(list(source.Lines.Line).map(line, decimal(line.Price)))', '12.5'],
    ['sum(list(source.Lines.Line).filter(line, has(line.Note)).map(line, decimal(line.Price)))', '2.5'],
    ['list(source.One.Line).map(line, line.No).join("+")', '9'],
    ['list(source.Lines.Line).exists(line, decimal(line.Price) > 5)', true],
    [
      'list(source.Lines.Line).exists_one(a, list(source.Lines.Line).all(b, decimal(a.Price) >= decimal(b.Price)))',
      true,
    ],
    ['decimal("1") in [decimal("1,0"), decimal("2")]', true],
    ['source.Ref.replace("-", "$&")', 'PO$&4711$&2'],
  ])('%s', (text, value) => expect(evaluate(text)).toEqual({ value }));
});

describe('what is missing is nothing, and has() asks for it', () => {
  test.each<[string, string]>([
    ['source.Nothing', 'source.Nothing'],
    ['source.Blank', 'source.Blank'],
    ['decimal(source.Nothing.Deeper) / 2', 'source.Nothing'],
    ['source.Lines.Line[7]', 'source.Lines.Line[7]'],
    ['source["Qty@scheme"]', 'source["Qty@scheme"]'],
    ['source.constructor', 'source.constructor'],
    ['source["__proto__"]', 'source["__proto__"]'],
  ])('%s', (text, missing) => expect(evaluate(text)).toEqual({ nothing: true, missing }));

  test.each<[string, boolean]>([
    ['has(source.Ref)', true],
    ['has(source.Blank)', false],
    ['has(source.Nothing.Deeper.Still)', false],
    ['has(source.Party.Name) && source.Party.Name == "Anna"', true],
    ['has(source.Ref.Name)', false],
    ['list(source.Lines.Line).exists(line, has(line.Note))', true],
    ['has(file.name)', true],
  ])('%s', (text, value) => expect(evaluate(text, 'condition')).toEqual({ value }));

  test('a blank result and null are nothing', () => {
    expect(evaluate('"  "')).toEqual({ nothing: true });
    expect(evaluate('has(source.Nothing) ? source.Nothing : null')).toEqual({ nothing: true });
  });
});

describe('what would be a guess is refused, with what to write', () => {
  test.each<[string, string, string]>([
    ['decimal(source.Ref)', '"PO-4711-2" is not a number.', 'source'],
    ['decimal("1.5")', '"1.5" is not a number.', '15 894,67'],
    ['decimal(source.Qty) / decimal("0")', 'Nothing can be divided by zero.', 'Say what counts then'],
    ['source.Lines.Line.Price', 'source.Lines.Line stands several times.', 'source.Lines.Line[0] is the first'],
    ['has(source.Lines.Line.Price)', 'What Price is asked of stands several times.', '[0] is the first'],
    ['source.Lines.Line', 'The expression finds a list, not one value.', '[0]'],
    ['source.Party', 'The expression finds an object, not one value.', 'Name one value'],
    ['source.Qty.unit', 'source.Qty is a text: there is no unit in it.', 'source["Qty@unit"]'],
    ['source.One.Line.map(line, line.No).join(",")', 'This is one object, not a list.', 'list(source.Line)'],
    ['source.Qty + 1', 'a text + a whole number cannot be done.', 'decimal(…)'],
    ['int(source.Ref)', 'int(source.Ref) is no whole number.', 'decimal(…)'],
    ['source.Ref.substring(2, 99)', 'The text is shorter than that.', 'size(…)'],
    ['list(source.Lines.Line).all(line, line.Note == "x")', 'There is no line.Note here.', 'has(…)'],
    ['size(source.Party)', 'size(object) does not take these values.', 'list(…)'],
    ['sum(list(source.Lines.Line))', 'sum() was given something that is no number.', 'decimal(line.Amount)'],
  ])('%s', (text, refused, hint) => {
    expect(evaluate(text)).toEqual({ refused, hint: expect.stringContaining(hint) });
  });

  test('a condition on what is missing, or on what is no flag', () => {
    expect(evaluate('source.Nothing == "A"', 'condition')).toEqual({
      refused: 'There is no source.Nothing here.',
      hint: expect.stringContaining('has(…)'),
    });
    expect(evaluate('true ? source.Ref : source.No', 'condition')).toHaveProperty(
      'refused',
      'The condition is neither true nor false.',
    );
  });
});

describe('what is wrong is told before a file comes, with its line and column', () => {
  test.each<[string, number, number, string, string]>([
    ['surce.Qty', 1, 1, 'There is no surce.', 'Did you mean source?'],
    ['document.x', 1, 1, 'There is no document.', 'begins with source, record, file'],
    ['1 +\n  desimal("2")', 2, 3, 'There is no function desimal.', 'Did you mean decimal?'],
    ['source.Ref.matches("a+")', 1, 1, 'There is no function matches.', 'startsWith'],
    ['timestamp("2026-01-01T00:00:00Z")', 1, 1, 'There is no function timestamp.', 'There are decimal'],
    ['cel.bind(x, "a", x + x)', 1, 1, 'There is no function bind.', 'There are decimal'],
    ['source.decimal()', 1, 1, 'decimal is not called so.', 'Write decimal(x).'],
    ['1.5 * decimal("2")', 1, 1, '1.5 would not be exact.', 'Write decimal("1.5").'],
    ['decimal("1") + "a"', 1, 1, 'a number + a text cannot be done.', 'decimal(…)'],
    [
      'decimal(source.Qty) * source.Amount',
      1,
      1,
      'source.Amount is no number by itself.',
      'Write decimal(source.Amount).',
    ],
    ['source.Qty > "5"', 1, 1, '"5" is a text', 'decimal("5")'],
    ['source.Qty < source.Amount', 1, 1, 'Whether these are numbers or texts', 'text(…) < text(…)'],
    ['7 / 2', 1, 1, 'A quotient of whole numbers loses', 'decimal(…)'],
    ['source.Ready == "J" ? decimal("1") : 0', 1, 1, 'Both sides of ? … : … must be of one kind.', 'decimal(…)'],
    ['"abc', 1, 1, 'A quote is not closed.', 'quotes'],
    ['1 +', 1, 4, 'The end of the expression does not belong here.', 'missing'],
    ['source.Beløp', 1, 11, '"ø" does not belong here.', 'source["Beløp"]'],
    ['[source.Ref]', 1, 1, 'A value is one text, one number or one flag.', 'Take one entry'],
    ['b"x"', 1, 1, 'Bytes and unsigned numbers', 'text'],
    ['has(source["Ref"])', 1, 5, 'has(…) asks for a name', 'attribute'],
    ['"a".split("").all(x, "b".split("").all(y, true))', 1, 22, 'Within a list only a list of the file', 'each'],
    [
      'source.A.all(a, source.B.all(b, source.C.all(c, true)))',
      1,
      33,
      'A list is gone through within a list within a list.',
      'each',
    ],
  ])('%s', (text, line, column, problem, hint) => {
    const [atLine, atColumn, is, repair] = problemOf(text);
    expect([is, repair]).toEqual([expect.stringContaining(problem), expect.stringContaining(hint)]);
    expect([atLine, atColumn]).toEqual([line, column]);
  });

  test('one that is too long or has too many parts', () => {
    expect(problemOf(`"${'x'.repeat(2000)}"`)[2]).toBe('The expression has 2002 characters, more than 2000.');
    expect(problemOf(`${'1+'.repeat(300)}1`)[2]).toBe('The expression is too long or too deep.');
    expect(problemOf(`${'('.repeat(100)}1${')'.repeat(100)}`)[2]).toBe('The expression is too long or too deep.');
  });

  test('a condition must be true or false', () => {
    expect(problemOf('source.Ready', 'condition')).toEqual([
      1,
      1,
      'A condition must be true or false.',
      expect.stringContaining('source.Ready == "J"'),
    ]);
    expect(problemOf('decimal("1")', 'condition')).toContain('A condition must be true or false.');
  });
});

describe('in a mapping out, numbers and flags of the document are what they are', () => {
  const document = {
    orderReady: true,
    lines: [{ lineNo: 1, quantity: '2.50', note: null }],
    rate: 0.1,
    entity: 'NO01',
  };
  function out(text: string, kind: 'value' | 'condition' = 'value') {
    const compiled = compileExpression(text, kind, { direction: 'out', format: FORMAT });
    if (!('made' in compiled)) throw new Error(compiled.problem);
    return compiled.made.evaluate({ source: document.lines[0], record: document, document, file: { name: '' } });
  }

  test.each<[string, unknown]>([
    ['source.lineNo * 10', 10],
    ['source.lineNo == 1', true],
    ['decimal(source.quantity) * 2', '5'],
    ['decimal(document.rate) * 3', '0.3'],
    ['document.entity + "-" + text(source.lineNo)', 'NO01-1'],
    ['size(document.lines)', 1],
    ['has(source.note)', false],
    ['document.lines[0].lineNo', 1],
  ])('%s', (text, value) => expect(out(text)).toEqual({ value }));

  test('a flag of the document is a condition', () => {
    expect(out('document.orderReady', 'condition')).toEqual({ value: true });
  });
});
