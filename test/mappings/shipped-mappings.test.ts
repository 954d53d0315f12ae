import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaErrors } from '../../src/mapping/canonical/check-document.ts';
import type { MappingFile } from '../../src/domain/mapping-file.generated.ts';
import { readBy, readMapped } from '../../src/mapping/language/read-mapped.ts';
import { PROJECT } from '../../src/tools/guards/source-files.ts';
import { documentsOf, examplesOf, inMapping, outMapping, SHIPPED, SHIPPED_FILES } from './shipped-mappings.ts';

/** What the program brings along (design/mapping.md, last item): every mapping is right, explained, and shown by examples. */

const headOf = (file: string): MappingFile => parse(readFileSync(join(PROJECT, file), 'utf8')) as MappingFile;
const OWN = SHIPPED_FILES.filter((file) => !file.startsWith('mappings/peppol/'));
const IN = OWN.filter((file) => headOf(file).direction === 'in');
const OUT = OWN.filter((file) => headOf(file).direction === 'out');

test('nothing is wrong with any of them', () => {
  expect(SHIPPED.findings).toEqual([]);
  expect(SHIPPED.set.in.length + SHIPPED.set.out.size).toBe(SHIPPED_FILES.length);
});

test('all formats of the design are there', () => {
  const names = OWN.map((file) => headOf(file).mapping).sort();
  expect(names).toEqual([
    'acknowledgement-csv',
    'acknowledgement-xml',
    'epack-invoiced-xml',
    'epack-party-terms-csv',
    'epack-party-terms-xml',
    'epack-sales-order-csv',
    'epack-sales-order-delete-csv',
    'epack-sales-order-delete-xml',
    'epack-sales-order-xml',
    'epack-status-csv',
    'epack-status-json',
    'epack-status-xml',
    'visma-business-purchase-order-edi',
    'visma-business-purchase-order-xml',
    'visma-business-sales-order-edi',
    'visma-business-sales-order-xml',
    'visma-business-voucher-batch',
    'visma-net-customer-invoice',
    'visma-net-sales-order-v2',
    'visma-net-sales-order-v3',
    'visma-net-supplier-invoice',
    'visma-status-csv',
    'visma-status-xml',
  ]);
});

describe.each(OWN)('%s', (file) => {
  test('begins by saying what it is and what is often changed, and completes in an editor', () => {
    const comment = readFileSync(join(PROJECT, file), 'utf8').split(/^mapping: /m)[0] ?? '';
    expect(comment).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/schemas\/settings\/mapping\.schema\.json\n/);
    expect(comment).toContain('Often changed:');
    expect(comment.split('\n').every((line) => line === '' || line.startsWith('#'))).toBe(true);
  });

  test('has a plain, a rich and an awkward example at least', () => {
    expect(examplesOf(file).map(({ name }) => name)).toEqual(expect.arrayContaining(['plain', 'rich', 'awkward']));
  });
});

describe.each(IN)('%s reads', (file) => {
  test.each(examplesOf(file))('$name', ({ input, expected, ending }) => {
    expect(ending).toBe('json');
    const mapping = inMapping(SHIPPED, file);
    if (mapping === undefined) throw new Error(`${file} is not in force`);
    const read = readBy(mapping, { channel: mapping.claims.channel, name: 'in', bytes: input });
    expect(read.findings).toEqual([]);
    const wanted = documentsOf(expected);
    expect(read.documents.map(({ content }) => content)).toEqual(wanted);
    expect(wanted.flatMap((document) => schemaErrors(mapping.document, document))).toEqual([]);
    expect(new Set(read.documents.map(({ key }) => key)).size).toBe(wanted.length);
  });

  test.each(examplesOf(file))('$name, when it lies in its folder under a name of its kind', ({ input }) => {
    const { claims } = headOf(file);
    const name = String([claims?.name].flat()[0]).replace('*', '2026-11-21 (1)');
    const read = readMapped(SHIPPED.set, { channel: claims?.channel ?? '', name, bytes: input });
    expect(read?.mapping.name).toBe(headOf(file).mapping);
  });
});

describe.each(OUT)('%s writes', (file) => {
  test.each(examplesOf(file))('$name', ({ input, expected, ending }) => {
    const mapping = outMapping(SHIPPED, file);
    if (mapping === undefined) throw new Error(`${file} is not in force`);
    const [document] = documentsOf(input) as [Record<string, unknown>];
    expect(schemaErrors(mapping.document, document)).toEqual([]);
    expect(mapping.ending).toBe(ending);
    const written = Buffer.from(mapping.write(document));
    expect(written.toString('latin1')).toBe(expected.toString('latin1'));
  });

  test.each(examplesOf(file))(
    '$name with its delivery id once in it, so that it can be sent again under another',
    ({ input, expected }) => {
      const [document] = documentsOf(input) as [Record<string, unknown>];
      expect(expected.toString('latin1').split(String(document['deliveryId']))).toHaveLength(2);
    },
  );
});
