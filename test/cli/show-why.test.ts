import { describe, expect, it } from 'vitest';
import { whyText } from '../../src/cli/show/why-text.ts';
import { LANGUAGES } from '../../src/texts/text.ts';
import * as world from '../rules/order-match-world.ts';
import { shownInvoice } from '../support/shown-invoice.ts';
import { CALCULATION_CASES } from './calculation-cases.ts';
import { type CalculationCase, decided } from './decided-invoice.ts';

const STYLE = { language: 'en', timeZone: 'Europe/Oslo', width: 300, paint: (_tone: unknown, text: string) => text };

/** Why a decided invoice has its status; `code`: where a person's action led it since. */
function why({ result, document }: CalculationCase, code = result.status.code, language = 'en'): string {
  const status = { ...result.status, code };
  return whyText(shownInvoice({ ...result, status }, document), { ...STYLE, language } as never);
}

const several = () => CALCULATION_CASES['several-statuses']?.() as CalculationCase;

describe('why an invoice has its status', () => {
  it('says which of several statuses comes first, where the reasons made the status', () => {
    expect(why(several())).toContain('The reasons call for several statuses: 9, 4, 8. The first of');
  });

  it.each([2, 5, 6] as const)('says nothing of that in status %i, to which a person led it', (code) => {
    for (const language of LANGUAGES) {
      const page = why(several(), code, language);
      expect(page).not.toContain('9, 4, 8');
      expect(page).toContain('X-1');
    }
  });

  it('counts a conflict of product numbers that was resolved as a note, as the status does', () => {
    const onlyA = { orders: [world.order('1001', [{ p: 'A', q: '10', pr: '100.00' }])] };
    const resolved = decided({ lines: [{ sku: 'A-100', gtin: '7038010000034', q: '10', pr: '100.00' }] }, onlyA);
    expect(resolved.result.status.code).toBe(8);
    const page = why(resolved);
    expect(page).not.toContain('several statuses');
    expect(page).toContain('- status 8: The item numbers on invoice line 1 name different products; the one on');
    expect(page).toContain('- note: The item numbers on invoice line 1 name different products: A, C.');
  });
});
