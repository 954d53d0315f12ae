import type { ResponseParty, Supplier, SupplierInvoice } from '../../../domain/documents.generated.ts';
import { type ElectronicAddress, electronicAddress } from '../../identity/electronic-address.ts';
import { knownPartyKeys } from '../../identity/known-party-keys.ts';
import { partyKeys } from '../../identity/party-keys.ts';

/** Who answers whom. */
export interface ResponseParties {
  sender: ResponseParty;
  receiver: ResponseParty;
}

/**
 * Who answers whom: the ends of the invoice, swapped. We answer from the address that the invoice was sent to, for
 * only its owner has got it. The supplier is answered at the address on the invoice where the supplier's record knows
 * it, else at the record's first address, and at an address that only the invoice states where the record has none.
 * `undefined` where one of the two has no address in Peppol.
 */
export function responseParties(
  invoice: SupplierInvoice,
  supplier: Supplier,
  nameOfOurs: string,
): ResponseParties | undefined {
  const us = addressOf(invoice.customer, invoice.format);
  const them = addressOfSupplier(invoice, supplier);
  if (us === undefined || them === undefined) return undefined;
  return {
    sender: { endpoint: us, name: firstName(invoice.customer?.name, nameOfOurs, us.id) },
    receiver: { endpoint: them, name: firstName(supplier.name, invoice.supplier?.name, them.id) },
  };
}

/**
 * The endpoint, or another identifier whose scheme is one of Peppol's: BIS 2.0 often has no endpoint. The organisation
 * numbers of EHF 2.0 are Norwegian, and that is their address.
 */
function addressOf(
  party: SupplierInvoice['customer'],
  format: SupplierInvoice['format'],
): ElectronicAddress | undefined {
  const number = format === 'ehf-2' ? party?.organisationNo : undefined;
  const norwegian = number === undefined ? [] : [{ scheme: '0192', id: number }];
  const stated = [party?.endpoint, ...(party?.otherIds ?? []), ...norwegian];
  return stated.map(electronicAddress).find((address) => address !== undefined);
}

function addressOfSupplier(invoice: SupplierInvoice, supplier: Supplier): ElectronicAddress | undefined {
  const stated = addressOf(invoice.supplier, invoice.format);
  if (stated !== undefined && isKnown(stated, supplier)) return stated;
  const onRecord = (supplier.endpoints ?? []).map(electronicAddress).find((address) => address !== undefined);
  return onRecord ?? stated;
}

function isKnown(address: ElectronicAddress, supplier: Supplier): boolean {
  const known = knownPartyKeys(supplier);
  const keys = partyKeys({ endpoints: [address] });
  return (Object.keys(keys) as (keyof typeof keys)[]).some((name) =>
    keys[name].some((value) => known[name].includes(value)),
  );
}

/** Peppol wants a name, and a record may have an empty one. */
function firstName(...names: (string | undefined)[]): string {
  return names.find((name) => name !== undefined && name.trim() !== '') ?? '';
}
