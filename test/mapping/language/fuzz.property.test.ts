import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../../src/domain/decision.ts';
import { schemaErrors } from '../../../src/mapping/canonical/check-document.ts';
import { compileMappings } from '../../../src/mapping/language/compile-mappings.ts';
import type { InMapping, MappingSources, OutMapping } from '../../../src/mapping/language/mapping-set.ts';
import { MappingNotApplicable } from '../../../src/mapping/language/out/mapping-not-applicable.ts';
import { writtenName } from '../../../src/mapping/language/parse/parse-mapping.ts';
import { readBy } from '../../../src/mapping/language/read-mapped.ts';
import { PROJECT } from '../../../src/tools/guards/source-files.ts';
import { mutateText } from '../../campaign/mutation/mutate-text.ts';
import { PROPERTY_TIMEOUT, propertyRuns } from '../../support/property-runs.ts';
import { chance } from '../../support/random.ts';

/** Slips of people and broken bytes, in every shipped mapping and in every example of one: nothing is lost, nothing throws. */

const below = (folder: string): string[] =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);
const text = (file: string): string => readFileSync(join(PROJECT, file), 'utf8');
const hash = (content: string): string => createHash('sha256').update(content).digest('hex');

const FILES = below('mappings').filter((file) => file.endsWith('.yaml') && file !== 'mappings/site.yaml');
const PARTS = FILES.filter((file) => /^part:/m.test(text(file)));
const LOOKUPS = [{ name: 'units', file: 'mappings/lookups/units.csv', text: text('mappings/lookups/units.csv') }];
const MAPPINGS = FILES.filter((file) => !PARTS.includes(file)).map((file) => ({
  file,
  text: text(file),
  // Only the parts that a mapping names: each is read anew for each compilation.
  parts: /\buse: /.test(text(file)) ? PARTS : [],
  inputs: below(file.replace(/\.yaml$/, '.examples'))
    .filter((path) => /\/in\.\w+$/.test(path))
    .map((path) => readFileSync(join(PROJECT, path))),
}));
type Shipped = (typeof MAPPINGS)[number];

const sourcesOf = ({ file, parts }: Shipped, own: string): MappingSources => ({
  files: [
    { file, text: own, shipped: false },
    ...parts.map((part) => ({ file: part, text: text(part), shipped: true })),
  ],
  lookups: LOOKUPS,
});

/** Very many rows are a matter of limits, which have tests of their own. */
function mutated(original: string, seed: number): Uint8Array {
  const choice = chance(seed);
  for (;;) {
    const { name, content } = mutateText(original, choice);
    if (name !== 'very many rows') return Buffer.from(content as string, 'latin1');
  }
}

function expectPlaced(findings: readonly Finding[], file?: string): void {
  for (const { at, message } of findings) {
    expect(at).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
    if (file !== undefined) expect(at?.file).toBe(file);
    expect(message).not.toBe('');
  }
}

/** Each record is a document of its type, or refused with an error; a file without any is an error itself. */
function expectNothingLost(mapping: InMapping, bytes: Uint8Array): void {
  let records = 0;
  const watched: InMapping = {
    ...mapping,
    apply: (record, context) => {
      records += 1;
      const applied = mapping.apply(record, context);
      const refused = applied.findings.some(({ severity }) => severity === 'error');
      expect([applied.document === undefined, refused]).toEqual(refused ? [true, true] : [false, false]);
      return applied;
    },
  };
  const { documents, findings } = readBy(watched, { channel: mapping.claims.channel, name: 'in', bytes });
  expect(records).toBeLessThanOrEqual(bytes.length);
  for (const { content } of documents) expect(schemaErrors(mapping.document, content)).toEqual([]);
  expectPlaced(findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (documents.length < records) expect(errors).toBeGreaterThan(0);
  if (records === 0) expect(findings.length + Number(isSilent(mapping, bytes))).toBeGreaterThan(0);
}

/** A list that has no records is a file that says nothing, which is no fault of it. */
function isSilent({ source }: InMapping, bytes: Uint8Array): boolean {
  return source.each !== undefined || source.format === 'csv' || source.format === 'fixed-width' || bytes.length === 0;
}

function expectWrittenOrTold(mapping: OutMapping, document: Readonly<Record<string, unknown>>): void {
  try {
    expect(mapping.write(document)).toBeInstanceOf(Uint8Array);
  } catch (error) {
    expect(error).toBeInstanceOf(MappingNotApplicable);
    expectPlaced((error as MappingNotApplicable).findings);
  }
}

function tryOut(mapping: OutMapping, bytes: Uint8Array): void {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      expectWrittenOrTold(mapping, value as Record<string, unknown>);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
}

const compile = (shipped: Shipped, own: string) => compileMappings(sourcesOf(shipped, own), hash, 'Europe/Oslo');
const GOOD = new Map(
  MAPPINGS.map((shipped) => {
    const { set } = compile(shipped, shipped.text);
    return [shipped.file, set.in[0] ?? [...set.out.values()][0]] as const;
  }),
);
/** In the nightly form a mapping is compiled for each tenth run: that costs twenty times as much as reading a file. */
const RUNS = propertyRuns(300).numRuns;
const anyShipped = fc.constantFrom(...MAPPINGS);
const seed = fc.integer({ min: 1, max: 2 ** 31 - 1 });

test('every shipped mapping is right, so that what is tried begins with what is right', () => {
  expect(MAPPINGS.length).toBeGreaterThan(25);
  for (const { file } of MAPPINGS) expect([file, GOOD.get(file)?.file]).toEqual([file, file]);
});

test(
  'a mutated mapping reads and writes, or is left out with the place of each fault',
  () => {
    fc.assert(
      fc.property(anyShipped, seed, fc.nat(2), (shipped, number, which) => {
        const own = Buffer.from(mutated(Buffer.from(shipped.text, 'utf8').toString('latin1'), number)).toString('utf8');
        const { set, findings } = compile(shipped, own);
        const mine = findings.filter(({ at }) => at?.file === shipped.file);
        expectPlaced(mine, shipped.file);
        for (const { hint } of mine) expect(hint ?? '').not.toBe('');
        const made = set.in[0] ?? [...set.out.values()][0];
        const isOff = /^enabled:|^part:/m.test(own);
        if (made === undefined)
          expect(isOff || findings.some(({ severity }) => severity === 'error') || writtenName(own) === undefined).toBe(
            true,
          );
        const bytes = shipped.inputs[which % Math.max(1, shipped.inputs.length)];
        if (bytes === undefined || made === undefined) return;
        if (made.direction === 'in') expectNothingLost(made, bytes);
        else tryOut(made, bytes);
      }),
      { numRuns: Math.min(RUNS, Math.max(300, Math.ceil(RUNS / 10))) },
    );
  },
  PROPERTY_TIMEOUT,
);

test(
  'a mutated file is documents of its type, or says where it is wrong; no record is lost',
  () => {
    fc.assert(
      fc.property(anyShipped, seed, fc.nat(2), ({ file, inputs }, number, which) => {
        const made = GOOD.get(file);
        const bytes = inputs[which % Math.max(1, inputs.length)];
        if (bytes === undefined || made === undefined) return;
        const changed = mutated(bytes.toString('latin1'), number);
        if (made.direction === 'in') expectNothingLost(made, changed);
        else tryOut(made, changed);
      }),
      { numRuns: RUNS },
    );
  },
  PROPERTY_TIMEOUT,
);
