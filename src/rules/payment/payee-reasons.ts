import type { Reason } from '../../domain/decision.ts';
import type { InvoiceParty, Supplier, SupplierInvoice } from '../../domain/documents.generated.ts';
import { foldText } from '../identity/fold-text.ts';
import { knownPartyKeys } from '../identity/known-party-keys.ts';
import { type PartyKeys, partyKeys } from '../identity/party-keys.ts';
import { normaliseOrganisationNo } from '../identity/organisation-no.ts';

/**
 * Does the invoice name somebody else to be paid, such as a factoring company, whom the supplier's file does not know
 * (order-match.md 20)? Then its receipt is held. A payee is the supplier where they share a number, or, where the
 * payee states none, the name. What the invoice says of the supplier itself does not count: only our own file does.
 */
export function payeeReasons({ payee }: SupplierInvoice, supplier: Supplier): Reason[] {
  if (payee === undefined) return [];
  const keys = keysOf(payee);
  const name = foldedName(payee.name);
  const actual = [payee.name?.trim(), payee.organisationNo?.trim()].filter((part) => part !== undefined && part !== '');
  if (actual.length === 0 && keys.endpoint.length === 0) return [];
  if (isSupplier(keys, name, supplier) || isKnownPayee(keys, name, supplier)) return [];
  return [
    {
      code: 'PAYEE_UNKNOWN',
      at: 'payee',
      expected: supplier.name,
      actual: actual.length === 0 ? (payee.otherIds?.[0]?.id ?? '') : actual.join(', '),
      setting: `supplier ${supplier.supplierNo} payees`,
    },
  ];
}

function keysOf(payee: InvoiceParty): PartyKeys {
  const endpoints = [...(payee.endpoint === undefined ? [] : [payee.endpoint]), ...(payee.otherIds ?? [])];
  return partyKeys({
    ...(payee.organisationNo === undefined ? {} : { organisationNo: payee.organisationNo }),
    ...(payee.vatNo === undefined ? {} : { vatNo: payee.vatNo }),
    endpoints,
  });
}

function isSupplier(keys: PartyKeys, name: string, supplier: Supplier): boolean {
  const own = knownPartyKeys(supplier);
  const shares = (key: keyof PartyKeys) => keys[key].some((value) => own[key].includes(value));
  if (shares('organisation-no') || shares('vat-no') || shares('endpoint')) return true;
  const hasNumber = keys['organisation-no'].length > 0 || keys['vat-no'].length > 0;
  return !hasNumber && name !== '' && name === foldedName(supplier.name);
}

/** `payees` of the supplier's file: organisation numbers or names. */
function isKnownPayee(keys: PartyKeys, name: string, supplier: Supplier): boolean {
  return (supplier.payees ?? []).some(
    (known) =>
      keys['organisation-no'].includes(normaliseOrganisationNo(known) ?? '') ||
      (name !== '' && name === foldedName(known)),
  );
}

function foldedName(name: string | undefined): string {
  return foldText(name ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
