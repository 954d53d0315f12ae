import { styleText } from 'node:util';

/** Ways in which a piece of text may stand out; meaning first, colour second. */
export type Tone = 'title' | 'good' | 'waiting' | 'bad' | 'faint' | 'code';

const COLOURS = {
  title: ['bold'],
  good: ['green'],
  waiting: ['yellow'],
  bad: ['red'],
  faint: ['dim'],
  code: ['cyan'],
} as const satisfies Record<Tone, readonly Parameters<typeof styleText>[0][]>;

/** Where a command talks: data goes to stdout, everything else to stderr. */
export interface Terminal {
  data(text: string): void;
  talk(text: string): void;
  /** Colours the text where the terminal takes colours; the words alone carry the meaning. */
  paint(tone: Tone, text: string): string;
  /** A person sits there who can be asked and who sees a progress bar. */
  readonly interactive: boolean;
  /** Characters per line. */
  readonly width: number;
}

/** How wide a line may be where nobody tells: a pipe, a log. */
const DEFAULT_WIDTH = 100;
/** On a narrower terminal a sentence would stand one word a line. */
const NARROWEST = 40;

/** The terminal of this process. Colours only on a terminal, and not with NO_COLOR or `--no-color`. */
export function processTerminal(options: { colour: boolean; quiet: boolean }): Terminal {
  const colour = options.colour && process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';
  return {
    data: (text) => void process.stdout.write(`${text}\n`),
    talk: (text) => {
      if (!options.quiet) process.stderr.write(`${text}\n`);
    },
    paint: (tone, text) => (colour ? styleText([...COLOURS[tone]], text, { validateStream: false }) : text),
    interactive: process.stdin.isTTY === true && process.stderr.isTTY === true,
    width: lineWidth(process.stdout.columns),
  };
}

/** Some terminals say nothing of their width, and some say 0. */
function lineWidth(columns: number | undefined): number {
  return columns === undefined || columns === 0 ? DEFAULT_WIDTH : Math.max(columns, NARROWEST);
}
