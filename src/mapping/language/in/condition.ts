import type { XmlElement } from '../../../formats/xml/xml-tree.ts';
import type { Expression } from '../value-steps.ts';
import { type RowName, rowText, type Run } from './run.ts';

/** Does a row hold? A condition that cannot be told refuses the record: whether the row holds may not be guessed. */
export function holds(when: Expression | null, name: RowName, context: XmlElement, run: Run): boolean {
  if (when === null) return true;
  const told = when.evaluate(run.scope(context));
  if ('refused' in told) {
    const message = `${told.refused} It is the condition of "${run.field(name.to)}" (${rowText(name.at)}).`;
    run.add({ code: 'VALUE_INVALID', severity: 'error', message, hint: told.hint }, context);
    return false;
  }
  const is = 'value' in told && told.value === true;
  if (!is && run.traces) run.trace(name, { steps: [], note: 'the condition does not hold' });
  return is;
}
