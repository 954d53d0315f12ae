import { describe, expect, test } from 'vitest';
import { SITE_SCHEMA } from '../../../src/domain/site-schema.generated.ts';
import { newSiteValues } from '../../../src/service/make-site.ts';
import { siteTemplate } from '../../../src/service/site-template.ts';
import { misplacedLine } from '../../../src/formats/yaml/misplaced-line.ts';
import { parseSettings } from '../../../src/settings/parse-settings.ts';
import { renderFinding } from '../../../src/settings/render-finding.ts';

const HEAD = 'site: { name: Demo }\nentities: [{ id: NO01 }]\n';
const errors = (text: string) =>
  parseSettings(text, 'site.yaml')
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ message, hint, at }) => ({ message, hint, line: at?.line, column: at?.column }));

const TEMPLATE = siteTemplate(SITE_SCHEMA, newSiteValues('/srv/demo'));
const lineOf = (text: string, part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('a line that is indented so that it fits nothing', () => {
  test.each([
    [
      'one space too many, after a value in quotes',
      'company:\n  organisationNo: "1"\n  # note\n   tolerancePercent: "2"\n',
      [6, 4, 'Begin it 2 spaces in, like line 4'],
    ],
    [
      'one space too many, after a plain value',
      'company:\n  organisationNo: null\n   tolerancePercent: "2"\n',
      [5, 4, 'Begin it 2 spaces in, like line 4'],
    ],
    [
      'one space too many in the first key of a group',
      'company:\n   organisationNo: "1"\n  # note\n  tolerancePercent: "2"\n',
      [4, 4, 'Begin it 2 spaces in, below "company:" in line 3'],
    ],
    [
      'one space too few',
      'company:\n  orderProcessing:\n    automaticReceipt: true\n   noPartialReceipt: true\n',
      [6, 4, 'Begin it 4 spaces in, like line 5, or 2 spaces in, like line 4'],
    ],
    [
      'a group at the top',
      'schedule:\n  nightRun: "04:15"\n company:\n',
      [5, 2, 'Begin it 2 spaces in, like line 4, or at the very left, like line 3'],
    ],
    [
      'a key of an entry of a list',
      'company:\norderMatch:\n  priorities:\n  - id: A\n     name: B\n',
      [7, 6, 'Begin it 4 spaces in, like line 6'],
    ],
  ] as const)('%s', (_what, text, [line, column, hint]) => {
    const found = errors(HEAD + text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ line, column });
    expect(found[0]?.hint).toContain(hint);
  });

  test('is shown with a caret under its key', () => {
    const text = `${HEAD}company:\n  organisationNo: "1"\n   tolerancePercent: "2"\n`;
    const [finding] = parseSettings(text, 'site.yaml').findings;
    expect(renderFinding(finding!, text).split('\n').slice(0, 3)).toEqual([
      'site.yaml:5:4: error: The key "tolerancePercent" begins 3 spaces in, which fits no group above it.',
      '  5 |    tolerancePercent: "2"',
      '    |    ^^^^^^^^^^^^^^^^',
    ]);
  });
});

describe('a block pasted at the end of the file that init writes', () => {
  const pasted = 'company:\n  organisationNo: "1"\n  tolerancePercent: "2"\n';

  test.each([0, 1, 2, 4])('%i spaces in: named in its own line, and where the first one is', (indent) => {
    const text = `${TEMPLATE}\n${pasted.replace(/^/gm, ' '.repeat(indent))}`;
    const first = lineOf(text, 'company:');
    const found = errors(text.trimEnd());
    expect(found).toMatchObject([{ line: TEMPLATE.split('\n').length + 1, column: indent + 1 }]);
    expect(`${found[0]?.message} ${found[0]?.hint}`).toContain(`in line ${first}`);
  });
});

test('a key that stands twice in a group is named with the line of the first', () => {
  expect(errors(`${HEAD}company:\n  tolerancePercent: "2"\n  tolerancePercent: "3"\n`)).toEqual([
    {
      message: 'The key "tolerancePercent" stands here a second time; the first is in line 4.',
      hint: 'Write the values in line 4, and remove this one.',
      line: 5,
      column: 3,
    },
  ]);
});

test('any one line of a whole settings file with a space too many is found, where it is not right as it is', () => {
  const lines = TEMPLATE.replace(/^# /gm, '').split('\n');
  expect(misplacedLine(lines.join('\n'))).toBeUndefined();
  let found = 0;
  for (const [index, line] of lines.entries()) {
    if (!/^ *[a-zA-Z][^#]*:/.test(line)) continue;
    const text = lines.with(index, ` ${line}`).join('\n');
    const wrong = misplacedLine(text);
    if (wrong === undefined) continue;
    expect(wrong.line, line).toBe(index + 1);
    found += 1;
  }
  expect(found).toBeGreaterThan(100);
});
