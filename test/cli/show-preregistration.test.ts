import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { preregistrationText } from '../../src/cli/show/preregistration-text.ts';
import { supplierInvoiceText } from '../../src/cli/show/supplier-invoice-text.ts';
import type { Preregistration } from '../../src/domain/documents.generated.ts';
import { calculationOf } from '../../src/rules/order-match/calculation/calculation.ts';
import { DOCUMENT_SCHEMAS } from '../../src/domain/schemas.generated.ts';
import type { ShownSupplierInvoice } from '../../src/service/show-supplier-invoice.ts';
import { LANGUAGES, TEXTS } from '../../src/texts/text.ts';
import { INVOICE, outsideResult } from '../service/base-records.ts';
import { STYLE } from '../support/shown-style.ts';

const VOUCHER = {
  voucherType: 21,
  date: '2026-11-02',
  crossAccount: '50001',
  amount: '3532.80',
  vatAmount: '0.00',
  currency: 'NOK',
  invoiceNo: 'F-1',
  dueDate: '2026-12-02',
  kid: null,
  accountingDocumentNo: 7,
  text: 'Fjordmat Grossist AS F-1',
};
const OPEN: Preregistration = {
  key: 'aaaa2222/preregistration',
  voucherSeries: 40,
  state: 'open',
  clearing: null,
  ...VOUCHER,
  debitAccount: '1479',
};
const CLEARED: Preregistration = {
  ...OPEN,
  voucherNo: 40017,
  state: 'cleared',
  clearing: {
    cause: 'rejection',
    date: '2026-11-21',
    key: 'aaaa2222/preregistration-reversal',
    voucher: { ...VOUCHER, voucherNo: 40018, date: '2026-11-21', creditAccount: '1479', counterReference: '40017' },
  },
};

function shownWith(preregistration: Preregistration): ShownSupplierInvoice {
  const tolerance = {
    percent: '2',
    amount: null,
    combination: 'both',
    percentFrom: 'company',
    amountFrom: null,
  } as const;
  return {
    ...outsideResult('aaaa2222'),
    calculation: calculationOf(outsideResult('aaaa2222'), INVOICE),
    ...{ kind: 'supplier-invoice', key: 'aaaa2222', file: 'aaaa2222', invoice: INVOICE, tolerance },
    ...{ preregistration, alerts: [], allowedActions: [], deliveries: [], history: [] },
  };
}

describe('the voucher of a pre-registration, shown to people', () => {
  /** ORDREBRO_WRITE_GOLDEN=1 writes the golden text anew; then read the difference before committing it. */
  it('stands with its sides, its amount and what became of it', () => {
    const text = [OPEN, CLEARED].map((one) => preregistrationText(one, STYLE)).join('\n\n');
    const file = new URL('./golden/show-preregistration.txt', import.meta.url);
    if (process.env['ORDREBRO_WRITE_GOLDEN'] === '1') writeFileSync(file, `${text}\n`);
    expect(`${text}\n`).toBe(readFileSync(file, 'utf8'));
  });

  it('is part of what is shown of a supplier invoice', () => {
    const text = supplierInvoiceText(shownWith(OPEN), STYLE);
    expect(text).toContain('\n\nPre-registration\n');
    expect(text).toContain('updated in Visma');
    expect(supplierInvoiceText({ ...shownWith(OPEN), preregistration: null }, STYLE)).not.toContain('Pre-registration');
  });

  it.each(LANGUAGES)('says in %s what each state asks for', (language) => {
    const { properties } = DOCUMENT_SCHEMAS['order-match-result'] as {
      properties: { preregistration: { properties: { state: { enum: Preregistration['state'][] } } } };
    };
    const states = properties.preregistration.properties.state.enum;
    expect(Object.keys(TEXTS[language]['preregistration'] ?? {})).toEqual(states);
    const texts = states.map((state) => preregistrationText({ ...OPEN, state }, { ...STYLE, language }));
    expect(new Set(texts).size).toBe(states.length);
    for (const text of texts) expect(text).toContain('Visma');
  });
});
