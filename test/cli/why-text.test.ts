import { describe, expect, it } from 'vitest';
import { whyText } from '../../src/cli/show/why-text.ts';
import type { ReasonRecord } from '../../src/domain/documents.generated.ts';
import { ORDER_MATCH_STATUSES, type OrderMatchStatusCode } from '../../src/domain/order-match-status.table.ts';
import { calledStatuses, statusOf } from '../../src/rules/order-match/order-match-status.ts';

const STYLE = {
  language: 'en',
  timeZone: 'Europe/Oslo',
  width: 200,
  paint: (_tone: unknown, text: string) => text,
} as const;

const OUTSIDE = { code: 'OUTSIDE_TOLERANCE', at: '1001/1', expected: '1.00', actual: '2.00', allowed: '0.50' } as const;
const UNKNOWN = { code: 'PRODUCT_UNKNOWN', at: 'line:2', actual: 'X-1' } as const;
const OFF = { code: 'AUTOMATIC_RECEIPT_OFF' } as const;
const CONFLICT = { code: 'PRODUCT_CONFLICT', at: 'line:1', actual: 'A, B' } as const;
const RESOLVED = { code: 'PRODUCT_CONFLICT_RESOLVED', at: 'line:1', expected: 'A', actual: 'B' } as const;
const SEVERAL = 'The reasons call for several statuses';

function why(code: OrderMatchStatusCode, reasons: ReasonRecord[]): string {
  return whyText({ status: { code, name: ORDER_MATCH_STATUSES[code].name }, reasons }, STYLE);
}

describe('why the status is what it is', () => {
  it('names the statuses that are called for, where the first of them is the status', () => {
    expect(why(9, [UNKNOWN, OUTSIDE])).toContain(`${SEVERAL}: 9, 4.`);
    expect(why(4, [OUTSIDE, OFF])).toContain(`${SEVERAL}: 4, 8.`);
  });

  it.each([2, 5, 6] as const)(
    'in %i a person’s action is the why: the reasons are said, and no order of theirs',
    (code) => {
      const text = why(code, [OUTSIDE, OFF]);
      expect(text).not.toContain(SEVERAL);
      expect(text).toContain('status 4: ');
      expect(text).toContain('status 8: ');
    },
  );

  it('a conflict of product numbers that was resolved calls for nothing more than its nod', () => {
    const text = why(8, [CONFLICT, RESOLVED]);
    expect(text).not.toContain(SEVERAL);
    expect(text).not.toContain('9');
    expect(text).toContain('note: ');
  });

  it('a reason that this version does not know informs', () => {
    expect(why(4, [{ code: 'OF_A_LATER_VERSION' }, OUTSIDE])).toContain('note: OF_A_LATER_VERSION');
  });

  it('asks the rule that gives the status', () => {
    expect(calledStatuses([OUTSIDE, UNKNOWN, OFF])).toEqual([9, 4, 8]);
    expect(statusOf([OUTSIDE, UNKNOWN, OFF])).toBe(9);
    expect(calledStatuses([CONFLICT, RESOLVED])).toEqual([8]);
    expect(calledStatuses([])).toEqual([]);
  });
});
