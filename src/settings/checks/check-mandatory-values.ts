import { didYouMean } from '../../domain/did-you-mean.ts';
import { MANDATORY_VALUES } from '../../rules/order-match/mandatory-value.table.ts';
import { refuse, type SettingsCheck } from './settings-check.ts';

/** Values that invoices must state: only those that order match knows how to find, or the setting would do nothing. */
export const checkMandatoryValues: SettingsCheck = ({ orderMatch }, yaml) => {
  const known = Object.keys(MANDATORY_VALUES);
  return [...orderMatch.mandatoryValues.entries()]
    .filter(([, name]) => !known.includes(name))
    .map(([index, name]) => {
      const meant = didYouMean(name, known);
      const hint = meant === undefined ? `The values are ${known.join(', ')}.` : `Did you mean "${meant}"?`;
      const message = `"${name}" is no value that an invoice can be made to state.`;
      return refuse(yaml, ['orderMatch', 'mandatoryValues', index], message, hint);
    });
};
