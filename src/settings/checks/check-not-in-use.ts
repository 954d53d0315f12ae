import { INBOX_NAMES, OUTBOX_NAMES } from '../../domain/channel.table.ts';
import { note, type SettingsCheck } from './settings-check.ts';

const CHANNELS = [...new Set<string>([...INBOX_NAMES, ...OUTBOX_NAMES])];
const KEPT = 'It is checked and kept for the version that uses it.';
const NEVER_REMOVED = 'Originals, ledger and audit are kept for ever; only logs are removed by age.';

/** Documents out of features that come later. */
const LATER_OUTPUTS = [
  'visma-sales-order',
  'epack-status',
  'epack-invoiced',
  'prepayment-release',
  'visma-purchase-invoice',
  'sales-invoice',
  'terms-warning',
] as const;

/** Settings that are read and checked, and that nothing asks yet in this version. A feature takes its row out. */
const NOT_IN_USE: readonly { path: readonly string[]; says: string; hint: string }[] = [
  ...LATER_OUTPUTS.map((document) => noEffect(['outputs', document], 'No document of this type leaves yet.')),
  ...['schedule', 'prepayment', 'salesInvoices', 'salesFlow', 'dashboard'].map((group) => noEffect([group], KEPT)),
  noEffect(['alerts', 'webhook'], 'Alerts are written to alerts.file, and "ordrebro list alert" shows them.'),
  ...['originals', 'ledger', 'audit'].map((kind) => noEffect(['retention', kind], NEVER_REMOVED)),
  ...CHANNELS.flatMap((name) => [
    noEffect(['channels', name, 'receiptTimeoutMinutes'], 'No delivered file is withdrawn yet, however long it lies.'),
    {
      path: ['channels', name, 'lateAfter'],
      says: `channels.${name}.lateAfter raises no alert in this version.`,
      hint: '"ordrebro status" shows a channel that is late.',
    },
  ]),
];

/** Says so where the file sets something that has no effect: nobody should wait for a night run that never comes. */
export const checkNotInUse: SettingsCheck = (_settings, yaml) =>
  NOT_IN_USE.filter(({ path }) => yaml.says(path.join('.'))).map(({ path, says, hint }) => ({
    ...note(yaml, path, says, hint),
    at: yaml.place(path),
  }));

function noEffect(path: readonly string[], hint: string): { path: readonly string[]; says: string; hint: string } {
  return { path, says: `${path.join('.')} has no effect in this version.`, hint };
}
