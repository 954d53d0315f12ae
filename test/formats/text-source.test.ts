import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import { lineIndex } from '../../src/formats/text/line-index.ts';
import { textPieces, textSource, wholeText } from '../../src/formats/text/text-source.ts';

const read = (bytes: Uint8Array): string => wholeText(textSource(bytes));
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const BOM = '\ufeff';

describe('the encoding of a text', () => {
  it.each([
    ['UTF-8', Buffer.from('<æ>')],
    ['UTF-8 with its mark', Buffer.from(`${BOM}<æ>`)],
    ['UTF-16 LE with its mark', Buffer.from(`${BOM}<æ>`, 'utf16le')],
    ['UTF-16 BE with its mark', utf16be(`${BOM}<æ>`)],
    ['UTF-16 LE by its pattern', Buffer.from('<æ>', 'utf16le')],
    ['UTF-16 BE by its pattern', utf16be('<æ>')],
  ])('%s is found out', (_, bytes) => expect(read(bytes)).toBe('<æ>'));

  const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?><a>`;

  it('is the declared one where there is no mark', () => {
    const bytes = (encoding: string): Buffer =>
      Buffer.concat([Buffer.from(declared(encoding)), Buffer.from([0xe5, 0x80, 0xa4])]);
    expect(read(bytes('ISO-8859-1'))).toBe(`${declared('ISO-8859-1')}å\u0080¤`);
    expect(read(bytes('Windows-1252'))).toBe(`${declared('Windows-1252')}å€¤`);
    expect(read(bytes('iso-8859-15'))).toBe(`${declared('iso-8859-15')}å\u0080€`);
  });

  it('is the one of the mark where mark and declaration differ', () => {
    expect(read(Buffer.from(`${BOM}${declared('ISO-8859-1')}æ`))).toBe(`${declared('ISO-8859-1')}æ`);
  });

  it('is not UTF-16 where the declaration that says so is written one byte a character', () => {
    expect(read(Buffer.from(`${declared('utf-16')}æ`))).toBe(`${declared('utf-16')}æ`);
  });

  it.each(['EBCDIC-CP-US', 'shift_jis', 'constructor'])('is refused by name where it is %s', (encoding) => {
    const refused = (): string => read(Buffer.from(declared(encoding)));
    expect(refused).toThrow(
      expect.objectContaining({ code: 'ENCODING_INVALID', message: expect.stringContaining(encoding) }),
    );
  });

  it('is refused where it is UTF-32', () => {
    expect(() => read(Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]))).toThrow(
      expect.objectContaining({ code: 'ENCODING_INVALID' }),
    );
  });
});

describe('bytes that are no character', () => {
  it.each([
    ['in UTF-8', Buffer.concat([Buffer.from('æ�\nøb'), Buffer.from([0xff, 0x61])]), { line: 2, column: 3 }],
    ['overlong in UTF-8', Buffer.from([0x61, 0xc0, 0x80, 0x61]), { line: 1, column: 2 }],
    ['a surrogate in UTF-8', Buffer.from([0x61, 0x0a, 0xed, 0xa0, 0x80, 0x61]), { line: 2, column: 1 }],
    [
      'half a pair in UTF-16',
      Buffer.concat([Buffer.from('<\n�b', 'utf16le'), Buffer.from([0x00, 0xd8, 0x61, 0x00])]),
      { line: 2, column: 3 },
    ],
    [
      'in windows-1252',
      Buffer.concat([Buffer.from('<?xml version="1.0" encoding="cp1252"?>\n<a>'), Buffer.from([0x81])]),
      { line: 2, column: 4 },
    ],
  ])('are refused with their place: %s', (_, bytes, at) => {
    expect(() => read(bytes)).toThrow(expect.objectContaining({ code: 'ENCODING_INVALID', at }));
  });

  it('are only a cut where the end of the bytes stops them', () => {
    const whole = Buffer.from('a€😀');
    for (let end = 0; end <= whole.length; end += 1) {
      const source = textSource(whole.subarray(0, end));
      expect('a€😀'.startsWith(wholeText(source))).toBe(true);
      expect(source.cut).toBe(![0, 1, 4, 8].includes(end));
    }
  });
});

describe('pieces', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text.isWellFormed());

  it('are together the whole text, however small they are', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.integer({ min: 4, max: 20 }),
        fc.constantFrom<BufferEncoding>('utf8', 'utf16le'),
        (text, size, encoding) => {
          const source = textSource(Buffer.from(`${BOM}<${text}`, encoding));
          expect([...textPieces(source, size)].join('')).toBe(`<${text}`);
        },
      ),
    );
  });

  it('never hold invented characters: bytes are text or a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        let text: string;
        let source: ReturnType<typeof textSource>;
        try {
          source = textSource(bytes);
          text = wholeText(source);
        } catch (error) {
          expect(error).toBeInstanceOf(Fault);
          return;
        }
        if (source.encoding.name === 'UTF-8')
          expect(Buffer.from(text).equals(Buffer.from(bytes.subarray(source.start, source.end)))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('lines', () => {
  it('end with LF, CR LF or a lone CR, also where two pieces share one', () => {
    const text = 'a\nb\r\nc\rd';
    for (let cut = 0; cut <= text.length; cut += 1) {
      const index = lineIndex([text.slice(0, cut), '', text.slice(cut)]);
      expect(['a', 'b', 'c', 'd'].map((letter) => index.at(text.indexOf(letter)))).toEqual([
        { line: 1, column: 1 },
        { line: 2, column: 1 },
        { line: 3, column: 1 },
        { line: 4, column: 1 },
      ]);
    }
  });
});
