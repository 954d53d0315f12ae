import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/command.table.ts';
import { COMMON_OPTIONS, ACTOR_OPTIONS } from '../../src/cli/common-option.table.ts';
import { parseCommandLine } from '../../src/cli/parse-command-line.ts';
import { Fault } from '../../src/domain/fault.ts';

/** The words of a shell line without quoting: enough for these tests. */
function words(line: string): string[] {
  return line.split(' ').filter((word) => word !== '');
}

describe('a command line is understood', () => {
  it.each([
    ['status', 'status', {}, {}],
    ['run --once', 'run', {}, { once: true }],
    ['--site /srv/a run --once', 'run', {}, { site: '/srv/a', once: true }],
    ['list file', 'list', { KIND: 'file' }, {}],
    [
      'list file status:held since:monday --limit 5',
      'list',
      { KIND: 'file', QUERY: 'status:held since:monday' },
      { limit: '5' },
    ],
    ['list supplier-invoice amount:>10000', 'list', { KIND: 'supplier-invoice', QUERY: 'amount:>10000' }, {}],
    [
      'show supplier-invoice 50001/70118 --json',
      'show',
      { KIND: 'supplier-invoice', KEY: '50001/70118' },
      { json: true },
    ],
    ['channel pause invoices --reason=stock', 'channel pause', { NAME: 'invoices' }, { reason: 'stock' }],
    ['preview a.xml --with x=1 --with y=2', 'preview', { FILE: 'a.xml' }, { with: ['x=1', 'y=2'] }],
    ['export backup /b --no-color', 'export backup', { DIR: '/b' }, { 'no-color': true }],
    ['init', 'init', {}, {}],
  ])('%s', (line, name, args, options) => {
    const parsed = parseCommandLine(words(line), COMMANDS);
    expect(parsed).toMatchObject({ kind: 'command', command: { name }, arguments: args, options });
  });

  it.each([
    ['--help', null],
    ['-h', null],
    ['help', null],
    ['help list', 'list'],
    ['list --help', 'list'],
    ['help channel pause', 'channel pause'],
    ['channel resume --help', 'channel resume'],
  ])('help: %s', (line, name) => {
    const parsed = parseCommandLine(words(line), COMMANDS);
    expect(parsed).toMatchObject({ kind: 'help', asked: true });
    expect(parsed.kind === 'help' && (parsed.command?.name ?? null)).toBe(name);
  });

  it('an empty line is answered with the help, and is wrong use', () => {
    expect(parseCommandLine([], COMMANDS)).toEqual({ kind: 'help', command: null, asked: false });
  });

  it('--version', () => {
    expect(parseCommandLine(['--version'], COMMANDS)).toEqual({ kind: 'version' });
  });
});

describe('a wrong command line is refused, and says what was meant', () => {
  it.each([
    ['lst file', 'Did you mean "list"'],
    ['docter', 'Did you mean "doctor"'],
    ['chanel pause x', 'Did you mean "channel"'],
    ['channel pase x', 'Did you mean "pause"'],
    ['channel', 'channel pause, channel resume'],
    ['run --onse', 'Did you mean "--once"'],
    ['run --limit 3', 'ordrebro help run'],
    ['list suplier-invoice', 'Did you mean "supplier-invoice"'],
    ['list', 'One of: file,'],
    ['show file', 'KEY'],
    ['show file a b', 'ordrebro help show'],
    ['status --lang no', 'One of: en, nb, nl'],
    ['status --site', 'Write --site DIR'],
    ['status --site --json', 'Write --site DIR'],
    ['status --json=yes', 'Write --json alone'],
    ['list file --limit 1 --limit 2', 'Give it once'],
    ['--jsn', 'Did you mean "--json"'],
    ['channel pause invoice', 'Did you mean "invoices"'],
  ])('%s', (line, hint) => {
    const fault = faultOf(() => parseCommandLine(words(line), COMMANDS));
    expect(fault.code).toBe('WRONG_USE');
    expect(`${fault.message} ${fault.hint}`).toContain(hint);
  });
});

describe('the command table', () => {
  it('gives an option the same shape wherever it stands, since a line is split before its command is known', () => {
    const shapes = new Map<string, string>();
    for (const option of [...COMMON_OPTIONS, ...ACTOR_OPTIONS, ...COMMANDS.flatMap((command) => command.options)]) {
      expect(shapes.get(option.name) ?? option.type).toBe(option.type);
      shapes.set(option.name, option.type);
    }
  });

  it('names every command once, and explains it with an example that parses', () => {
    expect(new Set(COMMANDS.map((command) => command.name)).size).toBe(COMMANDS.length);
    for (const command of COMMANDS) {
      for (const example of command.examples) {
        const line = words(
          example.line
            .replace(/^ordrebro /, '')
            .replace(/["']([^"']*)["']/g, (_, inside: string) => inside.replaceAll(' ', '_')),
        );
        expect(parseCommandLine(line, COMMANDS), example.line).toMatchObject({
          kind: 'command',
          command: { name: command.name },
        });
      }
    }
  });

  it('loads the code of every command', async () => {
    for (const command of COMMANDS) expect((await command.loads()).runCommand, command.name).toBeTypeOf('function');
  });
});

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}
