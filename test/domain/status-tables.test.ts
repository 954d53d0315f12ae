import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DELIVERY_STATUSES, DELIVERY_TRANSITIONS } from '../../src/domain/delivery-status.table.ts';
import { FILE_STATUSES, FILE_TRANSITIONS, filesThatAre, type Transition } from '../../src/domain/file-status.table.ts';
import { LEARNED_LINK_STATUSES, LEARNED_LINK_TRANSITIONS } from '../../src/domain/learned-link-status.table.ts';
import { allowedEvents, next } from '../../src/domain/next-status.ts';
import {
  ORDER_LINE_STATUSES,
  ORDER_LINE_TRANSITIONS,
  worstLineStatus,
} from '../../src/domain/order-line-status.table.ts';
import {
  ORDER_MATCH_STATUSES,
  ORDER_MATCH_TRANSITIONS,
  STATUS_PRECEDENCE,
} from '../../src/domain/order-match-status.table.ts';

interface StatusTable {
  name: string;
  start: string;
  statuses: Record<string, { final: boolean }>;
  transitions: readonly Transition<string>[];
}

const TABLES: StatusTable[] = [
  { name: 'file', start: 'received', statuses: FILE_STATUSES, transitions: FILE_TRANSITIONS },
  { name: 'delivery', start: 'staged', statuses: DELIVERY_STATUSES, transitions: DELIVERY_TRANSITIONS },
  {
    name: 'order match',
    start: 'new',
    statuses: { new: { final: false }, ...ORDER_MATCH_STATUSES },
    transitions: ORDER_MATCH_TRANSITIONS,
  },
  { name: 'order line', start: 'none', statuses: ORDER_LINE_STATUSES, transitions: ORDER_LINE_TRANSITIONS },
  {
    name: 'learned link',
    start: 'unconfirmed',
    statuses: LEARNED_LINK_STATUSES,
    transitions: LEARNED_LINK_TRANSITIONS,
  },
];

/** The statuses that can be reached from some by any number of events. */
function reachable(table: StatusTable, from: string): Set<string> {
  const seen = new Set([from]);
  for (const status of seen) {
    for (const row of table.transitions) if (row.from === status) seen.add(row.to);
  }
  return seen;
}

/** What every status table promises (architecture 4); a new table is one more row of TABLES. */
describe.each(TABLES)('the status table of $name', (table) => {
  const names = Object.keys(table.statuses);

  test('speaks of its own statuses only', () => {
    for (const row of table.transitions) expect(names).toEqual(expect.arrayContaining([row.from, row.to]));
  });

  test('every status can be reached', () => {
    expect([...reachable(table, table.start)].sort()).toEqual([...names].sort());
  });

  test('every status that is not final can end', () => {
    const isFinal = (status: string) => table.statuses[status]?.final === true;
    const stuck = names.filter((name) => !isFinal(name) && ![...reachable(table, name)].some(isFinal));
    expect(stuck).toEqual([]);
  });

  test('no event leads out of a final status', () => {
    expect(table.transitions.filter((row) => table.statuses[row.from]?.final === true)).toEqual([]);
  });

  test('one event leads to one place', () => {
    const pairs = table.transitions.map((row) => `${row.from} ${row.event}`);
    expect(pairs.filter((pair, index) => pairs.indexOf(pair) !== index)).toEqual([]);
  });

  test('random event sequences never leave the table, and what is not allowed changes nothing', () => {
    const events = [...new Set(table.transitions.map((row) => row.event)), 'unheard-of'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 60 }), (sequence) => {
        let status = table.start;
        for (const event of sequence) {
          const to = next(table.transitions, status, event);
          expect(to !== undefined).toBe(allowedEvents(table.transitions, status).includes(event));
          status = to ?? status;
          expect(names).toContain(status);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('what the requirements say of order match statuses', () => {
  const operator = (event: string) =>
    ORDER_MATCH_TRANSITIONS.filter((row) => row.event === event && row.by === 'operator')
      .map((row) => Number(row.from))
      .sort((a, b) => a - b);

  test('update in 2, 4, 8, 9; receive in 2, 4, 8; link and unlink in 2, 4, 8, 9 (order-match.md 16)', () => {
    expect(operator('update')).toEqual([2, 4, 8, 9]);
    expect(operator('receive-all')).toEqual([2, 4, 8]);
    expect(operator('receive-some')).toEqual([2, 4, 8, 9]);
    expect(operator('link')).toEqual([2, 4, 8, 9]);
    expect(operator('unlink')).toEqual([2, 4, 8, 9]);
  });

  test('reject in all but 1, 5 and 6', () => {
    expect(operator('reject')).toEqual([2, 3, 4, 7, 8, 9, 10, 11]);
  });

  test('run again in 2, 3, 4, 7, 8, 9, 10, 11, and no decision gives 2, 5 or 6', () => {
    const decisions = ORDER_MATCH_TRANSITIONS.filter((row) => row.by === 'path');
    expect([...new Set(decisions.map((row) => row.from))]).toEqual(['new', '2', '3', '4', '7', '8', '9', '10', '11']);
    expect([...new Set(decisions.map((row) => Number(row.to)))].sort((a, b) => a - b)).toEqual([
      1, 3, 4, 7, 8, 9, 10, 11,
    ]);
  });

  const statusesThatAre = (holds: (row: (typeof ORDER_MATCH_STATUSES)[keyof typeof ORDER_MATCH_STATUSES]) => boolean) =>
    Object.entries(ORDER_MATCH_STATUSES)
      .filter(([, row]) => holds(row))
      .map(([code]) => Number(code));

  test('1 and 5 are accepted, 6 is rejected, the others are held', () => {
    expect(statusesThatAre(({ outcome }) => outcome === 'accepted')).toEqual([1, 5]);
    expect(statusesThatAre(({ outcome }) => outcome === 'rejected')).toEqual([6]);
    expect(statusesThatAre(({ outcome }) => outcome === 'held')).toEqual([2, 3, 4, 7, 8, 9, 10, 11]);
  });

  test("what is final, or in a person's hands, is not decided again by itself (order-match.md 24)", () => {
    expect(statusesThatAre(({ decidedAgain }) => !decidedAgain)).toEqual([1, 2, 5, 6]);
    expect(statusesThatAre(({ final, decidedAgain }) => final && decidedAgain)).toEqual([]);
  });

  test('at 3, 7 and 10 no line has suggested values (contract 5), nor once it is rejected', () => {
    expect(statusesThatAre(({ suggestsValues }) => !suggestsValues)).toEqual([3, 6, 7, 10]);
  });

  test('of what decisions find, 1, 4 and 8 are matched (order-match.md 15)', () => {
    expect(STATUS_PRECEDENCE.filter((code) => ORDER_MATCH_STATUSES[code].isMatched)).toEqual([4, 8, 1]);
  });

  test('a file that was accepted is neither replayed nor handled (contract 6)', () => {
    expect(filesThatAre('replayable')).toEqual(['held', 'rejected', 'stopped']);
    expect(filesThatAre('handleable')).toEqual(['held', 'rejected', 'stopped']);
  });

  test('an order shows the worst of its lines (order-match.md 26)', () => {
    expect(worstLineStatus([])).toBe('none');
    expect(worstLineStatus(['matched-inside', 'outside-tolerance', 'received'])).toBe('outside-tolerance');
    expect(worstLineStatus(['no-product-link', 'outside-tolerance'])).toBe('no-product-link');
  });
});
