import { describe, expect, it } from 'vitest';
import { siteAt } from '../support/site.ts';
import { INVARIANTS } from './check/invariants.table.ts';
import type { SiteFacts } from './check/site-facts.ts';
import type { Taken } from './load/reader.ts';

const FILE = 'aaaaaaaaaaaaaaaa';
const SHA = '1'.repeat(64);

/** A site at rest after one invoice, in perfect order. */
function sound(): SiteFacts {
  const answer = {
    fileId: FILE,
    fileName: 'a.xml',
    channel: 'invoices',
    sha256: SHA,
    outcome: 'accepted',
    deliveryId: 'd2',
    pending: false,
    decided: [FILE],
  };
  const result = { document: 'order-match-result', key: FILE, revision: 1, deliveryId: 'd1', status: 1 };
  const archivedAs = `archive/invoices/2026-11-02/a.xml.${FILE}`;
  return {
    site: siteAt('/site'),
    drops: [{ channel: 'invoices', name: 'a.xml', sha256: SHA, durable: true }],
    power: false,
    originals: [
      { place: 'archive', channel: 'invoices', path: `/site/${archivedAs}`, name: 'a.xml', id: FILE, sha256: SHA },
    ],
    reports: [],
    outputs: [
      { folder: 'visma', name: '0000000001_order-match-result_x_d1.json', sha256: 'r', round: 1, result, answer: null },
      { folder: 'acknowledgements', name: 'a.xml.ack.json', sha256: 'k', round: 1, result: null, answer },
    ],
    unreadable: [],
    staging: [],
    ledger: {
      files: [{ id: FILE, name: 'a.xml', sha256: SHA, status: 'completed', outcome: 'accepted', archivedAs }],
      deliveries: [
        {
          id: 'd1',
          folder: 'visma',
          name: '0000000001_order-match-result_x_d1.json',
          sha256: 'r',
          status: 'delivered',
        },
        { id: 'd2', folder: 'acknowledgements', name: 'a.xml.ack.json', sha256: 'k', status: 'delivered' },
      ],
      rows: {},
      damage: [],
    },
  };
}

function violations(facts: SiteFacts): string[] {
  return INVARIANTS.flatMap((invariant) => invariant.check(facts));
}

/** Each row breaks one thing; the sentence must name the promise that it breaks. */
const BROKEN: readonly { what: string; says: RegExp; break: (facts: SiteFacts) => unknown }[] = [
  { what: 'a file that is nowhere', says: /^I1: .* is lost/, break: (facts) => facts.originals.splice(0, 1) },
  {
    what: 'a file in two places',
    says: /^I1: .* lies in 2 places/,
    break: (facts) => facts.originals.push({ ...first(facts.originals), id: null, place: 'inbox' }),
  },
  {
    what: 'other bytes',
    says: /^I1: nobody dropped/,
    break: (facts) => Object.assign(first(facts.originals), { sha256: '2'.repeat(64) }),
  },
  {
    what: 'a refused file without a report',
    says: /^I1: .* has no report/,
    break: (facts) => Object.assign(first(facts.originals), { place: 'failed' }),
  },
  { what: 'no answer', says: /^I1: .* was never answered/, break: (facts) => facts.outputs.splice(1, 1) },
  {
    what: 'two answers',
    says: /^I3: 2 outputs .* answer/,
    break: (facts) => facts.outputs.push({ ...second(facts), name: 'a.xml.b.ack.json' }),
  },
  {
    what: 'an answer to nothing',
    says: /^I1: .* lies nowhere/,
    break: (facts) => facts.outputs.push(answering(facts, 'bbbbbbbbbbbbbbbb')),
  },
  {
    what: 'half a document',
    says: /^I2/,
    break: (facts) => facts.unreadable.push('I2: outbox/visma/x is not a whole document'),
  },
  {
    what: 'the same result twice',
    says: /^I3: 2 outputs/,
    break: (facts) => facts.outputs.push({ ...first(facts.outputs), name: 'again' }),
  },
  {
    what: 'the same bytes decided twice',
    says: /^I3: the same bytes/,
    break: (facts) => facts.outputs.push(answering(facts, 'bbbbbbbbbbbbbbbb')),
  },
  { what: 'an answer whose result never came', says: /^I4/, break: (facts) => facts.outputs.splice(0, 1) },
  { what: 'a damaged ledger', says: /^I5: page 7/, break: (facts) => facts.ledger.damage.push('page 7') },
  {
    what: 'a file that the ledger does not know',
    says: /^I5: the ledger does not know archive/,
    break: (facts) => facts.ledger.files.splice(0, 1),
  },
  {
    what: 'a resting file that the ledger has elsewhere',
    says: /^I5: the ledger has no place/,
    break: (facts) => Object.assign(first(facts.ledger.files), { archivedAs: null }),
  },
  {
    what: 'a delivery nobody saw',
    says: /^I1: .* nobody ever saw it/,
    break: (facts) => facts.ledger.deliveries.push({ ...first(facts.ledger.deliveries), name: 'unseen' }),
  },
  {
    what: 'a delivery still staged',
    says: /^I5: at rest the delivery/,
    break: (facts) => Object.assign(first(facts.ledger.deliveries), { status: 'staged' }),
  },
  { what: 'something in staging', says: /^I6/, break: (facts) => facts.staging.push('outbox/visma/.staging/x') },
  { what: 'results out of order', says: /^I8/, break: (facts) => outOfOrder(facts) },
];

describe('the checker', () => {
  it('finds nothing in a site that is in order', () => {
    expect(violations(sound())).toEqual([]);
  });

  it.each(BROKEN)('sees $what', ({ says, break: breakIt }) => {
    const facts = sound();
    breakIt(facts);
    expect(violations(facts).filter((text) => says.test(text))).not.toEqual([]);
  });

  it('lets the same output come once more after a power cut, and nothing else', () => {
    const facts = { ...sound(), power: true };
    facts.outputs.push({ ...first(facts.outputs) });
    expect(violations(facts)).toEqual([]);
    facts.outputs.push({ ...first(facts.outputs), sha256: 'other bytes' });
    expect(violations(facts)).not.toEqual([]);
  });

  it('lets a file go in a power cut only when nobody synced it and nobody answered it', () => {
    const gone = {
      ...sound(),
      power: true,
      originals: [],
      outputs: [],
      ledger: { files: [], deliveries: [], rows: {}, damage: [] },
    };
    expect(violations(gone)).toEqual([expect.stringMatching(/^I1: .* is lost/)]);
    const unsynced = { ...gone, drops: sound().drops.map((drop) => ({ ...drop, durable: false })) };
    expect(violations(unsynced)).toEqual([]);
    expect(violations({ ...unsynced, outputs: sound().outputs })).toContainEqual(
      expect.stringMatching(/^I1: .* is lost/),
    );
  });
});

function first<T>(items: readonly T[]): T {
  const item = items[0];
  if (item === undefined) throw new RangeError('empty');
  return item;
}

function second(facts: SiteFacts): Taken {
  return first(facts.outputs.slice(1));
}

function answering(facts: SiteFacts, fileId: string): Taken {
  const { answer, ...rest } = second(facts);
  if (answer === null) throw new TypeError('not an answer');
  return { ...rest, name: `${fileId}.ack.json`, answer: { ...answer, fileId } };
}

function outOfOrder(facts: SiteFacts): void {
  const one = first(facts.outputs);
  if (one.result === null) return;
  one.round = 5;
  facts.outputs.push({
    ...one,
    name: '0000000002_order-match-result_x_d9.json',
    round: 2,
    result: { ...one.result, revision: 2, deliveryId: 'd9' },
  });
}
