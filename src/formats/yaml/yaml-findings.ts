import type { YAMLError } from 'yaml';
import type { Finding } from '../../domain/decision.ts';
import { misplacedLine } from './misplaced-line.ts';
import { INDENTATION_ERRORS, UNCLOSED_HINT, YAML_HINTS } from './yaml-hint.table.ts';

type Refusal = (offset: number, message: string, hint: string) => Finding;

/** Faults of indentation are told as the line that somebody wrote; what the parser says of the lines around it is noise then. */
export function yamlFindings(text: string, errors: readonly YAMLError[], refusal: Refusal): Finding[] {
  const misplaced = errors.some(({ code }) => INDENTATION_ERRORS.has(code)) ? misplacedLine(text) : undefined;
  if (misplaced === undefined) return telling(errors).map((error) => yamlFinding(error, refusal));
  const { message, hint, line, column } = misplaced;
  const others = errors.filter(({ code }) => code !== 'DUPLICATE_KEY' && !INDENTATION_ERRORS.has(code));
  const first = refusal(0, message, hint);
  return [{ ...first, at: { ...first.at, line, column } }, ...others.map((error) => yamlFinding(error, refusal))];
}

/** Behind a tab nothing stands in its column any more: what the parser says of that comes from the tab alone. */
function telling(errors: readonly YAMLError[]): readonly YAMLError[] {
  if (errors.every(({ code }) => code !== 'TAB_AS_INDENT')) return errors;
  return errors.filter((error) => !INDENTATION_ERRORS.has(error.code) || isUnclosed(error));
}

/** A bracket or brace that is open when its group ends. */
function isUnclosed({ code, message }: YAMLError): boolean {
  return code === 'BAD_INDENT' && message.startsWith('Flow ');
}

function yamlFinding(error: YAMLError, refusal: Refusal): Finding {
  const hint =
    (isUnclosed(error) ? UNCLOSED_HINT : YAML_HINTS[error.code]) ??
    'Compare the line with an example; indentation is made of spaces.';
  return refusal(error.pos[0], `This is not YAML: ${error.message.replace(/\.?$/, '.')}`, hint);
}
