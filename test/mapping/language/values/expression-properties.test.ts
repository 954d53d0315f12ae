import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, decimal, decimalText, divide, isDecimalText, isZero } from '../../../../src/domain/decimal.ts';
import { compileExpression } from '../../../../src/mapping/language/value-steps.ts';
import { propertyRuns } from '../../../support/property-runs.ts';

const FORMAT = { format: 'json' } as const;

function evaluate(text: string, source: unknown = {}) {
  const compiled = compileExpression(text, 'value', { direction: 'out', format: FORMAT });
  if (!('made' in compiled)) return compiled;
  return compiled.made.evaluate({ source, record: source, document: source, file: { name: 'a.json' } });
}

const decimals = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.integer({ min: 0, max: 8 }))
  .map(([digits, scale]) => {
    const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
    return `${digits < 0n ? '-' : ''}${text.slice(0, text.length - scale)}${scale === 0 ? '' : `.${text.slice(text.length - scale)}`}`;
  });

test('decimals of expressions are the decimals of the domain, to the last digit', () => {
  fc.assert(
    fc.property(decimals, decimals, (first, second) => {
      const source = { a: first, b: second };
      const [a, b] = [decimal(first), decimal(second)];
      const of = (operator: string) => evaluate(`decimal(source.a) ${operator} decimal(source.b)`, source);
      expect(of('+')).toEqual({ value: decimalText(a.plus(b)) });
      expect(of('-')).toEqual({ value: decimalText(a.minus(b)) });
      expect(of('*')).toEqual({ value: decimalText(a.times(b)) });
      if (isZero(b)) expect(of('/')).toHaveProperty('refused');
      else expect(of('/')).toEqual({ value: decimalText(divide(a, b, 20)) });
      expect(of('<')).toEqual({ value: compare(a, b) < 0 });
      expect(of('>=')).toEqual({ value: compare(a, b) >= 0 });
      expect(of('==')).toEqual({ value: compare(a, b) === 0 });
    }),
    propertyRuns(200),
  );
});

/** Expressions that are often right, and often of the wrong kind. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const part = tie('expression');
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'list', 'one', 'x', 'zz', 'constructor', '__proto__');
  const path = fc
    .tuple(fc.constantFrom('source', 'record', 'document', 'x', 'file'), fc.array(name, { maxLength: 2 }))
    .map((names) => names.flat().join('.'));
  const literal = fc.constantFrom(
    '0',
    '1',
    '-7',
    '9223372036854775807',
    '"1.50"',
    '"a"',
    '""',
    'null',
    'true',
    '1.5',
    'b"x"',
    '[]',
    '{}',
  );
  const call = fc.tuple(
    fc.constantFrom('decimal', 'text', 'list', 'sum', 'size', 'int', 'bool', 'has', 'dyn', 'type'),
    part,
  );
  const binary = fc.tuple(
    part,
    fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||', 'in'),
    part,
  );
  const loop = fc.tuple(part, fc.constantFrom('map', 'all', 'exists', 'exists_one', 'filter'), part);
  const method = fc.tuple(
    part,
    fc.constantFrom(
      'split("-")',
      'join(",")',
      'size()',
      'trim()',
      'substring(1)',
      'indexOf("a", 5)',
      'replace("a", "b")',
    ),
  );
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { weight: 3, arbitrary: path },
      { weight: 2, arbitrary: literal },
      call.map(([of, x]) => `${of}(${x})`),
      binary.map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      loop.map(([list, how, body]) => `list(${list}).${how}(x, ${body})`),
      method.map(([text, how]) => `${text}.${how}`),
      fc.tuple(part, part, part).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      fc.tuple(part, part).map(([a, b]) => `${a}[${b}]`),
      fc.tuple(part, fc.integer({ min: -2, max: 30 })).map(([a, n]) => `round(${a}, ${n})`),
    ),
  };
});

const SOURCE = { a: '1.50', b: 'text', c: 7, list: [{ x: '1' }, { x: '2' }], one: { x: true }, d: 0.25, e: null };

test('no expression throws, compiled or evaluated, and none makes a number that is not exact', () => {
  const cut = fc
    .tuple(expression, fc.nat(40), fc.string({ unit: 'binary', maxLength: 3 }))
    .map(([text, at, put]) => text.slice(0, at) + put + text.slice(at + 1));
  const texts = fc.oneof({ weight: 5, arbitrary: expression }, cut, fc.string({ unit: 'binary', maxLength: 40 }));
  let evaluated = 0;
  fc.assert(
    fc.property(texts, fc.constantFrom('value' as const, 'condition' as const), (text, kind) => {
      const compiled = compileExpression(text, kind, { direction: 'out', format: FORMAT });
      if (!('made' in compiled)) {
        expect([compiled.problem, compiled.hint].every((words) => words.length > 3)).toBe(true);
        expect(compiled.column).toBeGreaterThan(0);
        return;
      }
      evaluated += 1;
      const result = compiled.made.evaluate({ source: SOURCE, record: SOURCE, document: SOURCE, file: { name: 'a' } });
      if ('value' in result && typeof result.value === 'number') expect(Number.isSafeInteger(result.value)).toBe(true);
      if ('refused' in result) expect(result.hint.length).toBeGreaterThan(3);
    }),
    propertyRuns(3000),
  );
  expect(evaluated).toBeGreaterThan(200);
});

test('a runaway is stopped, and the same expression works again on another record', () => {
  const many = { list: Array.from({ length: 3000 }, (_, index) => ({ x: String(index) })) };
  const expression = 'list(source.list).all(a, list(source.list).exists(b, a.x == b.x))';
  expect(evaluate(expression, many)).toEqual({
    refused: expect.stringContaining('it was stopped'),
    hint: expect.any(String),
  });
  expect(evaluate(expression, SOURCE)).toEqual({ value: true });
});

test('a number cannot be made long without end', () => {
  const text = Array.from({ length: 20 }, () => 'decimal("123456789012345678901234567890")').join(' * ');
  expect(evaluate(text)).toHaveProperty('refused', 'A number of this expression becomes too long.');
  expect(
    evaluate(
      'decimal("9".replace("9", "12345678901234567890123456789012345678901234567890")) * decimal("98765432109876")',
    ),
  ).toHaveProperty('refused', 'The number that comes out is too long to be kept.');
  expect(isDecimalText('1'.repeat(61))).toBe(false);
});
