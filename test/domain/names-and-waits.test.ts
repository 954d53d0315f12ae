import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../src/domain/backoff.ts';
import { dateInZone } from '../../src/domain/plain-date.ts';
import { daysOf } from '../../src/domain/retention.ts';
import { safeName } from '../../src/domain/safe-name.ts';

describe('a safe name', () => {
  it('is never empty, hidden, reserved, too long, or outside its alphabet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 20, max: 120 }), (original, max) => {
        const name = safeName(original, max);
        expect(name).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/);
        expect(name.length).toBeLessThanOrEqual(max);
        expect(name).not.toMatch(/\.$/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      }),
    );
  });

  it.each([
    ['Faktura æøå 12.xml', 'Faktura_a_12.xml'],
    ['../../etc/passwd', 'etc_passwd'],
    ['CON.xml', '_CON.xml'],
    ['...', 'unnamed'],
  ])('of %j is %j', (original, expected) => {
    expect(safeName(original)).toBe(expected);
  });

  it('keeps its ending when it is cut', () => {
    expect(safeName(`${'a'.repeat(200)}.xml`, 40)).toBe(`${'a'.repeat(36)}.xml`);
  });
});

describe('the wait before another attempt', () => {
  const retry = { firstMs: 1000, factor: 2, maxMs: 300_000 };
  it('doubles, is spread, and never exceeds its limit by more than the spread', () => {
    expect(backoffMs(retry, 1, 0.5)).toBe(1000);
    expect(backoffMs(retry, 4, 0.5)).toBe(8000);
    expect(backoffMs(retry, 60, 1)).toBe(375_000);
    expect(backoffMs(retry, 1, 0)).toBe(750);
  });
});

describe('today in a zone', () => {
  it('changes at its midnight, in summer and in winter', () => {
    expect(dateInZone('2026-11-21T22:59:59.999Z', 'Europe/Oslo')).toBe('2026-11-21');
    expect(dateInZone('2026-11-21T23:00:00.000Z', 'Europe/Oslo')).toBe('2026-11-22');
    expect(dateInZone('2026-07-21T22:00:00.000Z', 'Europe/Oslo')).toBe('2026-07-22');
    expect(dateInZone('2026-11-21T23:00:00.000Z', 'America/New_York')).toBe('2026-11-21');
  });
});

describe('a retention', () => {
  it('is never shorter than it says', () => {
    expect(daysOf('90 days')).toBe(90);
    expect(daysOf('10 years')).toBeGreaterThanOrEqual(3653);
    expect(() => daysOf('soon')).toThrow(RangeError);
  });
});
