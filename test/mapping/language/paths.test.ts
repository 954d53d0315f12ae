import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readXml } from '../../../src/formats/xml/read-xml.ts';
import { compilePath, type PathNames } from '../../../src/mapping/language/paths/compile-path.ts';
import { PathProblem } from '../../../src/mapping/language/paths/path-syntax.ts';

const XML = `<o:Order xmlns:o="urn:o" xmlns:x="urn:x" no="1">
  <Head><No>7</No><x:No>8</x:No><Cur>NOK</Cur></Head>
  <Line no="1" x:no="11"><Art type="EAN">4006</Art><Qty>2</Qty></Line>
  <Line no="2"><Art type="ean">5000</Art><Art>a</Art><Qty> </Qty></Line>
  <Line><Qty>3</Qty><Cur>NOK</Cur></Line>
</o:Order>`;
const { root } = readXml(new TextEncoder().encode(XML));
const ANY: PathNames = { prefixes: undefined, topHasName: true };

const values = (path: string, names = ANY, context = root): string[] =>
  compilePath(path, names)
    .values(context, root)
    .map(({ text }) => text);

describe('a path', () => {
  test.each([
    ['Head/No', ['7', '8']],
    ['./Head/Cur', ['NOK']],
    ['@no', ['1']],
    ['Line/@no', ['1', '2']],
    ['Line/Art', ['4006', '5000', 'a']],
    ['Line/Qty', ['2', '3']],
    ['Line[2]/Art', ['5000', 'a']],
    ['Line/Art[1]', ['4006', '5000']],
    ['Line[3]/Qty', ['3']],
    ['Line[4]/Qty', []],
    ["Line/Art[@type='EAN']", ['4006', '5000']],
    ['Line/Art[@type="EAN"][2]', []],
    ["Line[@no='2']/Art[2]", ['a']],
    ["Line[Qty='3']/Cur", ['NOK']],
    ["Line[Qty!='3']/@no", ['1', '2']],
    ['Line[Art]/@no', ['1', '2']],
    ['Line[@no]/@no', ['1', '2']],
    ['Line[Cur=/Order/Head/Cur]/Qty', ['3']],
    ['Line[Cur!=/*/Head/Cur]/@no', ['1', '2']],
    ['*/Cur', ['NOK', 'NOK']],
    ['Head/*', ['7', '8', 'NOK']],
    ['/Order/@no', ['1']],
    ['/*/Head/Cur', ['NOK']],
    ['/Other/Head/Cur', []],
    ['Missing | Head/Cur', ['NOK']],
    ['Line[3]/Art | Line[1]/Art | Head/No', ['4006']],
    ["'Head'/'Cur'", ['NOK']],
    [' Head / Cur ', ['NOK']],
  ])('%s', (path, expected) => {
    expect(values(path)).toEqual(expected);
  });

  test('goes up, and never beyond the top', () => {
    const line = root.children[1]!;
    expect(values('../Head/Cur', ANY, line)).toEqual(['NOK']);
    expect(values('../../Head', ANY, line)).toEqual([]);
    expect(values('.', ANY, line.children[1])).toEqual(['2']);
  });

  test('without a prefix means no namespace as soon as the mapping names one, or the one of the empty prefix', () => {
    const names = (prefixes: Record<string, string>): PathNames => ({ prefixes, topHasName: true });
    expect(values('Head/No', names({ x: 'urn:x' }))).toEqual(['7']);
    expect(values('Head/x:No', names({ x: 'urn:x' }))).toEqual(['8']);
    expect(values('Head/x:*', names({ x: 'urn:x' }))).toEqual(['8']);
    expect(values('/Order/Head/No', names({ x: 'urn:x' }))).toEqual([]);
    expect(values('/o:Order/Head/Cur', names({ o: 'urn:o' }))).toEqual(['NOK']);
    expect(values('*/No', names({ '': 'urn:x' }))).toEqual(['8']);
    expect(values('*/@no', names({ '': 'urn:x' }))).toEqual(['1', '2']);
    expect(values('Line/@q:no', names({ q: 'urn:x' }))).toEqual(['11']);
  });

  test('from a top without a name begins with what is in it', () => {
    const names: PathNames = { prefixes: undefined, topHasName: false };
    expect(values('/Head/Cur', names, root.children[1])).toEqual(['NOK']);
    expect(values('/Order/Head/Cur', names)).toEqual([]);
  });

  test('is a path, or says at which character it is none', () => {
    const part = fc.constantFrom(
      'a',
      'b:c',
      '@',
      '/',
      '[',
      ']',
      "'",
      '"',
      '=',
      '!=',
      '|',
      '.',
      '..',
      '*',
      '1',
      ' ',
      '(',
      'é',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
        (text) => {
          try {
            compilePath(text, { prefixes: { b: 'urn:b' }, topHasName: true }).values(root, root);
          } catch (error) {
            expect(error).toBeInstanceOf(PathProblem);
            const { at, message, hint } = error as PathProblem;
            expect(at).toBeGreaterThanOrEqual(0);
            expect(at).toBeLessThanOrEqual(text.length);
            expect(message.length * hint.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
