import { join } from 'node:path';
import type { Finding } from '../../domain/decision.ts';
import type { JsonDifference } from '../../domain/json-differences.ts';
import type { RunExamples } from '../mappings-gate.ts';
import { type ExampleResult, hasPassed, runExample } from './run-example.ts';
import { listExamples } from './list-examples.ts';

/** The longest piece of a value that is shown where it is not what was expected. */
const SHOWN_CHARACTERS = 80;

/**
 * The gate's examples: those beside a mapping of the site, tried before it comes into force. What does not come out as
 * expected is an error with the folder of the example. A mapping without examples has nothing to fail.
 */
export const runExamples: RunExamples = async (site, _set, mapping, timeZone) => {
  const examples = await listExamples(join(site, mapping.file), mapping.file);
  return examples
    .map((example) => runExample(mapping, example, timeZone))
    .filter((result) => !hasPassed(result))
    .map((result): Finding => {
      const { name, file } = mapping;
      return {
        code: 'MAPPING_INVALID',
        severity: 'error',
        message: `The example ${result.example} of "${name}" fails: ${wrongText(result)}`,
        hint: `"ordrebro test ${name}" shows all of it. Mend ${file}, or where the example is out of date, mend that.`,
        at: { file, line: 1, column: 1, path: result.example },
      };
    });
};

/** The first thing that is wrong with an example, as one sentence. */
function wrongText({ problem, findings, fields, line }: ExampleResult): string {
  const [finding] = findings;
  const [field, ...more] = fields;
  if (problem !== null) return problem;
  if (finding !== undefined) return `${finding.message} ${finding.hint ?? ''}`.trim();
  if (field !== undefined) return `${fieldText(field)}${more.length === 0 ? '.' : `, and ${more.length} more fields.`}`;
  return `line ${line?.line} is not as expected.`;
}

function fieldText({ path, before, after }: JsonDifference): string {
  return `${path === '' ? 'the document' : path} is ${shownValue(after)} where ${shownValue(before)} is expected`;
}

/** A JSON value in few characters; "nothing" where there is none. */
export function shownValue(value: unknown, most = SHOWN_CHARACTERS): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
