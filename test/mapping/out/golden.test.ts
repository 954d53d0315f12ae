import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compiledOut, said } from './compiled-out.ts';

const GOLDEN = join(import.meta.dirname, 'golden');

/** Each folder: a mapping, a document, and the file byte by byte. A new one without its file gets it, and fails once so that it is read. */
describe.each(readdirSync(GOLDEN))('the golden file of %s', (folder) => {
  const file = (name: string) => join(GOLDEN, folder, name);
  const { set, findings } = compiledOut(readFileSync(file('mapping.yaml'), 'utf8'));
  const [writer] = [...set.out.values()];

  test('is what the mapping writes, byte by byte', () => {
    expect(findings.map(said)).toEqual([]);
    const bytes = writer!.write(JSON.parse(readFileSync(file('in.json'), 'utf8')));
    const expected = file(`expected.${writer!.ending}`);
    const isThere = existsSync(expected);
    if (!isThere) writeFileSync(expected, bytes);
    expect(isThere, `${expected} was not there: read it`).toBe(true);
    expect(Buffer.from(bytes).toString('latin1')).toBe(readFileSync(expected).toString('latin1'));
  });

  test('is the same whatever was written before', () => {
    const document = JSON.parse(readFileSync(file('in.json'), 'utf8'));
    const first = Buffer.from(writer!.write(document));
    expect(Buffer.from(writer!.write(structuredClone(document))).equals(first)).toBe(true);
  });
});
