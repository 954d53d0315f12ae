import { describe, expect, it } from 'vitest';
import type { CommandInput, CommandResult, CommandSpec } from '../../src/cli/command-shape.ts';
import { exitOfFault, EXIT_CODES } from '../../src/cli/exit-code.table.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { Fault } from '../../src/domain/fault.ts';
import { FAULTS, type FaultCode } from '../../src/domain/fault.table.ts';

/** Runs a line against one command that does `work`, and gives all that came out. */
async function runLine(line: string[], work: (input: CommandInput) => CommandResult | Promise<CommandResult>) {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const command: CommandSpec = {
    name: 'work',
    group: 'look',
    summary: 'Works.',
    arguments: [{ name: 'WHAT', description: 'What.', required: false }],
    options: [],
    examples: [],
    loads: async () => ({ runCommand: async (input) => work(input) }),
  };
  const code = await runCommandLine(line, {
    commands: [command],
    workingFolder: '/here',
    siteFromEnvironment: undefined,
    makeTerminal: ({ quiet }) => ({
      data: (text) => stdout.push(text),
      talk: (text) => {
        if (!quiet) stderr.push(text);
      },
      paint: (_tone, text) => text,
      interactive: false,
      width: 100,
    }),
  });
  return { code, stdout: stdout.join('\n'), stderr: stderr.join('\n') };
}

const done = (data: unknown, text = ''): CommandResult => ({ exit: 'done', data, text });

describe('stdout is data, stderr is talk', () => {
  it('prints the text of a result to stdout', async () => {
    expect(await runLine(['work'], () => done({ a: 1 }, 'all well'))).toEqual({
      code: 0,
      stdout: 'all well',
      stderr: '',
    });
  });

  it('prints one envelope with --json and no text', async () => {
    const { code, stdout, stderr } = await runLine(['work', '--json'], () => done({ a: 1 }, 'all well'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({ ok: true, data: { a: 1 } });
  });

  it('prints a fault to stderr: what, where, why and what to do', async () => {
    const { code, stdout, stderr } = await runLine(['work'], () => {
      throw new Fault('WRITE_FAILED', 'the zip cannot be written', {
        hint: 'Free the disk.',
        at: { file: '/a/b.zip', line: 3 },
        cause: new Error('EIO: i/o error'),
      });
    });
    expect({ code, stdout }).toEqual({ code: 73, stdout: '' });
    expect(stderr).toContain('WRITE_FAILED: the zip cannot be written');
    expect(stderr).toContain('/a/b.zip:3');
    expect(stderr).toContain('EIO: i/o error');
    expect(stderr).toContain('Free the disk.');
  });

  it('prints a fault as an envelope with --json', async () => {
    const { code, stdout } = await runLine(['work', '--json'], () => {
      throw new Fault('SITE_NOT_FOUND', 'no site here', { hint: 'ordrebro init' });
    });
    expect(code).toBe(78);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      fault: { code: 'SITE_NOT_FOUND', message: 'no site here', hint: 'ordrebro init', at: null },
      findings: [],
    });
  });

  it('answers a line that cannot be parsed with an envelope, too', async () => {
    const { code, stdout } = await runLine(['wor', '--json'], () => done(null));
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      fault: { code: 'WRONG_USE', hint: expect.stringContaining('Did you mean "work"') },
    });
  });

  it('says that a defect is one', async () => {
    const { code, stderr } = await runLine(['work'], () => {
      throw new TypeError('x is not a function');
    });
    expect(code).toBe(1);
    expect(stderr).toContain('DEFECT');
    expect(stderr).toContain('x is not a function');
  });

  it('gives the code of a refused action, and ends 1', async () => {
    const refused: CommandResult = {
      exit: 'problems',
      data: null,
      text: '',
      refusal: { code: 'ALREADY_ACCEPTED', message: 'it was accepted', hint: 'nothing to do' },
    };
    const { code, stdout } = await runLine(['work', '--json'], () => refused);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      fault: { code: 'ALREADY_ACCEPTED', message: 'it was accepted', hint: 'nothing to do', at: null },
      findings: [],
    });
    expect((await runLine(['work'], () => refused)).stderr).toContain('refused ALREADY_ACCEPTED: it was accepted');
  });
});

describe('what a command is given', () => {
  it('takes the site from --site, relative to the current folder', async () => {
    let seen: CommandInput | undefined;
    await runLine(
      ['work', 'x', '--site', 'there', '--now', '2026-11-21T08:00:00+01:00', '--lang', 'nb', '--verbose'],
      (input) => {
        seen = input;
        return done(null);
      },
    );
    expect(seen).toMatchObject({
      command: 'work',
      site: '/here/there',
      arguments: { WHAT: 'x' },
      now: '2026-11-21T07:00:00.000Z',
      language: 'nb',
      verbosity: 'verbose',
    });
  });

  it('refuses a time that is none', async () => {
    expect((await runLine(['work', '--now', 'monday'], () => done(null))).code).toBe(2);
  });
});

describe('exit codes', () => {
  it('are those of the contract', () => {
    expect(Object.values(EXIT_CODES).map((exit) => exit.code)).toEqual([0, 1, 2, 69, 73, 75, 78, 130]);
  });

  it('never end a fault as done', () => {
    for (const code of Object.keys(FAULTS) as FaultCode[]) expect(EXIT_CODES[exitOfFault(code)].code, code).not.toBe(0);
  });

  it('an empty line ends 2, and --help 0', async () => {
    expect((await runLine([], () => done(null))).code).toBe(2);
    expect((await runLine(['--help'], () => done(null))).code).toBe(0);
  });
});
