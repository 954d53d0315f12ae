import { createInterface } from 'node:readline/promises';
import { userInfo } from 'node:os';
import { Fault } from '../domain/fault.ts';
import type { CommandInput } from './command-shape.ts';
import { textOption } from './command-input.ts';

/** Who does it and why, as the audit keeps it. */
export interface Actor {
  user: string;
  reason: string;
}

/** An operator's reason is read by people for ten years: this many characters are enough for all of them. */
const MAX_REASON_CHARACTERS = 1000;

/**
 * The actor of a changing command: `--user` (default: the account) and `--reason`, which a person at a terminal is
 * asked for. Throws `REASON_REQUIRED` where nobody can be asked, or nothing is said.
 */
export async function askActor(input: CommandInput): Promise<Actor> {
  const user = textOption(input, 'user') ?? accountName();
  const given =
    textOption(input, 'reason') ?? (input.terminal.interactive ? await ask('Why? (kept in the history) ') : '');
  const reason = given.trim();
  if (reason === '') {
    throw new Fault('REASON_REQUIRED', `"${input.command}" changes something, and no reason was given`, {
      hint: 'Add --reason "why you do it"; it is kept in the history beside your name.',
    });
  }
  if (reason.length > MAX_REASON_CHARACTERS) {
    throw new Fault('WRONG_USE', `the reason has ${reason.length} characters`, {
      hint: `Say it in at most ${MAX_REASON_CHARACTERS}.`,
    });
  }
  return { user, reason };
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // an account without an entry in the user database, as in some containers
    return process.env['USER'] ?? process.env['USERNAME'] ?? 'unknown';
  }
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}
