import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyText } from '../../src/cli/history-text.ts';
import { linksText } from '../../src/cli/show/invoice-tables.ts';
import { evidenceText, foundByText } from '../../src/cli/show/link-words.ts';
import { proposalsText } from '../../src/cli/show/proposals-text.ts';
import { PROCESSING_ACTIONS } from '../../src/rules/order-match/processings/allowed-processings.ts';
import { type Language, LANGUAGES, TEXTS } from '../../src/texts/text.ts';
import { shownInvoice } from '../support/shown-invoice.ts';
import { CALCULATION_CASES } from './calculation-cases.ts';
import { type CalculationCase, decided } from './decided-invoice.ts';
import { generatedInvoices } from './generated-invoices.ts';

const styleIn = (language: Language) => ({
  ...{ language, timeZone: 'Europe/Oslo', width: 600 },
  paint: (_tone: unknown, text: string) => text,
});

/** What the audit calls what happens to files, deliveries, invoices and what they rest on. */
const EVENTS = [
  ...PROCESSING_ACTIONS,
  ...['decided', 'decided-again', 'received', 'left-as-it-is', 'taken-in', 'replaced', 'left-unchanged', 'settle'],
  ...['preregistered', 'preregistration-cleared', 'preregistration-left-to-visma'],
  ...['preregistration-reversed', 'preregistration-remains', 'learn', 'confirm', 'revoke'],
  ...['pause', 'resume', 'replay', 'handle', 'resend', 'restore'],
];

/** Codes of a decided invoice that have no words. */
function withoutWords({ result }: CalculationCase, language: Language): string[] {
  const known = (section: string, code: string) => Object.hasOwn(TEXTS[language][section] ?? {}, code);
  const bare = (code: string) => !/^(?:order price |quantity .* of the order line$|learned-link:)/.test(code);
  const evidence = [
    ...result.links.flatMap((link) => link.evidence),
    ...result.proposals.flatMap((proposal) => [...proposal.evidence, ...proposal.against]),
  ];
  return [
    ...result.links.map((link) => link.tier).filter((tier) => !known('tier', tier)),
    ...evidence.filter((code) => bare(code) && !known('evidence', code)),
  ];
}

describe.each(LANGUAGES)('what is shown of a match, in %s', (language) => {
  it('has words for every tier and every piece of evidence', () => {
    for (const make of Object.values(CALCULATION_CASES)) expect(withoutWords(make(), language)).toEqual([]);
    fc.assert(
      fc.property(generatedInvoices, (given) => {
        expect(withoutWords(given, language)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('has words for every event of a history, and none that is stale', () => {
    expect(Object.keys(TEXTS[language]['event'] ?? {}).sort()).toEqual([...EVENTS].sort());
  });

  it('shows no code in a history', () => {
    const history = [
      { at: '2026-11-21T08:00:00.000Z', event: 'decided-again', from: '4', to: '4', by: 'file:f1' },
      { at: '2026-11-21T09:00:00.000Z', event: 'preregistration-left-to-visma', from: null, to: '5', by: 'user:kari' },
    ];
    const page = historyText('supplier-invoice', history, language, 'Europe/Oslo');
    for (const { event } of history) expect(page).not.toContain(event);
  });
});

describe('the links and proposals of an invoice', () => {
  const { result, document } = decided({
    lines: [
      { sku: 'A-100', q: '10', pr: '100.00' },
      { sku: 'X-1', name: 'Product B', q: '5', pr: '200.00' },
    ],
  });
  const shown = shownInvoice(result, document);

  it('say by what they were found, and what speaks for and against them', () => {
    const [proposal] = result.proposals;
    const odd = { ...shown, proposals: proposal === undefined ? [] : [{ ...proposal, against: ['no-room', 'unit'] }] };
    expect(linksText(shown, styleIn('nb'))).toContain(
      'nøyaktig pris og antall: leverandørens varenummer, pris, antall',
    );
    expect(proposalsText(odd, styleIn('nl')).join('\n')).toContain('niets open, eenheid');
  });

  it('print a price with two decimals, a quantity as it is, and what nobody knows as it stands', () => {
    const evidence = ['order price 58.5', 'quantity 12.5 of the order line', 'learned-link:abc', 'from-later'];
    expect(evidenceText(evidence, 'en')).toBe(
      'order price 58.50, quantity 12.5 of the order line, learned link abc, from-later',
    );
    expect(evidenceText(['order price 1058.5'], 'nb')).toBe('ordrepris 1 058.50');
    expect(foundByText({ tier: 'manual', evidence: ['operator'] }, 'nl')).toBe('met de hand: een medewerker');
    expect(foundByText({ tier: 'later', evidence: [] }, 'en')).toBe('later');
  });
});
