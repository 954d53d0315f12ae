import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileMappings } from '../../../src/mapping/language/compile-mappings.ts';
import { renderFinding } from '../../../src/settings/render-finding.ts';
import { hash } from './mapping-fixture.ts';

const FOLDER = join(import.meta.dirname, 'faulty');
const PARTS = [
  { file: 'mappings/parts/order-head.yaml', text: 'part: order-head\nrows:\n  - { to: orderNo, from: No }\n' },
  { file: 'mappings/parts/round.yaml', text: 'part: round\nrows:\n  - use: and-round\n' },
  { file: 'mappings/parts/and-round.yaml', text: 'part: and-round\nrows:\n  - use: round\n' },
];
const LOOKUPS = [{ name: 'units', file: 'mappings/lookups/units.csv', text: 'theirs;ours\nSTK;H87\n' }];

/** Everything that is found in a mapping file, as `ordrebro check` shows it. */
function found(name: string): string {
  const file = `mappings/${name}`;
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const texts = new Map([[file, text], ...PARTS.map((part) => [part.file, part.text] as const)]);
  const files = [...texts].map(([path, own]) => ({ file: path, text: own, shipped: false }));
  const { set, findings } = compileMappings({ files, lookups: LOOKUPS }, hash);
  expect(set.in).toEqual([]);
  return `${findings.map((finding) => renderFinding(finding, texts.get(finding.at?.file ?? ''))).join('\n')}\n`;
}

describe('every fault of a mapping file is told at once, with its place, its cause and its repair', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
  test.each(names)('%s', async (name) => {
    await expect(found(name)).toMatchFileSnapshot(join(FOLDER, name.replace('.yaml', '.txt')));
  });
});
