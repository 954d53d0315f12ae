import { note, type SettingsCheck } from './settings-check.ts';

/** Groups that are read and checked, and that nothing asks yet in this version. A feature takes its row out. */
const NOT_IN_USE = ['schedule', 'prepayment', 'salesInvoices', 'salesFlow', 'dashboard'] as const;

/** Says so where the file sets something that has no effect: nobody should wait for a night run that never comes. */
export const checkNotInUse: SettingsCheck = (_settings, yaml) =>
  NOT_IN_USE.filter((group) => yaml.says(group)).map((group) => ({
    ...note(
      yaml,
      [group],
      `${group} has no effect in this version.`,
      'It is checked and kept for the version that uses it.',
    ),
    at: yaml.place([group]),
  }));
