import type { Reason } from '../../domain/decision.ts';
import type { Supplier, SupplierInvoice } from '../../domain/documents.generated.ts';
import { knownPartyKeys } from '../identity/known-party-keys.ts';
import { type PartyKeys, partyKeys } from '../identity/party-keys.ts';

/** The supplier of an invoice, or the reason why none can be named. */
export type SupplierFound = { supplier: Supplier } | { supplier: undefined; reason: Reason };

/** What the supplier of an invoice is looked up by: legal number, electronic address, VAT number and its other identifiers. */
export function supplierKeys(invoice: SupplierInvoice): PartyKeys {
  const party = invoice.supplier ?? { bankAccounts: [] };
  const endpoints = [...(party.endpoint === undefined ? [] : [party.endpoint]), ...(party.otherIds ?? [])];
  return partyKeys({
    ...(party.organisationNo === undefined ? {} : { organisationNo: party.organisationNo }),
    ...(party.vatNo === undefined ? {} : { vatNo: party.vatNo }),
    endpoints,
  });
}

/**
 * Names the supplier: the one that every identifier which is known to us names. Two divisions may share a legal
 * number and differ by address; identifiers that contradict each other name nobody, for the wrong supplier would
 * be paid. None or several: status 7 (scenario M03).
 */
export function findSupplier(invoice: SupplierInvoice, suppliers: readonly Supplier[]): SupplierFound {
  const keys = supplierKeys(invoice);
  const sets = (Object.keys(keys) as (keyof PartyKeys)[])
    .map((name) => namedBy(keys[name], name, suppliers))
    .filter((named) => named.size > 0);
  const everywhere = suppliers.filter((supplier) => sets.every((named) => named.has(supplier.supplierNo)));
  const [only, second] = everywhere;
  if (sets.length > 0 && only !== undefined && second === undefined) return { supplier: only };
  if (sets.length === 0) return { supplier: undefined, reason: { code: 'MISSING_VALUE', at: 'supplier' } };
  const named = [...new Set(sets.flatMap((set) => [...set]))].sort();
  return { supplier: undefined, reason: { code: 'SUPPLIER_AMBIGUOUS', at: 'supplier', actual: named.join(', ') } };
}

/** The suppliers that one of the values names, by their own keys of that name. */
function namedBy(values: readonly string[], name: keyof PartyKeys, suppliers: readonly Supplier[]): Set<string> {
  const wanted = new Set(values);
  const named = suppliers.filter((supplier) => knownPartyKeys(supplier)[name].some((value) => wanted.has(value)));
  return new Set(named.map((supplier) => supplier.supplierNo));
}
