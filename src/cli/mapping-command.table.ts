import type { ArgumentSpec, CommandSpec, OptionSpec } from './command-shape.ts';

const MAPPINGS: ArgumentSpec = {
  name: 'MAPPING…',
  description: 'Names of mappings, or paths of their files; all of the site and of the program where left out.',
  required: false,
  rest: true,
};

const LAST: OptionSpec = {
  name: 'last',
  type: 'text',
  value: 'N',
  default: '100',
  description: 'Replay the last N originals.',
};

/** The commands for those who write mapping files (contract 1). None of them changes anything in the site. */
export const MAPPING_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'test',
    group: 'mappings',
    summary: 'Try the examples that lie beside mappings, and show what does not come out as expected.',
    details: [
      'An example is a folder in <mapping file without .yaml>.examples/: in.* is the file, expected.* what has to come of it. Several documents stand in expected.json as { "documents": [ … ] }.',
      'The same examples are tried before a changed mapping comes into force.',
    ],
    arguments: [MAPPINGS],
    options: [],
    examples: [
      { line: 'ordrebro test', shows: 'all examples of all mappings' },
      { line: 'ordrebro test epack-sales-order-csv', shows: 'those of one mapping' },
    ],
    loads: () => import('./commands/test-mappings.ts'),
  },
  {
    name: 'map run',
    group: 'mappings',
    summary: 'Show what a file becomes by a mapping, in force or not; nothing is taken in.',
    details: [
      'A mapping in gives the documents of the file as JSON, as expected.json of an example has them; a mapping out gives the file that a canonical JSON document becomes. What is refused is told apart from that, with its lines.',
      'It ends 1 where a record is refused.',
    ],
    arguments: [
      {
        name: 'MAPPING',
        description: 'The name of a mapping in force, or the path of any mapping file.',
        required: true,
      },
      { name: 'FILE', description: 'The file; for a mapping out, one document as canonical JSON.', required: true },
    ],
    options: [
      {
        name: 'trace',
        type: 'flag',
        description: 'For each field: where its value stood, each conversion, the result, and the line of the mapping.',
      },
      {
        name: 'to',
        type: 'text',
        value: 'FILE',
        description: 'Write what comes out to this file, byte for byte; an existing file is not overwritten.',
      },
    ],
    examples: [
      { line: 'ordrebro map run epack-sales-order-csv SO_1.csv --trace', shows: 'each field, and where it came from' },
      {
        line: 'ordrebro map run mappings/partner/orders.yaml partner.csv --to expected.json',
        shows: 'the documents as a file, to be checked and kept as an example',
      },
    ],
    loads: () => import('./commands/map-run.ts'),
  },
  {
    name: 'map coverage',
    group: 'mappings',
    summary: 'Show which rows of a mapping no example uses, and what of the examples no row reads.',
    arguments: [MAPPINGS],
    options: [],
    examples: [{ line: 'ordrebro map coverage epack-sales-order-xml', shows: 'what its examples do not show' }],
    loads: () => import('./commands/map-coverage.ts'),
  },
  {
    name: 'map diff',
    group: 'mappings',
    summary: 'Replay the last originals through two mappings, and show what would come out otherwise.',
    details: [
      'The originals are those that OLD has read. Mappings out are compared on their examples. Nothing is taken in again.',
    ],
    arguments: [
      { name: 'OLD', description: 'A name or a path of a file.', required: true },
      { name: 'NEW', description: 'A name or a path of a file.', required: true },
    ],
    options: [LAST],
    examples: [
      {
        line: 'ordrebro map diff epack-sales-order-csv changed.yaml --last 500',
        shows: 'what a change would have done to the last 500 files',
      },
    ],
    loads: () => import('./commands/map-diff.ts'),
  },
];
