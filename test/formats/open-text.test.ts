import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import type { EncodingKey } from '../../src/formats/text/encoding.table.ts';
import { openText } from '../../src/formats/text/open-text.ts';
import { textSource, wholeText } from '../../src/formats/text/text-source.ts';

type Read = { text: string; cut?: boolean; fault?: unknown };

const faultOf = (error: unknown): unknown => {
  if (!(error instanceof Fault)) throw error;
  return { code: error.code, message: error.message, at: error.at };
};

function inChunks(bytes: Uint8Array, cuts: readonly number[], otherwise?: EncodingKey): Read {
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  const text = openText(otherwise);
  let read = '';
  let from = 0;
  try {
    for (const end of ends) {
      read += text.write(bytes.subarray(from, end));
      from = end;
    }
    read += text.end();
    const cut = text.cut();
    if (cut !== undefined && cut.code !== 'TRUNCATED') throw cut;
    return { text: read, cut: cut !== undefined };
  } catch (error) {
    return { text: read, fault: faultOf(error) };
  }
}

function whole(bytes: Uint8Array, otherwise?: EncodingKey): Read {
  try {
    const source = textSource(bytes, otherwise);
    return { text: wholeText(source), cut: source.cut };
  } catch (error) {
    return { text: '', fault: faultOf(error) };
  }
}

const chunks = fc.array(fc.nat(2_000), { maxLength: 8 });
const encodings = fc.constantFrom<EncodingKey | undefined>(undefined, 'windows-1252', 'iso-8859-1', 'utf-16le');

describe('bytes that come in chunks', () => {
  it('are the same text as in one piece, however they are cut', () => {
    const text = fc
      .array(fc.constantFrom('a', 'å', '€', '😀', '\n', '\r\n', 'x'.repeat(90)), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        text,
        chunks,
        fc.constantFrom<BufferEncoding>('utf8', 'utf16le'),
        fc.boolean(),
        (words, cuts, as, mark) => {
          const bytes = Buffer.from(`${mark ? '\ufeff' : ''}<${words}`, as);
          expect(inChunks(bytes, cuts)).toEqual({ text: `<${words}`, cut: false });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('give the same fault at the same place, or the same cut end, whatever the bytes are', () => {
    const line = fc.constantFrom(...['abc\n', 'æ\r\n', '\r', 'x'.repeat(100)].map((part) => Buffer.from(part)));
    const wild = fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes));
    const bytes = fc.array(fc.oneof({ weight: 3, arbitrary: line }, { weight: 1, arbitrary: wild }), { maxLength: 14 });
    fc.assert(
      fc.property(bytes.map(Buffer.concat), chunks, encodings, (all, cuts, otherwise) => {
        const expected = whole(all, otherwise);
        const read = inChunks(all, cuts, otherwise);
        if ('fault' in expected) expect(read).toEqual({ text: expect.any(String), fault: expected.fault });
        else expect(read).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are read as the mapping says only where they do not say it themselves', () => {
    const text = (bytes: Buffer): string => inChunks(bytes, [], 'windows-1252').text;
    expect(text(Buffer.from([0x61, 0xe5, 0x80]))).toBe('aå€');
    expect(text(Buffer.from('\ufeffaå'))).toBe('aå');
    expect(text(Buffer.from('<?xml version="1.0" encoding="UTF-8"?><å/>'))).toMatch(/<å\/>$/);
    expect(text(Buffer.from('aå', 'utf16le'))).toBe('aå');
  });

  it('give the text before bad bytes before the fault that names them', () => {
    const text = openText();
    expect(text.write(Buffer.concat([Buffer.from(`${'x'.repeat(300)}\nab`), Buffer.from([0xff, 0x61])]))).toBe(
      `${'x'.repeat(300)}\nab`,
    );
    expect(() => text.end()).toThrow(expect.objectContaining({ code: 'ENCODING_INVALID', at: { line: 2, column: 3 } }));
  });
});
