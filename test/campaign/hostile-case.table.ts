import fc from 'fast-check';
import type { Good } from './hostile-material.ts';

/** One hostile file. `cutFrom`: it is the beginning of this good file, and nothing else. */
export interface HostileCase {
  what: string;
  file: Good;
  cutFrom?: Good;
}

export type Spoil = (good: Good, random: () => number) => Buffer;

const at = (length: number, random: () => number): number => Math.floor(random() * length);
const insert = (bytes: Buffer, offset: number, piece: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, offset), piece, bytes.subarray(offset)]);
const behindDeclaration = (bytes: Buffer): number => Math.max(bytes.indexOf('?>') + 2, 0);
const BILLION =
  '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>';
const REFERENCES = [
  '&d;',
  '&nbsp;',
  '&',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&#99999999999;',
  '&#x;',
  '&amp',
  '&;',
  '&constructor;',
  '&__proto__;',
];
const NASTY = [
  '\0',
  '\x1b',
  ']]>',
  '<',
  '</',
  '<!',
  '<!--',
  '-->',
  '<![CDATA[',
  '<?',
  '<?xml version="1.1"?>',
  '"',
  "'",
  '{',
  '}',
  ']',
  '\\',
  '\\u0000',
  '\ufeff',
  '\uffff',
];

/** Ways to spoil a good file. Each is quick; the large ones are in `LARGE_CASES`. */
export const SPOILS: Readonly<Record<string, Spoil>> = {
  doctype: ({ bytes }) => insert(bytes, behindDeclaration(bytes), Buffer.from(BILLION)),
  'doctype cut off': ({ bytes }) =>
    Buffer.concat([bytes.subarray(0, behindDeclaration(bytes)), Buffer.from(BILLION.slice(0, 60))]),
  reference: ({ bytes }, random) =>
    insert(bytes, at(bytes.length, random), Buffer.from(REFERENCES[at(REFERENCES.length, random)] ?? '')),
  nasty: ({ bytes }, random) =>
    insert(bytes, at(bytes.length, random), Buffer.from(NASTY[at(NASTY.length, random)] ?? '')),
  levels: ({ bytes }, random) => insert(bytes, bytes.lastIndexOf('</'), Buffer.from('<a>'.repeat(at(3000, random)))),
  brackets: ({ bytes }, random) =>
    insert(bytes, at(bytes.length, random), Buffer.from('[{"a":'.repeat(at(3000, random)))),
  attributes: ({ bytes }, random) =>
    insert(
      bytes,
      Math.max(bytes.indexOf('>', behindDeclaration(bytes)), 0),
      Buffer.from(Array.from({ length: at(400, random) }, (_, n) => ` a${n}=""`).join('')),
    ),
  'another declared encoding': ({ bytes }, random) => {
    const encoding = ['ISO-8859-1', 'windows-1252', 'UTF-16', 'UTF-7', 'EBCDIC', ''][at(6, random)] ?? '';
    return Buffer.from(bytes.toString('latin1').replace(/encoding="[^"]*"/i, `encoding="${encoding}"`), 'latin1');
  },
  'another real encoding': ({ bytes }, random) => {
    const wide = Buffer.from(bytes.toString('utf8'), 'utf16le');
    return (
      [wide, Buffer.from(bytes.toString('utf8'), 'latin1'), wide.length % 2 === 0 ? Buffer.from(wide).swap16() : wide][
        at(3, random)
      ] ?? wide
    );
  },
  'another mark': ({ bytes }, random) =>
    Buffer.concat([
      Buffer.from(
        [
          [0xef, 0xbb, 0xbf],
          [0xff, 0xfe],
          [0xfe, 0xff],
          [0xff, 0xfe, 0, 0],
        ][at(4, random)] ?? [],
      ),
      bytes,
    ]),
  'a zeroed stretch': ({ bytes }, random) =>
    Buffer.from(bytes).fill(0, at(bytes.length, random), at(bytes.length, random)),
  'flipped bytes': ({ bytes }, random) => {
    const flipped = Buffer.from(bytes);
    for (let n = 0; n <= at(8, random); n += 1) flipped[at(bytes.length, random)] = at(256, random);
    return flipped;
  },
  'a lost stretch': ({ bytes }, random) => {
    const start = at(bytes.length, random);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + at(bytes.length - start, random))]);
  },
  'a doubled stretch': ({ bytes }, random) => {
    const start = at(bytes.length, random);
    return insert(bytes, start, bytes.subarray(start, start + at(bytes.length - start, random)));
  },
  'twice in one file': ({ bytes }) => Buffer.concat([bytes, bytes]),
  'any bytes': (_, random) =>
    Buffer.from(fc.sample(fc.uint8Array({ maxLength: 200 }), { seed: at(2 ** 31, random), numRuns: 1 })[0] ?? []),
  'any text behind a bracket': (_, random) => {
    const [text = ''] = fc.sample(fc.string({ unit: 'binary', maxLength: 200 }), {
      seed: at(2 ** 31, random),
      numRuns: 1,
    });
    return Buffer.from(`${['<', '{', '[', '<?xml '][at(4, random)]}${text}`);
  },
  'any JSON': (_, random) => {
    const [text = ''] = fc.sample(fc.json(), { seed: at(2 ** 31, random), numRuns: 1 });
    return Buffer.from(text);
  },
};

const wrapped = (before: string, fill: string, bytes: number, after: string): Buffer => {
  const whole = Buffer.alloc(before.length + bytes + after.length, fill);
  whole.write(before, 0);
  whole.write(after, before.length + bytes);
  return whole;
};

/** Large ones: each once in every campaign. */
export const LARGE_CASES: readonly { what: string; name: string; bytes: () => Buffer }[] = [
  { what: '100,000 levels', name: 'x.xml', bytes: () => wrapped('<r>', '<a>', 300_000, '') },
  {
    what: 'a million attributes',
    name: 'x.xml',
    bytes: () => Buffer.from(`<a ${Array.from({ length: 1_000_000 }, (_, n) => `a${n}=""`).join(' ')}/>`),
  },
  { what: 'a text of 100 MB', name: 'x.xml', bytes: () => wrapped('<a>', 'x', 100_000_000, '</a>') },
  {
    what: 'an attachment of 100 MB',
    name: 'x.xml',
    bytes: () =>
      wrapped('<a><EmbeddedDocumentBinaryObject>', 'QUJD', 100_000_000, '</EmbeddedDocumentBinaryObject></a>'),
  },
  { what: 'an attribute of 100 MB', name: 'x.xml', bytes: () => wrapped('<a b="', 'x', 100_000_000, '"/>') },
  { what: 'a comment of 100 MB', name: 'x.xml', bytes: () => wrapped('<a><!--', 'x', 100_000_000, '--></a>') },
  { what: 'a reference of 100 MB', name: 'x.xml', bytes: () => wrapped('<a>&', 'x', 100_000_000, ';</a>') },
  { what: '20 million elements', name: 'x.xml', bytes: () => wrapped('<a>', '<b/>', 80_000_000, '</a>') },
  { what: '100 MB of zeros', name: 'x.xml', bytes: () => Buffer.alloc(100_000_000) },
  { what: 'a JSON string of 100 MB', name: 'x.json', bytes: () => wrapped('{"document":"', 'x', 100_000_000, '"}') },
  {
    what: 'a JSON string of 50 MB that is not closed',
    name: 'x.json',
    bytes: () => wrapped('{"document":"', '\\"', 50_000_000, ''),
  },
  { what: '100,000 JSON levels', name: 'x.json', bytes: () => Buffer.alloc(100_000, '[') },
  {
    what: 'a number of 10 MB',
    name: 'x.json',
    bytes: () => wrapped('{"document":"product","productNo":', '1', 10_000_000, '}'),
  },
];
