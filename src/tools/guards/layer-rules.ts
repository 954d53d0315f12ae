import type { IForbiddenRuleType } from 'dependency-cruiser';
import { LAYERS } from './layer.table.ts';

/** The rules of imports, each with a name and the reason in words: a broken one is read by whoever broke it. */
export function layerRules(): IForbiddenRuleType[] {
  return [...LAYERS.flatMap(importsDownwardsOnly), ...GENERAL];
}

function importsDownwardsOnly(layer: (typeof LAYERS)[number]): IForbiddenRuleType[] {
  const others = LAYERS.filter((other) => other.folder !== layer.folder && other.level >= layer.level);
  if (others.length === 0) return [];
  return [
    {
      name: `${layer.folder}-imports-downwards-only`,
      comment: `${layer.folder} (${layer.words}, level ${layer.level}) uses only what lies below it. Move what both need down, or pass it in as a parameter.`,
      severity: 'error',
      from: { path: `^src/${layer.folder}/` },
      to: { path: `^src/(${others.map((other) => other.folder).join('|')})/` },
    },
  ];
}

const PURE = LAYERS.filter((layer) => layer.pure).map((layer) => layer.folder);

const GENERAL: IForbiddenRuleType[] = [
  {
    name: 'pure-folders-touch-nothing',
    comment: `${PURE.join(', ')} take values and give values: no disk, clock, network or environment, so no module of Node itself. Let the caller read, and pass the value in.`,
    severity: 'error',
    from: { path: `^src/(${PURE.join('|')})/` },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'sql-stays-in-the-ledger',
    comment:
      'Only the ledger knows that the memory is SQLite, so that a server database can take its place behind the same port.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/ledger/' },
    to: { path: 'node_modules/better-sqlite3' },
  },
  {
    name: 'nobody-imports-the-entry-point',
    comment: 'main.ts turns a command line into a run and is imported by nobody.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^src/main[.]ts$' },
  },
  {
    name: 'tools-are-for-the-build',
    comment: 'What src/tools does happens before the program runs; the program itself never needs it.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/tools/' },
    to: { path: '^src/tools/' },
  },
  {
    name: 'no-tests-in-the-program',
    comment: 'The program never imports from test/.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^test/' },
  },
  {
    name: 'no-development-packages-in-the-program',
    comment: 'A package that the program needs belongs under dependencies of package.json.',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/tools/', '[.]d[.]ts$'] },
    to: {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only'],
      pathNot: 'node_modules/@types/',
    },
  },
  {
    name: 'no-circles',
    comment: 'Two files that import each other can only be understood together. Move what both need into a third.',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'everything-is-found',
    comment: 'The import points to nothing: the file was moved or deleted, or its name is misspelt.',
    severity: 'error',
    from: { path: '^src/' },
    to: { couldNotResolve: true },
  },
];
