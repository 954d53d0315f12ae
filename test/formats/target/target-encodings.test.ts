import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MappingFormat } from '../../../src/domain/mapping-file.generated.ts';
import { TargetNotWritable } from '../../../src/formats/target/target-not-writable.ts';
import { writeTarget } from '../../../src/formats/target/write-target.ts';
import { awkward, group, top, value } from './target-tree.ts';

const FORMATS: readonly MappingFormat[] = [
  { format: 'csv', columns: ['a'] },
  { format: 'fixed-width', fields: { a: '1-20' } },
  { format: 'visma-import', tables: { T: { columns: ['a'] } } },
];
const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'windows-1252', 'iso-8859-1'] as const;
const DECODERS: Readonly<Record<string, string>> = {
  'utf-8-bom': 'utf-8',
  'utf-16le': 'utf-16le',
  'iso-8859-1': 'latin1',
};
const rootOf = ({ format }: MappingFormat, text: string) =>
  format === 'visma-import' ? top(group('T', value('a', text))) : top(value('a', text));

describe.each(FORMATS)('$format', (format) => {
  test.each([
    ['utf-8', [0x62, 0xc3, 0xa6, 0x72]],
    ['windows-1252', [0x62, 0xe6, 0x72]],
    ['iso-8859-1', [0x62, 0xe6, 0x72]],
    ['utf-16le', [0x62, 0x00, 0xe6, 0x00, 0x72, 0x00]],
  ] as const)('in %s writes its bytes', (encoding, bytes) => {
    const written = Buffer.from(writeTarget(rootOf(format, 'bær'), { ...format, encoding }, {}));
    expect(written.includes(Buffer.from(bytes))).toBe(true);
    expect(written.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))).toBe(encoding === 'utf-16le');
  });

  test('begins with the byte order mark where it is asked for', () => {
    const written = Buffer.from(writeTarget(rootOf(format, 'x'), { ...format, encoding: 'utf-8-bom' }, {}));
    expect([...written.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test.each([
    ['windows-1252', 'ab→', '"→" (U+2192) as its character 3, which windows-1252 does not have'],
    ['iso-8859-1', '😀€', '"😀" (U+1F600) as its character 1, which ISO-8859-1 does not have'],
    ['utf-8', 'a\uDC00', 'half a character (U+DC00) as its character 2, which UTF-8 does not have'],
  ] as const)('in %s refuses %j with the field, the character and its place', (encoding, text, message) => {
    const attempt = () => writeTarget(rootOf(format, text), { ...format, encoding }, {});
    expect(attempt).toThrow(TargetNotWritable);
    expect(attempt).toThrow(`a has ${message}`);
  });

  test('never replaces a character: it is read again, or refused', () => {
    fc.assert(
      fc.property(awkward, fc.constantFrom(...ENCODINGS), (text, encoding) => {
        let bytes: Uint8Array;
        try {
          bytes = writeTarget(rootOf(format, text), { ...format, encoding, lineEnd: 'lf' }, {});
        } catch (refused) {
          expect(refused).toBeInstanceOf(TargetNotWritable);
          return;
        }
        const latin = encoding === 'iso-8859-1' ? Buffer.from(bytes).toString('latin1') : undefined;
        const read = latin ?? new TextDecoder(DECODERS[encoding] ?? encoding).decode(bytes);
        expect(read.replaceAll('""', '"')).toContain(text.replaceAll('""', '"'));
      }),
      { numRuns: 400 },
    );
  });
});
