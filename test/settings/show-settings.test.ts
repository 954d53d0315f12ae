import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allSettings, findSettings } from '../../src/settings/explain-setting.ts';
import { parseSettings } from '../../src/settings/parse-settings.ts';
import { renderFinding } from '../../src/settings/render-finding.ts';
import { settingsInForce } from '../../src/settings/settings-in-force.ts';

const FILE = 'mappings/site.yaml';
const MINIMAL = 'site: { name: Demo }\nentities: [{ id: NO01 }]\ncompany:\n';

describe('a finding as people read it', () => {
  const finding = {
    code: 'SETTINGS_INVALID',
    severity: 'error',
    message: 'Wrong.',
    hint: 'Do this.',
    at: { file: FILE, line: 2, column: 3 },
  } as const;

  test('has place, message, line, caret and hint', () => {
    expect(renderFinding(finding, 'a: 1\n  tolerence: 2\n')).toBe(
      ['mappings/site.yaml:2:3: error: Wrong.', '  2 |   tolerence: 2', '    |   ^^^^^^^^^', '  hint: Do this.'].join(
        '\n',
      ),
    );
  });

  test('keeps the caret in place behind tabs, marks and CRLF, and in view on a long line', () => {
    expect(renderFinding(finding, '\uFEFFa: 1\r\n\t\t"b c": 2\r\n').split('\n').slice(1, 3)).toEqual([
      '  2 | \t\t"b c": 2',
      '    | \t\t^^^^^',
    ]);
    const far = renderFinding(
      { ...finding, at: { ...finding.at, column: 501 } },
      `\n${'x '.repeat(250)}wrong${' y'.repeat(100)}\n`,
    ).split('\n');
    expect(far[1]?.slice(6).slice((far[2]?.indexOf('^') ?? 0) - 6)).toMatch(/^wrong/);
    expect(far[1]?.length).toBeLessThan(120);
  });

  test('does without the text, the line or the place', () => {
    expect(renderFinding(finding)).toBe('mappings/site.yaml:2:3: error: Wrong.\n  hint: Do this.');
    expect(renderFinding(finding, 'one line')).toBe('mappings/site.yaml:2:3: error: Wrong.\n  hint: Do this.');
    expect(renderFinding({ code: 'LEFTOVER', severity: 'note', message: 'Something.' })).toBe('note: Something.');
  });

  test('never lets the file move the cursor of a terminal', () => {
    expect(renderFinding(finding, 'a\n\u001b[2J\u0007\n')).not.toMatch(/[\u0007\u001b]/);
  });
});

describe('settings in force', () => {
  test('tell the value, and whether the file or a default gave it', () => {
    const parsed = parseSettings(`${MINIMAL}  tolerancePercent: 2\nchannels: { commands: { settleMs: 100 } }\n`, FILE);
    const all = settingsInForce(parsed.settings!, parsed);
    const of = (path: string) => all.find((setting) => setting.path === path);
    expect(of('company.tolerancePercent')).toMatchObject({ value: '2', origin: { kind: 'file', file: FILE, line: 4 } });
    expect(of('company.toleranceAmount')).toMatchObject({ value: null, origin: { kind: 'default' } });
    expect(of('channels.commands.settleMs')).toMatchObject({ value: 100, origin: { kind: 'file', line: 5 } });
    expect(of('channels.commands.enabled')).toMatchObject({ value: false, origin: { kind: 'default' } });
    expect(all.filter(({ value }) => value === undefined)).toEqual([]);
  });
});

describe('a setting can be explained', () => {
  test.each(['company.tolerancePercent', 'COMPANY.TOLERANCEPERCENT', 'IIDvTlP'])('by %s', (name) => {
    expect(findSettings(name)).toMatchObject([
      { path: 'company.tolerancePercent', default: null, visma: 'IIDvTlP (Inngående faktura avvikstoleranse %)' },
    ]);
  });

  test('with the default that its group gives it', () => {
    expect(findSettings('channels.commands.enabled')).toMatchObject([{ default: false }]);
    expect(findSettings('channels.invoices.enabled')).toMatchObject([{ default: true }]);
  });

  test('by the last part of its path, wherever it is', () => {
    expect(findSettings('freightProduct').map(({ path }) => path)).toEqual(['company.freightProduct']);
    expect(findSettings('settleMs')).toHaveLength(8);
    expect(findSettings('nonsense')).toEqual([]);
  });

  test('every setting has a title, a description and, unless it must be given, a default', () => {
    expect(allSettings().filter(({ title, path }) => title === path)).toEqual([]);
    expect(allSettings().filter(({ description }) => !/^[^a-z].*\.$/s.test(description))).toEqual([]);
    const without = allSettings().filter((setting) => !('default' in setting) && !setting.path.includes('[]'));
    expect(without.map(({ path }) => path)).toEqual(['site', 'site.name', 'entities', 'company']);
  });

  test('every example and every default is one that would be accepted', () => {
    for (const { path, examples, ...setting } of allSettings()) {
      if (path.includes('[]') || ['site', 'entities'].includes(path.split('.')[0] ?? '')) continue;
      const values = [...examples, ...('default' in setting ? [setting.default] : [])];
      for (const value of values) {
        const steps = path.split('.');
        const nested = steps.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
        const text = JSON.stringify({
          site: { name: 'Demo' },
          entities: [{ id: 'NO01' }],
          company: {},
          ...(nested as object),
        });
        const wrong = parseSettings(text, FILE).findings.filter(
          ({ severity, message }) => severity === 'error' && !message.includes('voucherTypes does not have'),
        );
        expect([path, value, wrong]).toEqual([path, value, []]);
      }
    }
  });
});

test('the settings of this checkout are right', async () => {
  const text = await readFile(join(import.meta.dirname, '../../mappings/site.yaml'), 'utf8');
  expect(parseSettings(text, FILE).findings).toEqual([]);
});
