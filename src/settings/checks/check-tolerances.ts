import { decimal } from '../../domain/decimal.ts';
import { note, type SettingsCheck, warn } from './settings-check.ts';

/** Above this many per cent a tolerance lets through what nobody meant: at 100 every price too high is inside (scenario T28). */
const UNUSUAL_PERCENT = decimal('25');

/** Tolerances that are allowed and probably not meant. */
export const checkTolerances: SettingsCheck = ({ company, orderMatch }, yaml) => {
  const percent = company.tolerancePercent;
  if (percent !== null && decimal(percent).gt(UNUSUAL_PERCENT)) {
    const message = `A tolerance of ${percent} per cent is unusually high. It is counted on the invoice amount: at 100 every price that is too high is inside.`;
    return [
      warn(
        yaml,
        ['company', 'tolerancePercent'],
        message,
        'Values up to 5 are usual; a toleranceAmount beside it is a cap.',
      ),
    ];
  }
  if (orderMatch.toleranceCombination === 'either' && (percent === null || company.toleranceAmount === null)) {
    const message =
      'toleranceCombination: either has no effect unless tolerancePercent and toleranceAmount are both set.';
    return [note(yaml, ['orderMatch', 'toleranceCombination'], message, 'Where only one is set, it decides alone.')];
  }
  return [];
};
