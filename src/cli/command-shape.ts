import type { Finding } from '../domain/decision.ts';
import type { ExitName } from './exit-code.table.ts';
import type { Terminal } from './terminal.ts';

/** Languages of `--lang`: status words and the sentences of reasons; help is in English. */
export type Language = 'en' | 'nb' | 'nl';

/** An option as data: parsing, help and the reference page read it. */
export interface OptionSpec {
  name: string;
  /** `list` may be given several times. */
  type: 'flag' | 'text' | 'list';
  /** What stands for the value in the help: `DIR`. */
  value?: string;
  choices?: readonly string[];
  /** In words, as the help prints it. */
  default?: string;
  description: string;
}

/** A word that stands after the command. */
export interface ArgumentSpec {
  name: string;
  description: string;
  required: boolean;
  /** Takes all the remaining words, joined by spaces. */
  rest?: boolean;
  choices?: readonly string[];
}

export type CommandGroup = 'begin' | 'look' | 'mappings' | 'decide' | 'keep';

/** A command as data: help, parsing and the reference page are made from it; its code loads when it is used. */
export interface CommandSpec {
  /** One word, or two (`channel pause`). */
  name: string;
  group: CommandGroup;
  summary: string;
  /** Whole sentences below the usage line in the help. */
  details?: readonly string[];
  arguments: readonly ArgumentSpec[];
  options: readonly OptionSpec[];
  examples: readonly { line: string; shows: string }[];
  /** An operator action: takes `--reason` and `--user`, and writes to the audit. */
  changing?: boolean;
  loads: () => Promise<{ runCommand: (input: CommandInput) => Promise<CommandResult> }>;
}

/** What a command is called with. */
export interface CommandInput {
  /** The command's name in the table: one file can serve several rows. */
  command: string;
  /** Absolute path of the site's folder. */
  site: string;
  /** By the name in the table; absent where it was left out. */
  arguments: Readonly<Record<string, string>>;
  options: Readonly<Record<string, string | boolean | readonly string[]>>;
  /** `--now`: pretend it is this instant; null for the real clock. */
  now: string | null;
  /** `--lang`; null where it was not given: then the site's own language holds. */
  language: Language | null;
  verbosity: 'quiet' | 'normal' | 'verbose';
  json: boolean;
  terminal: Terminal;
}

/** What a command gives back; printing it is not its business. */
export interface CommandResult {
  exit: ExitName;
  /** `data` of the JSON envelope. */
  data: unknown;
  /** The same for people, without a line end at its end; empty prints nothing. */
  text: string;
  /** A refusal: the envelope says `ok: false` with this fault. */
  refusal?: { code: string; message: string; hint?: string };
  findings?: readonly Finding[];
}
