import { describe, expect, it } from 'vitest';
import { knownPartyKeys } from '../../src/rules/identity/known-party-keys.ts';
import { partyKeys } from '../../src/rules/identity/party-keys.ts';

describe('the keys of a supplier that we know', () => {
  it('are those of any party, and computed once for each object', () => {
    const supplier = {
      organisationNo: '987 654 325',
      vatNo: 'NO987654325MVA',
      endpoints: [{ scheme: '0088', id: '7' }],
    };
    expect(knownPartyKeys(supplier)).toEqual(partyKeys(supplier));
    expect(knownPartyKeys(supplier)).toBe(knownPartyKeys(supplier));
  });

  it('are those of the changed supplier, which is another object', () => {
    const supplier = { organisationNo: '987654325' };
    knownPartyKeys(supplier);
    expect(knownPartyKeys({ ...supplier, organisationNo: '987654333' })['organisation-no']).toEqual(['987654333']);
  });
});
