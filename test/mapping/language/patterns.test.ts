import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namePattern } from '../../../src/mapping/language/claims/name-pattern.ts';
import { quickPattern } from '../../../src/mapping/language/claims/quick-pattern.ts';

describe('a pattern of file names', () => {
  test('fits what a regular expression of the same meaning fits', () => {
    const sign = fc.constantFrom('a', 'B', '.', '*', '?', '_', 'å');
    const text = (max: number) => fc.array(sign, { maxLength: max }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(text(6), text(8), (pattern, name) => {
        const same = new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'iu');
        expect(namePattern(pattern)(name)).toBe(same.test(name));
      }),
      { numRuns: 3_000 },
    );
  });

  test('answers on a name that would take a regular expression for ever', () => {
    expect(namePattern(`${'*a'.repeat(40)}b`)('a'.repeat(10_000))).toBe(false);
  });
});

describe('a regular expression of a mapping', () => {
  test.each([
    '^2',
    'PO-\\d+',
    '^(8; ?2;\\s+)?H;',
    '(billing|selfbilling):3\\.0(#|$)',
    '[*+]{2}',
    '\\(a+\\)+',
    '^.*A.*B',
    '^<\\?xml[^>]*\\?>\\s*<(\\w+:)?Orders',
    '^-?\\d+(\\.\\d+)?$',
    '[\\w-]+@[\\w-]+\\.no',
  ])('is taken: %s', (text) => {
    expect(quickPattern(text)).toHaveProperty('pattern');
  });

  test.each([
    '(a+)+',
    '((a+))+',
    '(a|a)*',
    '(a|b){2,}',
    '(a*b?)*',
    '.*.*.*.*',
    '(a)\\1',
    'a(',
    '[',
    '(?:x*){3}',
    '^(?:a?){50}b',
    `^${'a?'.repeat(30)}b`,
    `^${'(a|a)'.repeat(20)}b`,
    '[^x]*[^x]*[^x]*x',
    '^a|.*.*.*x',
  ])('is refused: %s', (text) => {
    expect(quickPattern(text)).toHaveProperty('problem');
  });
});
