import type { Finding } from '../../../domain/decision.ts';
import { Fault } from '../../../domain/fault.ts';

/** A document does not fit a mapping out: each finding names the field, the line of the mapping file, and what to do. */
export class MappingNotApplicable extends Fault {
  readonly findings: readonly Finding[];

  /** `what` names the document, `mapping` the mapping; there is at least one finding, and the first is told. */
  constructor(what: string, mapping: string, findings: readonly [Finding, ...Finding[]]) {
    const [first, ...more] = findings;
    const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
    super('MAPPING_NOT_APPLICABLE', `The ${what} does not fit the mapping ${mapping}: ${first.message}${others}`, {
      hint: first.hint ?? 'Repair the mapping, then send the delivery again.',
      ...(first.at === undefined ? {} : { at: first.at }),
    });
    this.findings = findings;
  }
}
