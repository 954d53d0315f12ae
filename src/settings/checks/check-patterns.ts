import type { Finding } from '../../domain/decision.ts';
import { refuse, type SettingsCheck } from './settings-check.ts';

/** A repetition of something that is itself repeated: such a pattern can take for ever on a text that nearly fits. */
const REPEATED_REPETITION = /\([^()]*[+*][^()]*\)[+*{]/;

/** Patterns of order numbers: regular expressions that can be read, with a group that is the number (order-match.md 11). */
export const checkPatterns: SettingsCheck = ({ orderMatch }, yaml) => {
  const findings: Finding[] = [];
  for (const [index, pattern] of orderMatch.orderNumberPatterns.entries()) {
    const path = ['orderMatch', 'orderNumberPatterns', index];
    const groups = groupsOf(pattern);
    if (groups === undefined) {
      findings.push(
        refuse(
          yaml,
          path,
          `"${pattern}" is not a regular expression.`,
          'A pattern looks like "PO-(.+)": what stands in the brackets is the order number.',
        ),
      );
    } else if (groups === 0) {
      findings.push(
        refuse(
          yaml,
          path,
          `"${pattern}" does not say which part is the order number.`,
          `Put that part in brackets, as in "PO-(.+)".`,
        ),
      );
    } else if (REPEATED_REPETITION.test(pattern)) {
      findings.push(
        refuse(
          yaml,
          path,
          `"${pattern}" repeats a repetition, and could take for ever on a long text.`,
          'Write it with one repetition, such as "(\\d+)".',
        ),
      );
    }
  }
  return findings;
};

function groupsOf(pattern: string): number | undefined {
  try {
    // The empty alternative always fits, and the answer has one entry for each group of the pattern.
    return (new RegExp(`${pattern}|`, 'u').exec('')?.length ?? 1) - 1;
  } catch {
    return undefined;
  }
}
