import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenImports } from '../../src/tools/guards/check-layers.ts';
import { foreignWords } from '../../src/tools/guards/check-own-words.ts';
import { LAYERS } from '../../src/tools/guards/layer.table.ts';
import { layerRules } from '../../src/tools/guards/layer-rules.ts';
import { PROJECT, projectFiles } from '../../src/tools/guards/source-files.ts';

describe('the layer rules', () => {
  let project: string;

  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), 'ordrebro-layers-'));
  });

  afterEach(() => rm(project, { recursive: true, force: true }));

  async function write(files: Record<string, string>): Promise<void> {
    for (const [path, content] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) {
      await mkdir(join(project, dirname(path)), { recursive: true });
      await writeFile(join(project, path), content);
    }
  }

  test('let imports point downwards', async () => {
    await write({
      'src/domain/a.ts': 'export const a = 1;',
      'src/rules/b.ts': "import { a } from '../domain/a.ts';\nexport const b = a;",
      'src/cli/c.ts':
        "import { readFile } from 'node:fs/promises';\nimport { b } from '../rules/b.ts';\nexport const c = [b, readFile];",
    });
    expect(await brokenImports(project)).toEqual([]);
  });

  test.each([
    [
      'upwards',
      'src/domain/a.ts',
      "import { b } from '../rules/b.ts';\nexport const a = b;",
      'domain-imports-downwards-only',
    ],
    [
      'upwards, for a type only',
      'src/domain/a.ts',
      "import type { B } from '../rules/b.ts';\nexport type A = B;",
      'domain-imports-downwards-only',
    ],
    [
      'sideways',
      'src/texts/a.ts',
      "import { b } from '../rules/b.ts';\nexport const a = b;",
      'texts-imports-downwards-only',
    ],
    [
      'a module of Node into a pure folder',
      'src/formats/a.ts',
      "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;",
      'pure-folders-touch-nothing',
    ],
    [
      'the tools of the build',
      'src/service/a.ts',
      "import { t } from '../tools/t.ts';\nexport const a = t;",
      'tools-are-for-the-build',
    ],
    [
      'nothing that is there',
      'src/service/a.ts',
      "import { x } from './gone.ts';\nexport const a = x;",
      'everything-is-found',
    ],
  ])('refuse an import that points %s', async (_what, path, content, rule) => {
    await write({
      'src/rules/b.ts': 'export const b = 1;\nexport type B = 1;',
      'src/tools/t.ts': 'export const t = 1;',
      [path]: content,
    });
    const broken = await brokenImports(project);
    expect(broken).toHaveLength(1);
    expect(broken[0]).toContain(`${path} imports `);
    expect(broken[0]).toContain(rule);
  });

  test('refuse circles', async () => {
    await write({
      'src/service/a.ts': "import { b } from './b.ts';\nexport const a = (): unknown => b;",
      'src/service/b.ts': "import { a } from './a.ts';\nexport const b = (): unknown => a;",
    });
    expect((await brokenImports(project)).join()).toContain('no-circles');
  });

  test('have a name of their own and a reason in words', () => {
    const rules = layerRules();
    expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
    expect(rules.filter((rule) => !/^[A-Za-z].{30,}[.]$/s.test(rule.comment ?? ''))).toEqual([]);
  });

  test('know every folder of src', () => {
    const folders = new Set(projectFiles('src/*/**/*.ts').map((file) => file.split('/')[1]));
    const known = [...LAYERS.map((layer) => layer.folder), 'tools'];
    expect([...folders].filter((folder) => !known.includes(folder ?? ''))).toEqual([]);
    expect(PROJECT.endsWith('src')).toBe(false);
  });
});

describe('the project speaks of itself alone', () => {
  test.each([
    ['a path of a machine', ["const file = '", '/root', "/orders.xml';"].join('')],
    ['a registry', ['https://registry.', 'npmjs.org/ajv'].join('')],
    ['a promise', ['// TO', 'DO: later'].join('')],
  ])('%s is found, with its line', (_what, line) => {
    expect(foreignWords('a.ts', `first\n${line}\n`)).toMatchObject([expect.stringContaining('a.ts:2: ')]);
  });

  test.each(['outbox/visma', 'https://example.com/work/orders', '/srv/ordrebro', 'the root element', '/tmp/x'])(
    '%s is not',
    (line) => {
      expect(foreignWords('a.ts', line)).toEqual([]);
    },
  );
});
