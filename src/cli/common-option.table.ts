import type { OptionSpec } from './command-shape.ts';

/** Options that every command takes (contract 1). */
export const COMMON_OPTIONS = [
  {
    name: 'site',
    type: 'text',
    value: 'DIR',
    default: 'ORDREBRO_SITE, else the current folder',
    description: 'The folder of the site.',
  },
  {
    name: 'json',
    type: 'flag',
    description: 'Write one JSON envelope to stdout: { "ok": true, "data": … } or { "ok": false, "fault": … }.',
  },
  {
    name: 'now',
    type: 'text',
    value: 'INSTANT',
    description: 'Pretend it is this time (2026-11-21T08:00:00Z): for rehearsals. A daemon refuses it without --once.',
  },
  {
    name: 'lang',
    type: 'text',
    value: 'LANGUAGE',
    choices: ['en', 'nb', 'nl'],
    default: 'the language of the site',
    description: 'Language of statuses and reasons.',
  },
  { name: 'quiet', type: 'flag', description: 'Say nothing on stderr but faults.' },
  { name: 'verbose', type: 'flag', description: 'Say more on stderr.' },
  { name: 'no-color', type: 'flag', description: 'No colours; the same as setting NO_COLOR.' },
  { name: 'help', type: 'flag', description: 'Show the help of the command.' },
  { name: 'version', type: 'flag', description: 'Print the version.' },
] as const satisfies readonly OptionSpec[];

/** Options of every command that changes something: what is written to the audit (architecture 2). */
export const ACTOR_OPTIONS = [
  {
    name: 'reason',
    type: 'text',
    value: 'TEXT',
    default: 'asked for on a terminal, required elsewhere',
    description: 'Why it is done; it is kept in the history.',
  },
  {
    name: 'user',
    type: 'text',
    value: 'NAME',
    default: 'the name of your account',
    description: 'Who does it; it is kept in the history.',
  },
] as const satisfies readonly OptionSpec[];
