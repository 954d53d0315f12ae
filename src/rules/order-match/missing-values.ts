import type { Reason } from '../../domain/decision.ts';
import type { InvoiceLine, SupplierInvoice } from '../../domain/documents.generated.ts';
import { ALWAYS_MANDATORY, MANDATORY_VALUES } from './mandatory-value.table.ts';

/**
 * The mandatory values that an invoice does not state (status 7): number, date, currency, what the site asks for
 * besides, and of each line quantity and net amount. A missing item number is not among them: that is 9.
 * A name that the table does not know is reported as missing, since a misspelt demand must not be dropped.
 */
export function missingValues(invoice: SupplierInvoice, siteDemands: readonly string[]): Reason[] {
  const demanded = [...new Set([...ALWAYS_MANDATORY, ...siteDemands])];
  const missing = demanded.filter((name) => (MANDATORY_VALUES[name]?.(invoice) ?? '').trim() === '');
  const always: readonly string[] = ALWAYS_MANDATORY;
  return [
    ...missing.map(
      (at): Reason => ({
        code: 'MISSING_VALUE',
        at,
        ...(always.includes(at) ? {} : { setting: 'mappings/site.yaml orderMatch.mandatoryValues' }),
      }),
    ),
    ...(invoice.lines.length === 0 ? [{ code: 'MISSING_VALUE', at: 'lines' } satisfies Reason] : []),
    ...invoice.lines.flatMap(missingOfLine),
  ];
}

function missingOfLine(line: InvoiceLine): Reason[] {
  const at = `line:${line.id}`;
  return [
    ...(line.quantity === undefined ? [{ code: 'MISSING_VALUE', at, expected: 'quantity' } satisfies Reason] : []),
    ...(line.netAmount === undefined ? [{ code: 'MISSING_VALUE', at, expected: 'net-amount' } satisfies Reason] : []),
  ];
}
