import { CHANNEL_NAMES, INBOX_NAMES } from '../domain/channel.table.ts';
import type { CommandSpec } from './command-shape.ts';
import { INVOICE_COMMANDS } from './invoice-command.table.ts';
import { MAPPING_COMMANDS } from './mapping-command.table.ts';
import { SHOW_KINDS } from '../service/show-kind.table.ts';

const KIND_NAMES: readonly string[] = Object.keys(SHOW_KINDS);

/**
 * Every command, as data (contract 1). Help, parsing and the reference page are made from this table, and the code
 * of a command is loaded when it is used, so that `ordrebro --help` does not load the ledger.
 */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'init',
    group: 'begin',
    summary: 'Make a site: folders, a commented mappings/site.yaml, examples of every kind of file.',
    details: [
      'Refuses a folder that holds something else, and never overwrites a file: in a folder that is a site already it adds what is missing.',
      'The examples lie in examples/, not in the inboxes: nothing is processed until you drop it.',
    ],
    arguments: [{ name: 'DIR', description: 'The folder; the current one where left out.', required: false }],
    options: [],
    examples: [{ line: 'ordrebro init /srv/ordrebro', shows: 'make a site there' }],
    loads: () => import('./commands/init.ts'),
  },
  {
    name: 'run',
    group: 'begin',
    summary: 'Run the daemon in the foreground: take what is dropped, answer it, until Ctrl-C.',
    details: [
      'With --once: take all that is in the inboxes now, deliver every due output, and end. It ends 0 when all was done, and 1 when something was refused, held or failed.',
    ],
    arguments: [],
    options: [{ name: 'once', type: 'flag', description: 'Take what is there now, deliver, and end.' }],
    examples: [
      { line: 'ordrebro run', shows: 'the daemon on the current folder' },
      { line: 'ordrebro run --once --json', shows: 'one pass, with its counts as JSON' },
    ],
    loads: () => import('./commands/run.ts'),
  },
  {
    name: 'demo',
    group: 'begin',
    summary: 'Make a throw-away site, drop the examples into it, and show each answer.',
    arguments: [],
    options: [],
    examples: [{ line: 'ordrebro demo', shows: 'what Ordrebro does, in half a minute' }],
    loads: () => import('./commands/demo.ts'),
  },
  {
    name: 'check',
    group: 'begin',
    summary: 'Check settings and lookups: every finding with file, line, column and what to do.',
    arguments: [],
    options: [],
    examples: [{ line: 'ordrebro check --site /srv/ordrebro', shows: 'is mappings/site.yaml right?' }],
    loads: () => import('./commands/check.ts'),
  },
  {
    name: 'doctor',
    group: 'begin',
    summary: 'Look at Node, folders, rights, disk, clock, ledger and outboxes; print the repair, change nothing.',
    arguments: [],
    options: [
      {
        name: 'full',
        type: 'flag',
        description: 'Read the whole ledger and its audit chain; takes time that grows with history.',
      },
    ],
    examples: [{ line: 'ordrebro doctor --full', shows: 'everything, with the audit chain' }],
    loads: () => import('./commands/doctor.ts'),
  },
  {
    name: 'status',
    group: 'look',
    summary: 'One screen: what flows, what waits for a person, what fails, the last file of each channel.',
    arguments: [],
    options: [],
    examples: [{ line: 'ordrebro status', shows: 'the state of the site' }],
    loads: () => import('./commands/status.ts'),
  },
  {
    name: 'list',
    group: 'look',
    summary: 'List what Ordrebro keeps, newest first.',
    details: [
      'QUERY is words and conditions, all of which must hold: status:held supplier:50001 amount:>10000 since:monday. A word without a colon is looked for in number, key and party.',
      'In a shell, put a condition with < or > in quotes.',
    ],
    arguments: [
      { name: 'KIND', description: 'What to list.', required: true, choices: KIND_NAMES },
      { name: 'QUERY', description: 'Words and conditions.', required: false, rest: true },
    ],
    options: [
      { name: 'limit', type: 'text', value: 'N', default: '50', description: 'At most so many rows.' },
      { name: 'offset', type: 'text', value: 'N', default: '0', description: 'Leave out the first N rows.' },
    ],
    examples: [
      {
        line: "ordrebro list supplier-invoice 'status:outside-tolerance amount:>10000'",
        shows: 'large invoices outside tolerance',
      },
      { line: 'ordrebro list file status:rejected since:monday', shows: 'files refused since Monday' },
    ],
    loads: () => import('./commands/list.ts'),
  },
  {
    name: 'show',
    group: 'look',
    summary: 'The whole story of one thing, with its history.',
    details: [
      'KEY as `list` prints it, or its beginning where that is unique. A supplier invoice is also found by supplierNo/invoiceNo.',
    ],
    arguments: [
      { name: 'KIND', description: 'What it is.', required: true, choices: KIND_NAMES },
      { name: 'KEY', description: 'Which one.', required: true },
    ],
    options: [],
    examples: [
      { line: 'ordrebro show supplier-invoice 50001/70118', shows: 'an invoice with its lines, limits and verdicts' },
    ],
    loads: () => import('./commands/show.ts'),
  },
  {
    name: 'preview',
    group: 'look',
    summary: 'Read and decide one file on the facts of today; write nothing.',
    details: ['With --with: would it pass with another setting? Both decisions are shown, and what changes.'],
    arguments: [
      { name: 'FILE', description: 'The file; it stays where it is. Left out with --document.', required: false },
    ],
    options: [
      {
        name: 'document',
        type: 'text',
        value: 'KEY',
        description: 'Instead of a file: a supplier invoice that is kept, decided as if it came now.',
      },
      {
        name: 'channel',
        type: 'text',
        value: 'CHANNEL',
        choices: INBOX_NAMES,
        default: 'found from the content',
        description: 'As if it had been dropped there.',
      },
      {
        name: 'with',
        type: 'list',
        value: 'SETTING=VALUE',
        description:
          'As if this setting had this value, or with supplier. before it the supplier of the invoice; may be given several times.',
      },
    ],
    examples: [
      { line: 'ordrebro preview invoice.xml', shows: 'how it would be understood and decided' },
      {
        line: 'ordrebro preview invoice.xml --with company.tolerancePercent=5',
        shows: 'would it pass with another tolerance?',
      },
      {
        line: 'ordrebro preview --document 50001/70118 --with supplier.toleranceAmount=100.00',
        shows: 'would a held invoice pass if its supplier had this limit?',
      },
    ],
    loads: () => import('./commands/preview.ts'),
  },
  {
    name: 'explain',
    group: 'look',
    summary: 'Any status, reason, fault or setting in plain words.',
    arguments: [{ name: 'WORD', description: 'A code, a status or a setting.', required: true }],
    options: [],
    examples: [
      { line: 'ordrebro explain OUTSIDE_TOLERANCE', shows: 'a reason' },
      { line: 'ordrebro explain company.tolerancePercent', shows: 'a setting' },
    ],
    loads: () => import('./commands/explain.ts'),
  },
  ...MAPPING_COMMANDS,
  ...INVOICE_COMMANDS,
  {
    name: 'channel pause',
    group: 'decide',
    summary: 'Stop taking files from a channel, or delivering to an outbox, until it is resumed.',
    arguments: [{ name: 'NAME', description: 'The channel.', required: true, choices: CHANNEL_NAMES }],
    options: [],
    changing: true,
    examples: [
      { line: 'ordrebro channel pause invoices --reason "stock-taking"', shows: 'invoices wait in the inbox' },
    ],
    loads: () => import('./commands/operator-action.ts'),
  },
  {
    name: 'channel resume',
    group: 'decide',
    summary: 'Take up a paused channel again.',
    arguments: [{ name: 'NAME', description: 'The channel.', required: true, choices: CHANNEL_NAMES }],
    options: [
      {
        name: 'accept-new-outbox',
        type: 'flag',
        description:
          'The outbox folder was replaced on purpose: go on in the new one. What was staged in the old one is staged again.',
      },
    ],
    changing: true,
    examples: [
      {
        line: 'ordrebro channel resume visma --accept-new-outbox --reason "new disk"',
        shows: 'after an outbox was replaced',
      },
    ],
    loads: () => import('./commands/operator-action.ts'),
  },
  {
    name: 'alert mute',
    group: 'decide',
    summary: 'Put an open alert out of sight: it is known, and nobody needs to be told of it any more.',
    details: [
      'It stays open until what raised it ends. `status` and `list alert` leave it out; `list alert status:muted` shows it.',
    ],
    arguments: [{ name: 'ID', description: 'The alert, in full, as `list alert` prints it.', required: true }],
    options: [],
    changing: true,
    examples: [
      {
        line: 'ordrebro alert mute a2b3c4d5e6f7g2h3 --reason "voucher reversed in Visma"',
        shows: 'it no longer stands in status',
      },
    ],
    loads: () => import('./commands/operator-action.ts'),
  },
  {
    name: 'file replay',
    group: 'decide',
    summary: 'Process a rejected or held file again from its kept bytes.',
    details: [
      'It becomes a new file with an acknowledgement of its own. An accepted file is refused: it would be answered twice.',
    ],
    arguments: [{ name: 'KEY', description: 'The file id, in full.', required: true }],
    options: [],
    changing: true,
    examples: [
      { line: 'ordrebro file replay a2b3c4d5e6f7g2h3 --reason "supplier is known now"', shows: 'process it again' },
    ],
    loads: () => import('./commands/operator-action.ts'),
  },
  {
    name: 'file handle',
    group: 'decide',
    summary: 'Mark a file as dealt with outside; changes no business state.',
    arguments: [{ name: 'KEY', description: 'The file id, in full.', required: true }],
    options: [],
    changing: true,
    examples: [
      { line: 'ordrebro file handle a2b3c4d5e6f7g2h3 --reason "sent again by mail"', shows: 'it no longer waits' },
    ],
    loads: () => import('./commands/operator-action.ts'),
  },
  {
    name: 'delivery resend',
    group: 'decide',
    summary: 'Deliver an output once more: same content, a new delivery id, `.r2` before the ending of its name.',
    arguments: [{ name: 'KEY', description: 'The delivery id, in full.', required: true }],
    options: [],
    changing: true,
    examples: [
      { line: 'ordrebro delivery resend a2b3c4d5e6f7g2h3 --reason "receiver lost it"', shows: 'deliver it again' },
    ],
    loads: () => import('./commands/operator-action.ts'),
  },
  {
    name: 'delivery handle',
    group: 'decide',
    summary: 'Mark a delivery as dealt with outside.',
    arguments: [{ name: 'KEY', description: 'The delivery id, in full.', required: true }],
    options: [],
    changing: true,
    examples: [
      { line: 'ordrebro delivery handle a2b3c4d5e6f7g2h3 --reason "keyed in by hand"', shows: 'it no longer waits' },
    ],
    loads: () => import('./commands/operator-action.ts'),
  },
  {
    name: 'learned-link confirm',
    group: 'decide',
    summary: 'Say that a learned product link is right: its next use is not held for a person.',
    arguments: [{ name: 'KEY', description: 'The key of the learned link, in full.', required: true }],
    options: [],
    changing: true,
    examples: [
      {
        line: 'ordrebro learned-link confirm 50001/sellers-item-id/x-1/C/1 --reason "seen in the warehouse"',
        shows: 'later invoices use it without asking',
      },
    ],
    loads: () => import('./commands/operator-action.ts'),
  },
  {
    name: 'learned-link revoke',
    group: 'decide',
    summary: 'Take a learned product link back, and list the invoices that it touched.',
    arguments: [{ name: 'KEY', description: 'The key of the learned link, in full.', required: true }],
    options: [],
    changing: true,
    examples: [
      {
        line: 'ordrebro learned-link revoke 50001/sellers-item-id/x-1/C/1 --reason "linked by mistake"',
        shows: 'later invoices do not meet it',
      },
    ],
    loads: () => import('./commands/operator-action.ts'),
  },
  {
    name: 'export evidence',
    group: 'keep',
    summary: 'One zip with all that is known of a file: original, decision, outputs, acknowledgement, history.',
    arguments: [
      {
        name: 'KEY',
        description: 'A file id, the key of a supplier invoice, or supplierNo/invoiceNo.',
        required: true,
      },
    ],
    options: [
      {
        name: 'to',
        type: 'text',
        value: 'FILE',
        default: 'evidence-KEY.zip in the current folder',
        description: 'Where the zip is written; an existing file is not overwritten.',
      },
    ],
    examples: [{ line: 'ordrebro export evidence 50001/70118', shows: 'for an auditor, or for the supplier' }],
    loads: () => import('./commands/export-evidence.ts'),
  },
  {
    name: 'export backup',
    group: 'keep',
    summary: 'A consistent copy of the ledger, while the daemon runs.',
    arguments: [{ name: 'DIR', description: 'Where the copy is put.', required: true }],
    options: [],
    examples: [{ line: 'ordrebro export backup /backup', shows: 'a copy with its manifest' }],
    loads: () => import('./commands/export-backup.ts'),
  },
  {
    name: 'restore',
    group: 'keep',
    summary: 'Take the ledger back from a backup; skips numbers ahead and lists what went out since.',
    details: ['The present ledger is moved aside, never deleted. The daemon must be stopped.'],
    arguments: [{ name: 'DIR', description: 'The backup, as `export backup` printed it.', required: true }],
    options: [],
    changing: true,
    examples: [
      {
        line: 'ordrebro restore /backup/ordrebro-backup-20261121T181700000Z-3 --reason "disk replaced"',
        shows: 'go back to that copy',
      },
    ],
    loads: () => import('./commands/restore.ts'),
  },
];
