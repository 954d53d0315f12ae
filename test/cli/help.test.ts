import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/command.table.ts';
import { commandHelp, overviewHelp } from '../../src/cli/help.ts';

const plain = { paint: (_tone: unknown, text: string) => text };

/** Set to 1 to write the golden texts anew; then read the difference before committing it. */
const WRITES_GOLDEN = process.env['ORDREBRO_WRITE_GOLDEN'] === '1';

function expectGolden(name: string, text: string): void {
  const file = new URL(`./golden/${name}`, import.meta.url);
  if (WRITES_GOLDEN) writeFileSync(file, `${text}\n`);
  expect(`${text}\n`).toBe(readFileSync(file, 'utf8'));
}

describe('help', () => {
  it('lists every command', () => {
    const help = overviewHelp(COMMANDS, plain);
    for (const command of COMMANDS) expect(help).toContain(command.name);
    expectGolden('help.txt', help);
  });

  it.each(['list', 'channel resume'])('of %s', (name) => {
    const command = COMMANDS.find((candidate) => candidate.name === name);
    if (command === undefined) throw new Error(`no command ${name}`);
    expectGolden(`help-${name.replace(' ', '-')}.txt`, commandHelp(command, plain));
  });

  it('is written with plain apostrophes, as people type them', () => {
    for (const command of COMMANDS) expect(commandHelp(command, plain)).not.toContain('’');
  });

  it('fits into 100 columns, but for names that are longer', () => {
    for (const command of COMMANDS) {
      for (const line of commandHelp(command, plain).split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
    }
  });
});
