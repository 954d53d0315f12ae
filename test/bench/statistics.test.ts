import { describe, expect, it } from 'vitest';
import { atLeast, atMost, benchTable, figure } from './bench-table.ts';
import { median, percentile } from './statistics.ts';

describe('what the bench says', () => {
  it('is the middle value, and the value that so many do not exceed', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2);
    expect(percentile([...Array(100).keys()].reverse(), 99)).toBe(98);
    expect(() => median([])).toThrow('nothing was measured');
  });

  it('says of each target whether it is kept', () => {
    expect(atLeast('a', 50, 100, 'files/s', 0.5).target?.kept).toBe(true);
    expect(atLeast('a', 49, 100, 'files/s', 0.5).target?.kept).toBe(false);
    expect(atMost('a', 5, 1, 'ms', 5).target?.kept).toBe(true);
    expect(atMost('a', 5.1, 1, 'ms', 5).target?.kept).toBe(false);
    expect(figure('a', 300, 'MB', 300).target?.kept).toBe(false);
    expect(benchTable([atLeast('a', 49, 100, 'files/s', 0.5)])).toContain('MISSED');
  });
});
