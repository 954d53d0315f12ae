import { type Refusal, refuse } from '../../domain/refusal.ts';
import { invoiceNoKey } from '../../rules/identity/invoice-no.ts';
import type { LedgerReader } from '../ledger-port.ts';

/**
 * The supplier invoice that an action is for (contract 1, Keys): by its documentId, else by `supplierNo/invoiceNo` while
 * that is the only one. Never by a beginning: tomorrow it could fit another one.
 */
export async function findInvoiceKey(ledger: LedgerReader, asked: string): Promise<string | Refusal> {
  const exact = await ledger.document('supplier-invoice', asked);
  if (exact !== undefined) return exact.key;
  const slash = asked.indexOf('/');
  const [supplierNo, number] = [asked.slice(0, Math.max(slash, 0)), asked.slice(slash + 1)];
  const keys = (['invoice', 'credit-note'] as const).map((kind) => invoiceNoKey(supplierNo, kind, number));
  const found = slash <= 0 ? [] : await ledger.documentsByIndex('supplier-invoice', 'number', keys);
  const written = found.filter(({ head }) => head.number?.trim() === number.trim());
  const [only, another] = written.length > 0 ? written : found;
  if (only === undefined)
    return slash < 0 ? ofNumberAlone(ledger, asked) : refuse('DOCUMENT_NOT_FOUND', { actual: asked });
  if (another === undefined) return only.key;
  const all = (written.length > 0 ? written : found).map(({ key }) => key);
  return refuse('DOCUMENT_NOT_FOUND', { at: 'key', actual: asked, expected: all.join(', ') });
}

/** Invoices that a refusal names at most. */
const NAMED = 5;

/** A number alone is no key: tomorrow another supplier may send the same. The refusal names what it could mean today. */
async function ofNumberAlone(ledger: LedgerReader, asked: string): Promise<Refusal> {
  const conditions = [{ field: 'number', comparison: '=', value: asked.trim() } as const];
  const { rows } = await ledger.list({ kind: 'supplier-invoice', conditions, limit: NAMED, offset: 0 });
  if (rows.length === 0) return refuse('DOCUMENT_NOT_FOUND', { actual: asked });
  const keys = new Set(rows.map(({ party, number }) => `${String(party)}/${String(number)}`));
  return refuse('DOCUMENT_NOT_FOUND', { at: 'number', actual: asked, expected: [...keys].join(', ') });
}
