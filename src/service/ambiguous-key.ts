import { Fault } from '../domain/fault.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { arrivalOf } from './invoice-arrival.ts';
import type { SupplierInvoiceContent } from '../rules/order-match/order-match-facts.ts';

/** One of several invoices that a number fits, with what tells it from the others. */
export interface InvoiceCandidate {
  key: string;
  /** Name of the file that it came in; null where that is not known. */
  file: string | null;
  /** Instant. */
  arrivedAt: string | null;
  status: string | null;
  /** The key of the invoice that came before with the same number. */
  duplicateOf: string | null;
}

/** A number of an invoice that fits several: the fault carries what a person chooses by. */
export class AmbiguousInvoice extends Fault {
  readonly candidates: readonly InvoiceCandidate[];

  constructor(asked: string, candidates: readonly InvoiceCandidate[], more: boolean) {
    const keys = candidates.map(({ key }) => key);
    super('AMBIGUOUS_KEY', `"${asked}" fits more than one supplier-invoice: ${keys.join(', ')}${more ? ', …' : ''}`, {
      hint: `Type the key of the one that is meant in place of "${asked}", such as "${keys.at(-1)}".`,
    });
    this.candidates = candidates;
  }
}

/** The invoices with these keys, oldest last as in a list, with what tells them apart. */
export async function invoiceCandidates(ledger: LedgerReader, keys: readonly string[]): Promise<InvoiceCandidate[]> {
  const candidates: InvoiceCandidate[] = [];
  for (const key of keys) {
    const stored = await ledger.document('supplier-invoice', key);
    const content = stored?.content as SupplierInvoiceContent | undefined;
    const duplicate = content?.result.reasons.find(({ code }) => code === 'DUPLICATE' || code === 'NEAR_DUPLICATE');
    candidates.push({
      key,
      ...(await arrivalOf(ledger, key, stored?.fileId ?? null)),
      status: stored?.status ?? null,
      duplicateOf: duplicate?.expected ?? null,
    });
  }
  return candidates;
}
