import { join } from 'node:path';
import { readWhole } from '../../disk/read-whole.ts';
import type { Finding } from '../../domain/decision.ts';
import { Fault } from '../../domain/fault.ts';
import type { DueDateType, PaymentTerms } from '../../domain/payment-terms.ts';
import { csvRow, spokenLines } from '../../formats/text/csv-row.ts';
import { textSource, wholeText } from '../../formats/text/text-source.ts';
import { checkPaymentTerms, PAYMENT_TERMS_FILE } from './check-payment-terms.ts';

/** The payment terms of a site as they lie there: every line that says something, and what was found wrong. */
export interface ReadPaymentTerms {
  /** None where a finding is an error: half a lookup would count wrongly. */
  paymentTerms: PaymentTerms[];
  findings: Finding[];
  text: string;
}

const NOTHING: ReadPaymentTerms = { paymentTerms: [], findings: [], text: '' };

/**
 * Reads and checks a lookup of payment terms; `entities`: the ids of site.yaml. A site without the file has no terms
 * of its own, which is nothing to complain of. Rejects with `Fault` where the file may not be read.
 */
export async function readPaymentTerms(
  siteDir: string,
  entities: readonly string[],
  file = PAYMENT_TERMS_FILE,
): Promise<ReadPaymentTerms> {
  const bytes = await readWhole(join(siteDir, file));
  if (bytes === undefined) return NOTHING;
  try {
    return parsePaymentTerms(wholeText(textSource(bytes)), entities);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const at = { ...error.at, file };
    const hint = 'Save the file as UTF-8.';
    return {
      ...NOTHING,
      findings: [{ code: 'SETTINGS_INVALID', severity: 'error', message: error.message, hint, at }],
    };
  }
}

/** The lines of a lookup, where nothing is wrong with it. Pure. */
export function parsePaymentTerms(text: string, entities: readonly string[]): ReadPaymentTerms {
  const findings = checkPaymentTerms(text, entities);
  if (findings.length > 0) return { paymentTerms: [], findings, text };
  const [, ...rows] = [...spokenLines(text)].map((line) => csvRow(line.text)?.map((field) => field.text) ?? []);
  return { paymentTerms: rows.map(termsOf), findings, text };
}

/** A line that was checked. */
function termsOf([entity = '', code = '', vismaTerms = '', dueDateType = '', days = '']: string[]): PaymentTerms {
  return { entity, code, vismaTerms, dueDateType: dueDateType as DueDateType, days: Number(days) };
}
