import { type PartyIdentifiers, type PartyKeys, partyKeys } from './party-keys.ts';

/**
 * The keys of suppliers that we know, by the object that holds the supplier. The same few objects are looked at with
 * every invoice, and what is read from the ledger is never changed in place: a changed supplier is a new object. The
 * map holds on to nothing, so keys go when their supplier goes.
 */
const remembered = new WeakMap<PartyIdentifiers, PartyKeys>();

/** `partyKeys` of a supplier as the ledger has it, computed once for each object. Not for objects that are still written to. */
export function knownPartyKeys(supplier: PartyIdentifiers): PartyKeys {
  const before = remembered.get(supplier);
  if (before !== undefined) return before;
  const keys = partyKeys(supplier);
  remembered.set(supplier, keys);
  return keys;
}
